// SPDX-License-Identifier: GPL-3.0-or-later
// Where the program writes its packets: one big buffer before a file descriptor. A reader that went away (a closed pipe) is
// no error: output is closed and the program ends quietly. Not thread-safe.
#pragma once
#include <string>
#include <string_view>

namespace sallyport::cli {

class Output {
public:
    explicit Output(int descriptor) : descriptor_(descriptor) {}
    ~Output() { flush(); }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(std::string_view text);
    void flush();
    /// Nobody reads any more, or writing failed: go on no further.
    bool closed() const { return closed_; }
    /// Why writing failed (errno); 0 when all is well or the reader just went away.
    int error() const { return error_; }

private:
    void send(std::string_view text);

    std::string buffer_;
    int descriptor_, error_ = 0;
    bool closed_ = false;
};

/// "sallyport-cli: MESSAGE" on standard error.
void complain(std::string_view message);

}  // namespace sallyport::cli
