// SPDX-License-Identifier: GPL-3.0-or-later
// Capture files made byte by byte, of either byte order, sound or not.
#pragma once
#include "base/bytes.h"
#include <QByteArray>
#include <QFile>
#include <QTemporaryDir>
#include <initializer_list>
#include <string>

namespace file_builder {

using sallyport::ByteBuffer;
using sallyport::Bytes;

/// Appends numbers and bytes in one byte order.
class Builder {
public:
    explicit Builder(bool little) : little_(little) {}
    Builder& u8(unsigned value) { return number(value, 1); }
    Builder& u16(unsigned value) { return number(value, 2); }
    Builder& u32(std::uint64_t value) { return number(value, 4); }
    Builder& u64(std::uint64_t value) { return number(value, 8); }
    Builder& bytes(Bytes more) {
        out_.insert(out_.end(), more.begin(), more.end());
        return *this;
    }
    Builder& pad() {
        while (out_.size() % 4) out_.push_back(0);
        return *this;
    }
    const ByteBuffer& done() const { return out_; }
    bool little() const { return little_; }

private:
    Builder& number(std::uint64_t value, unsigned width) {
        out_.resize(out_.size() + width);
        sallyport::store_number(out_.data() + out_.size() - width, width, little_, value);
        return *this;
    }
    bool little_;
    ByteBuffer out_;
};

inline ByteBuffer operator+(ByteBuffer left, const ByteBuffer& right) {
    left.insert(left.end(), right.begin(), right.end());
    return left;
}

/// A packet of `size` bytes that tells its number.
inline ByteBuffer payload(std::size_t size, unsigned number = 0) {
    ByteBuffer out(size);
    for (std::size_t i = 0; i < size; i++) out[i] = std::uint8_t(i * 7 + number);
    return out;
}

// ── pcap ──
inline ByteBuffer pcap_header(bool little, std::uint32_t magic = 0xa1b2c3d4, unsigned link_type = 1, unsigned minor = 4) {
    return Builder(little).u32(magic).u16(2).u16(minor).u32(0).u32(0).u32(65535).u32(link_type).done();
}
inline ByteBuffer pcap_packet(bool little, const ByteBuffer& bytes, std::uint32_t seconds, std::uint32_t fraction,
                              std::uint32_t original = 0) {
    return Builder(little).u32(seconds).u32(fraction).u32(bytes.size()).u32(original ? original : bytes.size()).bytes(bytes).done();
}

// ── pcapng ──
inline ByteBuffer block(bool little, std::uint32_t type, const ByteBuffer& body, int wrong_begin = 0, int wrong_end = 0) {
    ByteBuffer padded = Builder(little).bytes(body).pad().done();
    auto length = std::uint32_t(12 + padded.size());
    return Builder(little).u32(type).u32(length + std::uint32_t(wrong_begin)).bytes(padded).u32(length + std::uint32_t(wrong_end)).done();
}
inline ByteBuffer option(bool little, unsigned code, const ByteBuffer& value) {
    return Builder(little).u16(code).u16(unsigned(value.size())).bytes(value).pad().done();
}
inline ByteBuffer section(bool little, unsigned major = 1, unsigned minor = 0) {
    return block(little, 0x0a0d0d0a, Builder(little).u32(0x1a2b3c4d).u16(major).u16(minor).u64(~0ull).done());
}
inline ByteBuffer interface(bool little, unsigned link_type = 1, const ByteBuffer& options = {}, std::uint32_t snap = 262144) {
    return block(little, 1, Builder(little).u16(link_type).u16(0).u32(snap).bytes(options).done());
}
struct PacketBlock {
    ByteBuffer bytes;
    std::uint64_t ticks = 1'600'000'000'000'000;
    std::uint32_t interface = 0;
    ByteBuffer options = {};
    int more_captured = 0, more_original = 0;
};
inline ByteBuffer enhanced(bool little, const PacketBlock& of) {
    return block(little, 6,
                 Builder(little)
                     .u32(of.interface)
                     .u32(of.ticks >> 32)
                     .u32(std::uint32_t(of.ticks))
                     .u32(of.bytes.size() + std::size_t(of.more_captured))
                     .u32(of.bytes.size() + std::size_t(of.more_original))
                     .bytes(of.bytes)
                     .pad()
                     .bytes(of.options)
                     .done());
}

/// Writes a file into a folder that vanishes with the test.
inline std::string written(const QTemporaryDir& folder, const char* name, const ByteBuffer& bytes) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly)) return {};
    file.write(reinterpret_cast<const char*>(bytes.data()), qint64(bytes.size()));
    return file.fileName().toStdString();
}

}  // namespace file_builder
