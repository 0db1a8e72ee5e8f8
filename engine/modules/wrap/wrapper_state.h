// SPDX-License-Identifier: GPL-3.0-or-later
// What wrappers begin with: a module and a state that pass everything on. The packets are the wrapped state's own, not copies;
// the wrapper owns them while they are out, so that it sees the ones that nobody decides.
#pragma once
#include "modules/packet_module.h"

namespace sallyport {

class WrapperState : public ModuleState {
public:
    explicit WrapperState(std::unique_ptr<ModuleState> inner) : inner_(std::move(inner)) {}

    Received receive() override;
    Status verdict(Packet& packet, Verdict verdict) override { return inner_->verdict(packet, verdict); }
    Status flush() override { return inner_->flush(); }
    Result<PacketPtr> newPacket(std::size_t size) override;
    Status send(Packet& packet, bool own_answer) override { return inner_->send(packet, own_answer); }
    void interrupt() override { inner_->interrupt(); }
    std::vector<CaptureInterface> interfaces() const override { return inner_->interfaces(); }
    std::shared_ptr<const void> keeper() const override { return inner_->keeper(); }
    Bytes keptMemory() const override { return inner_->keptMemory(); }
    Timestamp clock() const override { return inner_->clock(); }
    ModuleStatistics statistics() const override { return inner_->statistics(); }

protected:
    void release(Packet* packet) override { give_back(packet, *inner_); }
    ModuleState& inner() { return *inner_; }
    const ModuleState& inner() const { return *inner_; }
    /// The wrapped state ends now, and decides what is still undecided: for destructors that must see that done.
    void end_inner() { inner_.reset(); }

private:
    std::unique_ptr<ModuleState> inner_;
};

class WrapperModule : public PacketModule {
public:
    /// `kind`: the wrapper's name. Its info is that of the wrapped module, but for the name: "record(nfqueue)".
    WrapperModule(std::string_view kind, std::unique_ptr<PacketModule> inner);

    const ModuleInfo& info() const override { return info_; }
    bool multiThreaded() const override { return inner_->multiThreaded(); }
    bool passThrough() const override { return inner_->passThrough(); }
    bool isRealtime() const override { return inner_->isRealtime(); }
    std::string kernelTable() const override { return inner_->kernelTable(); }

protected:
    PacketModule& inner() { return *inner_; }
    const PacketModule& inner() const { return *inner_; }

private:
    std::unique_ptr<PacketModule> inner_;
    ModuleInfo info_;
};

}  // namespace sallyport
