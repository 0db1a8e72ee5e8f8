// SPDX-License-Identifier: GPL-3.0-or-later
// A few packets, written down by hand, and a store of them.
#pragma once
#include "base/address.h"
#include "capture_file/capture_writer.h"
#include "packet/packet_store.h"
#include "ui/models/packet_detail.h"
#include <QString>
#include <memory>
#include <utility>

namespace sallyport::sample {

inline ByteBuffer bytes_of(std::string_view hex) { return *parse_hex(hex); }

/// In Ethernet.
inline ByteBuffer frame_of(std::string_view packet) {
    ByteBuffer frame = bytes_of(
        "020000000002"
        "020000000001"
        "0800");
    const ByteBuffer inner = bytes_of(packet);
    frame.insert(frame.end(), inner.begin(), inner.end());
    return frame;
}

/// Ethernet, IPv4 10.77.0.10 → 10.77.0.2, UDP 40000 → 53, DNS query A ads.example (checksums not computed).
inline ByteBuffer dns_query() {
    return frame_of(
        "45000039000100004011"
        "0000"
        "0a4d000a"
        "0a4d0002"
        "9c40003500250000"
        "1a2b01000001000000000000"
        "03616473076578616d706c6500"
        "00010001");
}

/// Ethernet, IPv4 10.77.0.10 → 10.77.0.3, TCP 48210 → 80 [SYN].
inline ByteBuffer tcp_syn(std::uint16_t destination_port = 80) {
    auto bytes = frame_of(
        "4500002800010000400600000a4d000a0a4d0003"
        "bc520050"
        "a361d01c"
        "00000000"
        "5002faf0"
        "00000000");
    store_number(bytes.data() + 36, 2, false, destination_port);
    return bytes;
}

/// Ethernet, IPv4 10.77.0.12 → 10.77.0.1, ICMP echo request.
inline ByteBuffer ping() {
    return frame_of(
        "4500001c00010000400100000a4d000c0a4d0001"
        "0800f7fd"
        "00010001");
}

inline PacketRecord record_at(std::int64_t microseconds, std::size_t length) {
    PacketRecord record;
    record.time = {1'700'000'000'000'000'000 + microseconds * 1000};
    record.captured = record.original = std::uint32_t(length);
    return record;
}

/// Appends `count` packets a millisecond apart: DNS, TCP and ping in turn. Verdicts: the ping dropped by rule 7, others by default.
inline void append_packets(PacketStore& store, std::size_t count) {
    const ByteBuffer kinds[] = {dns_query(), tcp_syn(), ping()};
    const std::size_t before = store.count();
    for (std::size_t i = before; i < before + count; i++) {
        auto& bytes = kinds[i % 3];
        PacketRecord record = record_at(std::int64_t(i) * 1000, bytes.size());
        record.id = i + 1;
        record.reason = i % 3 == 2 ? VerdictReason::rule : VerdictReason::standard;
        record.verdict = i % 3 == 2 ? Verdict::drop : Verdict::accept;
        record.rule = i % 3 == 2 ? 7 : no_rule;
        if (auto stored = store.append(record, bytes); !stored) qFatal("%s", stored.error().text().c_str());
    }
}

inline std::shared_ptr<PacketStore> store_of(std::size_t count, StoreBudget budget = {}) {
    auto store = std::make_shared<PacketStore>(budget);
    store->add_interface({.name = "test0"});
    append_packets(*store, count);
    return store;
}

/// The same packets as a pcapng file, `microseconds` apart.
inline void write_file(const QString& path, std::size_t count, std::int64_t microseconds = 1000) {
    auto file = OutputFile::create(path.toStdString(), path.endsWith(QLatin1String(".gz")));
    if (!file) qFatal("%s", file.error().text().c_str());
    auto writer = CaptureWriter::make(std::move(*file), CaptureFormat::pcapng);
    if (!writer->describe({{.name = "test0"}})) qFatal("describe");
    const ByteBuffer kinds[] = {dns_query(), tcp_syn(), ping()};
    for (std::size_t i = 0; i < count; i++) {
        auto& bytes = kinds[i % 3];
        PacketToWrite packet{.bytes = bytes,
                             .time = {1'700'000'000'000'000'000 + std::int64_t(i) * microseconds * 1000},
                             .original = std::uint32_t(bytes.size())};
        if (!writer->write(packet)) qFatal("write");
    }
    if (auto done = writer->finish(); !done) qFatal("%s", done.error().text().c_str());
}

/// One packet, dissected.
inline PacketDetailPtr detail_of(const ByteBuffer& bytes) {
    PacketStore store;
    store.add_interface({.name = "test0"});
    if (!store.append(record_at(0, bytes.size()), bytes)) qFatal("append");
    return PacketDetail::load(store, 0);
}

}  // namespace sallyport::sample
