// SPDX-License-Identifier: GPL-3.0-or-later
// Where the packets of the command line come from.
#pragma once
#include "fail.h"
#include "session/session.h"
#include "tshark_options.h"

namespace sallyport::cli {

/// A file that the session can map: `path` itself, or, for "-", what standard input holds, read to its end into memory
/// without a name. `keep` is closed with the object.
class InputFile {
public:
    static Result<InputFile> open(const std::string& path);
    InputFile(InputFile&& other) noexcept;
    InputFile& operator=(InputFile&&) = delete;
    ~InputFile();
    const std::string& path() const { return path_; }

private:
    InputFile(std::string path, int descriptor) : path_(std::move(path)), descriptor_(descriptor) {}
    std::string path_;
    int descriptor_;
};

/// The interfaces that -i names, or the first one that is no loopback.
Result<LiveSource> live_source(const TsharkOptions& options);
/// -D: "1. eth0", "2. lo (Loopback)".
std::string interface_list();

}  // namespace sallyport::cli
