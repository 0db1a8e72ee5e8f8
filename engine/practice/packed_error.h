// SPDX-License-Identifier: GPL-3.0-or-later
// An error on its way between processes of ours, in a form that can still be translated when it has come.
#pragma once
#include "base/result.h"
#include <string>
#include <string_view>

namespace sallyport {

/// Never empty, and never "ok".
std::string packed(const Error& error);
/// Whatever bytes these are: what cannot be read says nothing.
Error unpacked(std::string_view bytes);

}  // namespace sallyport
