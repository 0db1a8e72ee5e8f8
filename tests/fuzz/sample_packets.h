// SPDX-License-Identifier: GPL-3.0-or-later
// A few packets of each kind, for what is fuzzed with text.
#pragma once
#include "capture_file/capture_reader.h"
#include "packet/packet_context.h"
#include <vector>

namespace sallyport::fuzz {

struct SamplePackets {
    std::unique_ptr<CaptureReader> reader;  // keeps their bytes
    std::vector<PacketContext> packets;
};

/// The repository's capture of every layer that is described; none where it is missing.
inline const std::vector<PacketContext>& sample_packets() {
    static const SamplePackets samples = [] {
        SamplePackets s;
        auto reader = CaptureReader::open(SALLYPORT_SOURCE_DIR "/tests/captures/layers.pcap");
        if (!reader) return s;
        s.reader = std::move(*reader);
        CapturedPacket p;
        while (s.reader->next(p) == CaptureReader::Step::packet) {
            PacketContext c;
            c.bytes = p.bytes, c.link_type = p.link_type, c.original_length = p.original, c.number = s.packets.size() + 1, c.time = p.time;
            s.packets.push_back(c);
        }
        return s;
    }();
    return samples.packets;
}

}  // namespace sallyport::fuzz
