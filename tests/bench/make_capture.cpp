// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the capture that the benchmarks read: many conversations of mixed protocols side by side, with true lengths, sequence
// numbers and checksums, the same for the same seed.
//
// Usage: make_capture FILE PACKETS [SEED]
#include "frame_builder.h"
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>

using namespace sallyport;
using bench::Frame;
using bench::Host;

namespace {

/// One conversation: gives its next packet at each call.
class Conversation {
public:
    explicit Conversation(std::mt19937& random) : random_(random) {
        v6_ = random_() % 5 == 0;
        client_ = bench::host(random_() % 200 + 10, v6_);
        server_ = bench::host(random_() % 5000 + 1000, v6_);
        client_port_ = std::uint16_t(32768 + random_() % 28000);
        hops_ = std::uint8_t(48 + random_() % 80);
        sequence_[0] = std::uint32_t(random_());
        sequence_[1] = std::uint32_t(random_());
    }
    virtual ~Conversation() = default;
    virtual Frame next() = 0;

protected:
    Frame segment(bool from_client, std::uint16_t server_port, std::uint8_t flags, const ByteBuffer& payload) {
        const bench::Segment segment{from_client ? client_port_ : server_port, from_client ? server_port : client_port_,
                                     sequence_[!from_client], flags & bench::ack ? sequence_[from_client] : 0, flags};
        Frame frame =
            Frame::tcp(from_client ? client_ : server_, from_client ? server_ : client_, from_client ? 64 : hops_, segment, payload);
        sequence_[!from_client] += std::uint32_t(payload.size()) + (flags & (bench::syn | bench::fin) ? 1 : 0);
        return frame;
    }
    Frame datagram(bool from_client, std::uint16_t server_port, const ByteBuffer& payload) {
        return Frame::udp(from_client ? client_ : server_, from_client ? server_ : client_, from_client ? 64 : hops_,
                          from_client ? client_port_ : server_port, from_client ? server_port : client_port_, payload);
    }
    ByteBuffer noise(std::size_t size) {
        ByteBuffer out(size);
        for (auto& byte : out) byte = std::uint8_t(random_());
        return out;
    }
    static ByteBuffer text(const std::string& from) { return {from.begin(), from.end()}; }

