// SPDX-License-Identifier: GPL-3.0-or-later
// What the states of file, replay and live capture share: packets from a pool, a verdict that takes effect once, forged packets.
#pragma once
#include "modules/pooled_packet.h"
#include <atomic>
#include <memory>

namespace sallyport {

class PooledState : public ModuleState {
public:
    Status verdict(Packet& packet, Verdict verdict) final;
    Result<PacketPtr> newPacket(std::size_t size) final;
    Status send(Packet& packet, bool own_answer = false) final;

protected:
    /// `observes`: verdicts do not act, edits are refused. `ids`: of the module, shared by its states.
    PooledState(std::string module, std::shared_ptr<std::atomic<std::uint64_t>> ids, bool observes)
        : module_(std::move(module)), ids_(std::move(ids)), observes_(observes) {}

    /// A packet to be filled and handed out by receive().
    PooledPacket& take();
    /// Carries out a verdict; the packet is neither forged nor decided yet.
    virtual Status carry_out(PooledPacket& packet, Verdict verdict) = 0;
    /// Sends a forged packet on its interface.
    virtual Status send_out(PooledPacket& packet, bool own_answer) = 0;
    /// What a packet gets that nobody decided.
    virtual Verdict default_verdict() const { return Verdict::accept; }
    /// Undecided packets that are out when the state goes cannot be asked back: pool memory dies with it.
    void release(Packet* packet) final;

private:
    std::uint64_t next_id() { return ids_->fetch_add(1, std::memory_order_relaxed) + 1; }
    std::string module_;
    std::shared_ptr<std::atomic<std::uint64_t>> ids_;
    bool observes_;
    PacketPool pool_;
};

/// The largest packet that can be made: what capture files can hold.
inline constexpr std::size_t largest_forged_packet = 262144;

}  // namespace sallyport
