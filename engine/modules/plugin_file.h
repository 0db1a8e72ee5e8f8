// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/result.h"

namespace sallyport {

/// What can be told of a shared object before its code runs: that it is there, a regular file, an ELF file that is whole (a shortened one
/// would end the program while it is loaded), and that nobody else could have put it there: it belongs to root or, where the program has
/// no privileges that the user has not, to the user, and nobody else may write to it.
Status check_plugin_file(const std::string& path);
/// True where the program got privileges from its file (capabilities, set-user-ID): getauxval(3), AT_SECURE.
bool privileged_by_file();

}  // namespace sallyport
