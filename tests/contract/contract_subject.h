// SPDX-License-Identifier: GPL-3.0-or-later
// What the contract test must know of a packet module to try it: how to make one, and how packets come to it.
#pragma once
#include "modules/packet_module.h"
#include <optional>
#include <string>
#include <vector>

namespace contract {

using namespace sallyport;
using Texts = std::vector<std::string>;

/// A text of this many bytes stands at the end of each packet of the test, and tells which one it is.
inline constexpr std::size_t text_size = 12;
inline std::string text(unsigned number) {
    std::string digits = std::to_string(number);
    return "contract" + std::string(text_size - 8 - digits.size(), '0') + digits;
}
inline Texts texts(unsigned count, unsigned first = 0) {
    Texts all;
    for (unsigned i = 0; i < count; i++) all.push_back(text(first + i));
    return all;
}
inline std::string text_of(Bytes packet) {
    return packet.size() < text_size ? std::string() : std::string(packet.end() - text_size, packet.end());
}

/// One module under test. Made anew for each test.
class Subject {
public:
    virtual ~Subject() = default;

    // ── what must be true of it ──
    virtual std::string name() const = 0;
    virtual std::string innermost_name() const { return name(); }  // of a wrapped module: the module within
    virtual bool out_of_tree() const { return false; }             // a plug-in
    virtual bool multi_threaded() const { return false; }
    virtual bool pass_through() const = 0;
    virtual bool realtime() const = 0;
    virtual std::uint32_t mtu() const = 0;       // 0: a file
    virtual bool ends() const { return false; }  // there comes an end of packets

    // ── how it is tried ──
    /// A module to which packets with these texts will come.
    virtual std::unique_ptr<PacketModule> make(const Texts& texts) = 0;
    /// Makes them come, where they do not by themselves; its states are there.
    virtual bool flow() { return true; }
    /// A module that waits long for its next packet, once it has given the first; nullptr: it never waits.
    virtual std::unique_ptr<PacketModule> make_waiting() { return nullptr; }
    /// A module that meets an error after `packets` packets; nullptr: nothing that a test can cause.
    virtual std::unique_ptr<PacketModule> make_faulty(unsigned) { return nullptr; }
    /// A module whose initState(0) fails.
    virtual std::unique_ptr<PacketModule> make_impossible() = 0;
    /// The bytes of a packet with this text, such as newPacket() and send() take.
    virtual ByteBuffer forge(const std::string& text) = 0;
    /// Where verdicts act: the texts of the packets that went on, in order. The state is gone by now.
    virtual Texts gone_on() { return {}; }
    /// Sets the text of a packet and keeps its lengths and checksums true.
    virtual void set_text(ByteBuffer& bytes, const std::string& text) { std::copy(text.begin(), text.end(), bytes.end() - text_size); }
    /// What a packet gets that nobody decided.
    virtual Verdict default_policy() const { return Verdict::accept; }
};

}  // namespace contract
