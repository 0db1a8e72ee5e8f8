// SPDX-License-Identifier: GPL-3.0-or-later
// The contract between the engine and the network. Every member of the reference packet_module has its place here; the
// contract test (tests/contract) runs over every module.
//
// One module, n states, one engine thread a state. A state's receive(), verdict(), newPacket() and send() are called on
// its thread; interrupt() on any. Packets may be decided in any order, any time later, on the state's thread.
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include "base/timestamp.h"
#include "packet/packet_record.h"
#include "packet/packet_store.h"
#include "packet/saved_verdict.h"
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sallyport {

class ModuleState;

/// A packet on its way through the engine. Made by a ModuleState, given back to it when the handle dies.
class Packet {
public:
    Packet(const Packet&) = delete;
    Packet& operator=(const Packet&) = delete;

    std::uint64_t id() const { return id_; }  // unique within a session
    std::string_view dissector() const { return first_protocol(link_type_); }
    LinkType linkType() const { return link_type_; }
    PacketStatus status() const { return status_; }
    Timestamp timestamp() const { return time_; }               // kernel's where it gives one, else that of receipt
    std::uint32_t mtu() const { return mtu_; }                  // of its interface; 0 where there is none (a file)
    std::uint32_t originalLength() const { return original_; }  // on the wire; >= bytes().size()
    Direction direction() const { return direction_; }
    std::uint16_t interface() const { return interface_; }  // index among ModuleState::interfaces()
    std::uint8_t flags() const { return flags_; }           // PacketFlag
    std::uint8_t queue() const { return queue_; }
    std::uint16_t linkOptions() const { return link_options_; }  // PacketRecord::link_options: what a file says beyond the direction
    const SavedVerdict& savedVerdict() const { return saved_; }  // out of a file: what became of it then; its text as long as the packet
    std::string_view comment() const { return comment_; }        // … and what somebody noted about it there
    bool ownAnswer() const { return own_answer_; }               // sent by the engine itself: accept without judging

    Bytes bytes() const { return changed_ ? Bytes(edited_) : original_bytes_; }
    /// The bytes as they came, whatever was done since.
    Bytes receivedBytes() const { return original_bytes_; }
    /// True when bytes() lie in memory that outlives the packet and the state (a mapped file that `keeper` holds).
    bool bytesAreStable() const { return stable_ && !changed_; }
    /// A writable copy of the bytes (made at first use); what stands in it at the verdict goes on. Its size may change.
    ByteBuffer& edit() {
        if (!changed_) edited_.assign(original_bytes_.begin(), original_bytes_.end()), changed_ = true, flags_ |= PacketFlag::edited;
        return edited_;
    }
    bool changed() const { return changed_; }
    /// Forged packets: the interface that it goes out of and with it its link type; the first one unless said.
    void setInterface(std::uint16_t interface) {
        if (status_ == PacketStatus::forged) interface_ = interface;
    }

protected:
    friend class ModuleState;
    friend struct ReleasePacket;
    Packet() = default;
    ~Packet() = default;

    std::uint64_t id_ = 0;
    Bytes original_bytes_;
    ByteBuffer edited_;
    Timestamp time_;
    std::uint32_t mtu_ = 0, original_ = 0;
    std::uint16_t interface_ = 0, link_options_ = 0;
    LinkType link_type_ = LinkType::ethernet;
    PacketStatus status_ = PacketStatus::normal;
    Direction direction_ = Direction::unknown;
    std::uint8_t flags_ = 0, queue_ = 0;
    bool changed_ = false, stable_ = false, own_answer_ = false, decided_ = false;
    SavedVerdict saved_;
    std::string comment_;
    ModuleState* owner_ = nullptr;
};

/// Gives a packet back to its state: undecided ones get the default policy there.
struct ReleasePacket {
    void operator()(Packet* packet) const;
};
using PacketPtr = std::unique_ptr<Packet, ReleasePacket>;

struct Interrupted {};   // interrupt() was called, or nothing came within the module's own short wait
struct EndOfPackets {};  // there will never be another (end of file)
using Received = std::variant<PacketPtr, Interrupted, EndOfPackets, Error>;

struct ModuleStatistics {
    std::uint64_t received = 0;     // from the source
    std::uint64_t lost = 0;         // by the kernel or the source before we saw them
    std::uint64_t waiting = 0;      // in the kernel's queue now (nfqueue), else 0
    std::uint64_t bytes_total = 0;  // of a file; 0 where unknown
    std::uint64_t bytes_done = 0;   // of a file: how far reading came
    bool settling = false;          // there may be more `lost`, not sure yet: look again after `settle_time`
};
/// So long the kernel may take, held up by others, between two of its counters for one packet.
constexpr std::chrono::milliseconds settle_time{50};

/// One thread's side of a module. Its destructor releases every packet of the state that is still undecided.
class ModuleState {
public:
    virtual ~ModuleState() = default;

    /// Waits for a packet. Wakes at once after interrupt(). May drain a batch inside and hand the packets out one by one.
    virtual Received receive() = 0;
    /// Decides a packet. Takes effect at most once: a second call is refused with an error and changes nothing. Changed bytes
    /// go on instead of the received ones (an error where the module only observes). May be coalesced: flush() ends that.
    virtual Status verdict(Packet& packet, Verdict verdict) = 0;
    /// Carries out every verdict that was held back to be sent with others. The engine calls it before each wait.
    virtual Status flush() { return {}; }
    /// A zeroed, writable packet with status forged. Its bytes are edit().
    virtual Result<PacketPtr> newPacket(std::size_t size) = 0;
    /// Sends a forged packet: it is received again as a regular one and judged, unless `own_answer`, which marks it as the
    /// engine's own accepted answer. Any other status is an error. Afterwards its status is sent.
    virtual Status send(Packet& packet, bool own_answer = false) = 0;
    /// From any thread: makes a receive() that waits, or the next one, return Interrupted.
    virtual void interrupt() = 0;
    virtual std::vector<CaptureInterface> interfaces() const = 0;
    /// Memory that stable packets' bytes lie in (a mapped file); empty where there is none.
    virtual std::shared_ptr<const void> keeper() const { return nullptr; }
    virtual Bytes keptMemory() const { return {}; }
    /// The module's time: of the wall where it is realtime, else that of the packets so far, which never jumps back though a
    /// packet's own timestamp() may. Its own thread only.
    virtual Timestamp clock() const { return Timestamp::now(); }
    /// From any thread.
    virtual ModuleStatistics statistics() const { return {}; }

protected:
    friend struct ReleasePacket;
    virtual void release(Packet* packet) = 0;

    // Of wrappers (modules/wrap/wrapper_state.h), which pass on the packets of a state that they hold:
    /// From now on a packet of another state is released here.
    void adopt(Packet& packet) { packet.owner_ = this; }
    /// Releases a packet where it came from.
    static void give_back(Packet* packet, ModuleState& to) {
        packet->owner_ = &to;
        to.release(packet);
    }
    /// Makes `bytes` what was received of an unchanged packet: its own bytes, or the first of them.
    static void show(Packet& packet, Bytes bytes) { packet.original_bytes_ = bytes; }
};

inline void ReleasePacket::operator()(Packet* packet) const { packet->owner_->release(packet); }

inline constexpr std::uint32_t packet_module_api_version = 4;

struct ModuleInfo {
    std::string name;  // "pcap-file", "pcap-live", "nfqueue", "replay"
    std::string title, description, author;
    std::uint32_t api_version = packet_module_api_version;
};

class PacketModule {
public:
    virtual ~PacketModule() = default;
    virtual const ModuleInfo& info() const = 0;
    virtual bool multiThreaded() const = 0;  // false: the engine runs one state; true: as many as the user set
    virtual bool passThrough() const = 0;    // true: only observes; verdicts do not act and edits are refused
    virtual bool isRealtime() const = 0;     // true: wall clock; false: the packets' own time, which never jumps back
    /// The kernel table that it has in force now, as `nft list table` would show it; "" where it has none. Any thread.
    virtual std::string kernelTable() const { return {}; }
    /// The state of thread `thread_id` (0 … n-1). A failure names the cause and the remedy.
    virtual Result<std::unique_ptr<ModuleState>> initState(unsigned thread_id) = 0;
};

/// What this machine and user can do with a module: for `sallyport-cli modules` and the start view.
struct ModuleAvailability {
    bool usable = false;
    Message why;     // not usable: the cause
    Message remedy;  // … and what to do
};

struct ModuleEntry {  // one line of all_modules.cpp
    ModuleInfo info;
    ModuleAvailability (*available)();
};
const std::vector<ModuleEntry>& all_modules();

}  // namespace sallyport
