// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet_source.h"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace sallyport::cli {

namespace {

Status copy_to_end(int from, int to) {
    ByteBuffer buffer(1 << 16);
    for (;;) {
        const ssize_t got = ::read(from, buffer.data(), buffer.size());
        if (got == 0) return {};
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(std::string("cannot read standard input: ") + std::strerror(errno), {}, errno);
        for (ssize_t at = 0; at < got;) {
            const ssize_t put = ::write(to, buffer.data() + at, std::size_t(got - at));
            if (put < 0)
                return fail(std::string("cannot keep what standard input holds: ") + std::strerror(errno), "save it to a file first",
                            errno);
            at += put;
        }
    }
}

/// A name, or its number in the list of -D.
Result<std::string> interface_name(const std::string& given, const std::vector<InterfaceActivity>& interfaces) {
    std::uint64_t number = 0;
    if (!parse_number(given, number)) return given;
    if (number >= 1 && number <= interfaces.size()) return interfaces[number - 1].name;
    return fail("option -i: there is no interface number " + given, "-D lists them");
}

}  // namespace

Result<InputFile> InputFile::open(const std::string& path) {
    if (path != "-") return InputFile(path, -1);
    const int descriptor = ::memfd_create("standard input", MFD_CLOEXEC);
    if (descriptor < 0) return fail(std::string("cannot keep what standard input holds: ") + std::strerror(errno), {}, errno);
    InputFile file("/proc/self/fd/" + std::to_string(descriptor), descriptor);
    if (auto copied = copy_to_end(STDIN_FILENO, descriptor); !copied) return tl::unexpected(copied.error());
    return file;
}

InputFile::InputFile(InputFile&& other) noexcept : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

InputFile::~InputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

Result<LiveSource> live_source(const TsharkOptions& options) {
    LiveSource source{
        .capture_filter = options.capture_filter, .promiscuous = options.promiscuous, .snap_length = std::uint32_t(options.snap_length)};
    const auto interfaces = watchable_interfaces();
    for (auto& given : options.interfaces) {
        auto name = interface_name(given, interfaces);
        if (!name) return tl::unexpected(name.error());
        source.interfaces.push_back(*name);
    }
    if (!source.interfaces.empty()) return source;
    auto first = std::ranges::find_if(interfaces, [](auto& i) { return !i.loopback && i.up && i.name != "any"; });
    if (first == interfaces.end()) return fail("there is no interface to capture on", "name one: -i lo, or read a file: -r FILE");
    source.interfaces.push_back(first->name);
    return source;
}

std::string interface_list() {
    std::string out;
    std::size_t number = 0;
    for (auto& interface : watchable_interfaces()) {
        out += std::to_string(++number) + ". " + interface.name;
        if (!interface.description.empty()) out += " (" + interface.description.text() + ")";
        out += '\n';
    }
    return out;
}

}  // namespace sallyport::cli