    std::mt19937& random_;
    Host client_, server_;
    std::uint16_t client_port_;
    bool v6_;
    std::uint8_t hops_;
    std::uint32_t sequence_[2];
    unsigned step_ = 0;
};

/// Opens, talks in turn, closes; begins again from another port.
class Stream : public Conversation {
public:
    Stream(std::mt19937& random, bool encrypted) : Conversation(random), encrypted_(encrypted) {}
    Frame next() override {
        const std::uint16_t port = encrypted_ ? 443 : 80;
        switch (step_++) {
            case 0: return segment(true, port, bench::syn, {});
            case 1: return segment(false, port, bench::syn | bench::ack, {});
            case 2: return segment(true, port, bench::ack, {});
            case 3: return segment(true, port, bench::ack | bench::psh, request());
            case 4: rounds_ = 4 + random_() % 60; break;
            default: break;
        }
        if (step_ < 5 + rounds_) {
            if (step_ % 3 == 0) return segment(true, port, bench::ack, {});
            return segment(false, port, bench::ack | (step_ % 5 ? 0 : bench::psh), response());
        }
        if (step_ == 5 + rounds_) return segment(true, port, bench::ack | bench::fin, {});
        if (step_ == 6 + rounds_) return segment(false, port, bench::ack | bench::fin, {});
        step_ = 0;
        Frame last = segment(true, port, bench::ack, {});
        client_port_ = std::uint16_t(32768 + random_() % 28000);
        return last;
    }

private:
    ByteBuffer record(std::uint8_t type, std::size_t size) {
        ByteBuffer out = noise(size + 5);
        out[0] = type;
        store_number(&out[1], 2, false, 0x0303);
        store_number(&out[3], 2, false, size);
        return out;
    }
    ByteBuffer request() {
        if (encrypted_) return record(23, 180 + random_() % 400);
        return text("GET /articles/" + std::to_string(random_() % 1000) + ".html HTTP/1.1\r\nHost: www" + std::to_string(random_() % 50) +
                    ".example\r\nUser-Agent: bench/1.0\r\nAccept: text/html,*/*\r\nAccept-Encoding: identity\r\n\r\n");
    }
    ByteBuffer response() {
        const std::size_t size = random_() % 3 ? 200 + random_() % 1200 : 20 + random_() % 100;
        if (encrypted_) return record(23, size);
        if (step_ != 5) return noise(size);
        return text("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: " + std::to_string(size * 20) +
                    "\r\n\r\n");
    }
    bool encrypted_;
    unsigned rounds_ = 0;
};

class Names : public Conversation {
public:
    using Conversation::Conversation;
    Frame next() override {
        const bool question = step_++ % 2 == 0;
        if (question) {
            id_ = std::uint16_t(random_());
            client_port_ = std::uint16_t(32768 + random_() % 28000);
            name_ = "host" + std::to_string(random_() % 3000);
        }
        ByteBuffer message(12);
        store_number(&message[0], 2, false, id_);
        store_number(&message[2], 2, false, question ? 0x0100 : 0x8180);
        store_number(&message[4], 2, false, 1);
        store_number(&message[6], 2, false, question ? 0 : 1);
        for (const std::string& label : {name_, std::string("example")}) {
            message.push_back(std::uint8_t(label.size()));
            message.insert(message.end(), label.begin(), label.end());
        }
        for (const int byte : {0, 0, 1, 0, 1}) message.push_back(std::uint8_t(byte));
        if (!question) {
            for (const int byte : {0xc0, 12, 0, 1, 0, 1, 0, 0, 1, 44, 0, 4, 192, 0, 2}) message.push_back(std::uint8_t(byte));
            message.push_back(std::uint8_t(random_()));
        }
        return datagram(question, 53, message);
    }

private:
    std::uint16_t id_ = 0;
    std::string name_;
};

class Echoes : public Conversation {
public:
    using Conversation::Conversation;
    Frame next() override {
        const bool request = step_++ % 2 == 0;
        return Frame::echo(request ? client_ : server_, request ? server_ : client_, request ? 64 : hops_, request,
                           std::uint16_t(step_ / 2));
    }
};

class Datagrams : public Conversation {                              // in the manner of QUIC
public:
    using Conversation::Conversation;
    Frame next() override {
        const bool from_client = step_++ % 4 == 0;
        ByteBuffer payload = noise(from_client ? 40 + random_() % 60 : 900 + random_() % 300);
        payload[0] = std::uint8_t(0x40 | (payload[0] & 0x3f));
        return datagram(from_client, 443, payload);
    }
};

class Neighbours : public Conversation {
public:
    using Conversation::Conversation;
    Frame next() override { return Frame::arp(client_, server_, step_++ % 2 == 0); }
};

std::unique_ptr<Conversation> begin_conversation(std::mt19937& random) {
    const unsigned kind = random() % 100;
    if (kind < 55) return std::make_unique<Stream>(random, true);
    if (kind < 72) return std::make_unique<Stream>(random, false);
    if (kind < 86) return std::make_unique<Names>(random);
    if (kind < 93) return std::make_unique<Datagrams>(random);
    if (kind < 97) return std::make_unique<Echoes>(random);
    return std::make_unique<Neighbours>(random);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return std::fprintf(stderr, "usage: make_capture FILE PACKETS [SEED]\n"), 2;
    std::mt19937 random(unsigned(argc > 3 ? std::atoi(argv[3]) : 1));
    std::FILE* file = std::fopen(argv[1], "wb");
    if (!file) return std::perror(argv[1]), 1;
    const std::array<std::uint32_t, 6> header{0xa1b2c3d4, 0x00040002, 0, 0, 262144, 1};
    std::fwrite(header.data(), sizeof header, 1, file);
    std::vector<std::unique_ptr<Conversation>> conversations;
    for (int i = 0; i < 1500; i++) conversations.push_back(begin_conversation(random));
    std::uint64_t microseconds = 1'700'000'000'000'000;
    for (long left = std::atol(argv[2]); left > 0; left--) {
        const ByteBuffer bytes = conversations[random() % conversations.size()]->next().bytes();
        microseconds += random() % 40;
        const std::array<std::uint32_t, 4> record{std::uint32_t(microseconds / 1'000'000), std::uint32_t(microseconds % 1'000'000),
                                                  std::uint32_t(bytes.size()), std::uint32_t(bytes.size())};
        std::fwrite(record.data(), sizeof record, 1, file);
        std::fwrite(bytes.data(), bytes.size(), 1, file);
    }
    return std::fclose(file) == 0 ? 0 : (std::perror(argv[1]), 1);
}
