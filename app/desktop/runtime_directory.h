// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

namespace sallyport {

/// Sees to it that there is an XDG_RUNTIME_DIR (XDG Base Directory Specification), which logins without a session do not give (su,
/// containers): the user's own where it exists, else a private one that goes with this object. To be made before Qt and any thread.
class RuntimeDirectory {
public:
    RuntimeDirectory();
    ~RuntimeDirectory();
    RuntimeDirectory(const RuntimeDirectory&) = delete;

private:
    std::string made_;  // empty: none
};

}  // namespace sallyport
