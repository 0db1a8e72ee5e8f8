// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/packet_outlet.h"
#include "dissect/walk.h"
#include "modules/interface_sender.h"

namespace sallyport {
namespace {

class InterfaceOutlet final : public PacketOutlet {
public:
    InterfaceOutlet(InterfaceSender sender, std::shared_ptr<PacketStore> shown_in)
        : sender_(std::move(sender)), shown_in_(std::move(shown_in)) {
        if (shown_in_) interface_ = shown_in_->add_interface({.name = sender_.interface(), .link_type = sender_.link_type()});
    }
    LinkType link_type() const override { return sender_.link_type(); }
    void drain(const std::atomic<bool>&) override {}
    bool send(OutgoingBatch& batch, const std::atomic<bool>& give_up) override {
        const Timestamp before = Timestamp::now();  // what answers it comes later
        packets_.clear();
        for (std::size_t i = 0; i < batch.size(); i++) packets_.push_back(batch[i]);
        failed_.assign(packets_.size(), 0);
        bool lost = false;
        const auto sent = sender_.send(
            packets_,
            [&](std::size_t number, const Error& error) {
                failed_[number] = 1;
                batch.tally->count_failed(error);
                lost |= error.code == ENODEV || error.code == ENXIO || error.code == ENETDOWN || error.code == EPERM;
            },
            [&] { return give_up.load(std::memory_order_relaxed); });
        batch.tally->count_sent(sent);
        for (std::size_t i = 0; i < packets_.size() && shown_in_; i++)
            if (!failed_[i]) show(packets_[i], before);
        return !lost;
    }

private:
    /// A full disk is told by whoever else writes there; the packet is gone in any case.
    void show(Bytes packet, Timestamp time) {
        PacketRecord record;
        record.time = time;
        record.captured = record.original = std::uint32_t(packet.size());
        record.interface = interface_;
        record.link_type = sender_.link_type();
        record.direction = Direction::out;
        record.status = PacketStatus::sent;
        record.flags = PacketFlag::made_here;
        (void)shown_in_->append(record, packet);
    }

    InterfaceSender sender_;
    std::shared_ptr<PacketStore> shown_in_;
    std::uint16_t interface_ = 0;  // in that store
    std::vector<Bytes> packets_;
    std::vector<std::uint8_t> failed_;
};

class SessionOutlet final : public PacketOutlet {
public:
    SessionOutlet(std::shared_ptr<Outbox> outbox, std::string interface, LinkType link_type)
        : outbox_(std::move(outbox)), interface_(std::move(interface)), link_type_(link_type) {}
    LinkType link_type() const override { return link_type_; }
    void drain(const std::atomic<bool>& give_up) override { outbox_->drain(give_up); }
    bool send(OutgoingBatch& batch, const std::atomic<bool>& give_up) override {
        OutgoingBatch handed = batch;
        handed.interface = interface_;
        if (outbox_->put(std::move(handed), give_up)) return true;
        batch.tally->count_failed(give_up ? Error{message("sending was cancelled"), {}, 0}
                                          : Error{message("the session has ended before they were sent"), message("start it again"), 0},
                                  batch.size());
        return false;
    }

private:
    std::shared_ptr<Outbox> outbox_;
    std::string interface_;
    LinkType link_type_;
};

bool is_bare(LinkType type) {
    return type == LinkType::raw || type == LinkType::raw_bsd || type == LinkType::raw_openbsd || type == LinkType::ipv4 ||
           type == LinkType::ipv6;
}

Result<std::unique_ptr<PacketOutlet>> open(const SendOntoInterface& target) {
    auto sender = InterfaceSender::open(target.interface);
    if (!sender) return tl::unexpected(sender.error());
    return std::make_unique<InterfaceOutlet>(std::move(*sender), target.shown_in);
}

Result<std::unique_ptr<PacketOutlet>> open(const SendThroughSession& target) {
    if (!target.session) return fail(message("there is no session to send through"));
    auto link_type = link_type_of_sending(*target.session, target.interface);
    if (!link_type) return tl::unexpected(link_type.error());
    auto outbox = target.session->outbox();
    if (!outbox)
        return fail(message("the session does not run: nothing can be sent through it"),
                    message("start the firewall or a capture, or send onto an interface"));
    return std::make_unique<SessionOutlet>(std::move(outbox), target.interface, *link_type);
}

Result<LinkType> of_interfaces(const PacketStore& store, const std::string& name) {
    for (auto& each : store.interfaces())
        if (name.empty() || each.name == name) return each.link_type;
    if (name.empty()) return LinkType::ethernet;
    return fail(message("the session has no interface %1", name), message("choose one that it watches"));
}

}  // namespace

Result<std::unique_ptr<PacketOutlet>> open_outlet(const SendTarget& target) {
    return std::visit([](auto& kind) { return open(kind); }, target);
}

Result<LinkType> link_type_of_sending(const Session& session, const std::string& interface) {
    if (std::holds_alternative<FirewallSource>(session.source())) return LinkType::raw;
    if (std::holds_alternative<LiveSource>(session.source()) || std::holds_alternative<ReplaySource>(session.source()) ||
        std::holds_alternative<PluginSource>(session.source()))
        return of_interfaces(*session.store(), interface);
    return fail(std::holds_alternative<FileSource>(session.source()) ? message("a capture file takes no packets")
                                                                     : message("nothing runs that could send"),
                message("start the firewall or a capture, or send onto an interface"));
}

Result<Bytes> fitted(Bytes packet, LinkType link_type, LinkType there) {
    if (link_type == there || (is_bare(link_type) && is_bare(there))) return packet;
    if (!is_bare(there))
        return fail(message("the packet has no link layer as it is needed there"),
                    is_bare(link_type) ? message("add an Ethernet layer below") : message("compose it for that interface"));
    thread_local Walker walker;
    PacketContext context;
    context.bytes = packet;
    context.link_type = link_type;
    walker.walk(context);
    for (auto& layer : walker.layers()) {
        const std::string_view name = programs()[layer.protocol].protocol->name;
        if (name == "ip" || name == "ipv6") return packet.subspan(layer.start);
    }
    return fail(message("the packet holds no IP packet, and only those can be sent there"),
                message("send it straight onto an Ethernet interface"));
}

}  // namespace sallyport
