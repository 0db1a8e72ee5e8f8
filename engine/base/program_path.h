// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

namespace sallyport {

/// The file that this process runs, for commands that a message proposes; "sallyport" where the kernel does not say (proc(5), exe).
std::string program_path();

}  // namespace sallyport
