// SPDX-License-Identifier: GPL-3.0-or-later
// The append-only store between engine threads and everybody who looks at packets.
//
// Writers (engine threads) append; readers need nothing but count(), published atomically, and a pin on the bytes they
// look at. Nobody waits for anybody beyond a few instructions. Bytes lie either in memory that somebody else keeps
// (a mapped capture file) or in the store's own rolling spool: unlinked files, mapped, dropped oldest first when the budget
// of bytes or time is spent, or the disk gives no more. Dropped packets keep their numbers: first() moves on.
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include "packet/capture_interface.h"
#include "packet/conversation_memory.h"
#include "packet/packet_record.h"
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport {

struct StoreBudget {
    std::uint64_t bytes = 2ull << 30;  // of packet bytes and records kept; 0: no limit
    std::int64_t seconds = 0;          // older packets are dropped; 0: no limit
};

/// One packet, as it is in the store. `bytes` stay valid as long as `pin` lives.
struct StoredPacket {
    std::size_t index = 0;  // 0-based; the number that people see is index + 1
    PacketRecord record;
    Bytes bytes;
    std::shared_ptr<const void> pin;
};

class PacketStore {
public:
    explicit PacketStore(StoreBudget budget = {}, std::string spool_directory = {});
    ~PacketStore();
    PacketStore(const PacketStore&) = delete;
    PacketStore& operator=(const PacketStore&) = delete;

    // ── writers, any thread ──
    /// Adds an interface; thread-safe. Packets refer to it by the returned index.
    std::uint16_t add_interface(CaptureInterface interface);
    /// What a rule that packets record is about, where no rules in force tell it: those of a capture file. "" forgets it.
    void name_rule(std::uint32_t rule, std::string text);
    /// Names memory that packets appended with append_external() lie in; kept alive until the store dies.
    void keep(std::shared_ptr<const void> owner, Bytes memory);
    /// Appends a packet; bytes and `comment`, what its capture file says of it, are copied. When the spool's disk is full before the budget
    /// is spent, the oldest give way to it; it fails (the packet is not stored) where there is no budget, or nothing that could give way.
    Status append(PacketRecord record, Bytes bytes, std::string_view comment = {});
    /// Appends packets whose bytes lie in memory given to keep(); record.offset is ignored and set.
    void append_external(PacketRecord record, Bytes bytes, std::string_view comment = {});

    // ── readers, any thread ──
    std::size_t count() const;  // packets ever appended; [first(), count()) can be read
    std::size_t first() const;  // the oldest that is still held
    Timestamp first_time() const;  // of the first packet ever appended: what times count from, also when it was dropped
    /// The packet at an index; false when it was dropped or is not there yet.
    bool get(std::size_t index, StoredPacket& out) const;
    /// Only the fixed record, without pinning its bytes.
    bool record(std::size_t index, PacketRecord& out) const;
    /// Calls `visit` for each packet of [from, to) that is held, in order, pinning a segment at a time; stops when it
    /// returns false. The bytes are valid during the call only. Allocates nothing a packet.
    void visit(std::size_t from, std::size_t to, const std::function<bool(std::size_t index, const PacketRecord&, Bytes)>& visit) const;
    std::vector<CaptureInterface> interfaces() const;
    /// What packets told that others are read by. Writers teach it before they append.
    ConversationMemory& conversations() { return *conversations_; }
    const ConversationMemory& conversations() const { return *conversations_; }
    /// … for those who may look at a packet when the store is gone.
    std::shared_ptr<const ConversationMemory> kept_conversations() const { return conversations_; }
    /// What name_rule() said; "": nothing.
    std::string rule_text(std::uint32_t rule) const;
    /// What the capture file says of a packet whose record is PacketFlag::commented.
    std::string comment(std::size_t index) const;
    /// True, for good, once packets had to go before the budget was spent; shortage() says why.
    bool is_short() const;
    Error shortage() const;
    /// Bytes of records and spool in memory or on disk, for the status bar.
    std::uint64_t bytes_held() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
    std::shared_ptr<ConversationMemory> conversations_ = std::make_shared<ConversationMemory>();
};

}  // namespace sallyport
