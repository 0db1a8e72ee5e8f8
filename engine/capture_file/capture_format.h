// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string_view>

namespace sallyport {

enum class CaptureFormat : std::uint8_t { pcapng, pcap };

/// What a file name asks for: "x.pcap.gz" is a compressed pcap, "x.pcapng" or anything else pcapng.
struct NamedFormat {
    CaptureFormat format = CaptureFormat::pcapng;
    bool gzip = false;
};
constexpr NamedFormat format_of_name(std::string_view name) {
    NamedFormat found;
    if (name.ends_with(".gz")) {
        found.gzip = true;
        name.remove_suffix(3);
    }
    if (name.ends_with(".pcap") || name.ends_with(".cap")) found.format = CaptureFormat::pcap;
    return found;
}

}  // namespace sallyport
