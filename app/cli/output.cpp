// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace sallyport::cli {

namespace {
constexpr std::size_t buffer_bytes = 1 << 18;
}

void Output::write(std::string_view text) {
    if (closed_) return;
    if (text.size() >= buffer_bytes) {  // big pieces go as they are
        flush();
        send(text);
        return;
    }
    buffer_.append(text);
    if (buffer_.size() >= buffer_bytes) flush();
}

void Output::flush() {
    send(buffer_);
    buffer_.clear();
}

void Output::send(std::string_view text) {
    while (!text.empty() && !closed_) {
        const ssize_t sent = ::write(descriptor_, text.data(), text.size());
        if (sent >= 0) {
            text.remove_prefix(std::size_t(sent));
        } else if (errno == EAGAIN) {  // a pipe that somebody else made non-blocking
            pollfd wait{descriptor_, POLLOUT, 0};
            ::poll(&wait, 1, -1);
        } else if (errno != EINTR) {
            closed_ = true;
            error_ = errno == EPIPE ? 0 : errno;
        }
    }
}

void complain(std::string_view message) {
    std::string line = "sallyport-cli: ";
    line.append(message);
    line += '\n';
    Output(STDERR_FILENO).write(line);
}

}  // namespace sallyport::cli
