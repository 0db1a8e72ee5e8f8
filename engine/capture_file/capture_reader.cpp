// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/capture_reader.h"
#include "capture_file/pcap_reader.h"
#include "capture_file/pcapng_reader.h"
#include <algorithm>

namespace sallyport {
namespace {

std::string describe_start(Bytes start) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (auto byte : start.first(std::min<std::size_t>(4, start.size()))) text += digits[byte >> 4], text += digits[byte & 15], text += ' ';
    return text.empty() ? text : text.substr(0, text.size() - 1);
}

}  // namespace

std::uint32_t largest_packet(std::uint32_t link_type) {
    switch (link_type) {
        case 231: return 128u << 20;  // LINKTYPE_DBUS: the D-Bus specification's limit
        case 249: return 128u << 20;  // LINKTYPE_USBPCAP: whole USB requests
        case 279: return 32u << 20;   // LINKTYPE_EBHSCR
        default: return 262144;       // what libpcap calls MAXIMUM_SNAPLEN
    }
}

Result<std::unique_ptr<CaptureReader>> CaptureReader::open(const std::string& path) {
    std::string name = path == "-" ? "standard input" : path;
    auto bytes = CaptureBytes::open(path);
    if (!bytes) return fail(message("%1: %2", name, bytes.error().what), bytes.error().remedy, bytes.error().code);
    (*bytes)->ensure(12);
    Bytes start((*bytes)->data(), std::min<std::size_t>(12, (*bytes)->available()));
    Result<std::unique_ptr<CaptureReader>> reader;
    if (PcapReader::recognises(start)) reader = PcapReader::make(name, *bytes);
    else if (PcapngReader::recognises(start)) reader = PcapngReader::make(name, *bytes);
    else if (auto trouble = (*bytes)->trouble()) return fail(message("%1: %2", name, trouble->what), trouble->remedy, trouble->code);
    else
        return fail(message("%1: it is not a capture file: it begins with %2", name, describe_start(start)),
                    message("pcap and pcapng files can be opened, also compressed with gzip"));
    return reader;
}

CaptureReader::Step CaptureReader::missing(std::size_t end, Words what) {
    if (bytes_->interrupted()) return Step::interrupted;
    if (auto trouble = bytes_->trouble()) {
        fail_here(trouble->what);
        fault_.remedy = trouble->remedy;
        fault_.code = trouble->code;
        return Step::fault;
    }
    if (bytes_->available() <= at_) return Step::end;
    return fail_here(message("the file is cut short in the middle of %1: %2 bytes are missing", what, end - bytes_->available()));
}

CaptureReader::Step CaptureReader::fail_here(const Message& what) {
    fault_ =
        Error{message("%1: after packet %2, at byte %3: %4", name_, packets_, at_, what), message("the packets before it can be used"), 0};
    broken_ = true;
    return Step::fault;
}

}  // namespace sallyport
