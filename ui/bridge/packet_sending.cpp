// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/packet_sending.h"
#include "session/packet_outlet.h"
#include <algorithm>

namespace sallyport {

namespace {

constexpr int frame_ms = 30;
constexpr std::uint64_t most_looked_at = 4096;  // packets of a series, for their destinations

}  // namespace

PacketSending::PacketSending(SessionBridge* bridge, QObject* parent) : QObject(parent), bridge_(bridge), replies_(bridge) {
    timer_.setInterval(frame_ms);
    connect(&timer_, &QTimer::timeout, this, &PacketSending::tick);
    connect(bridge_, &SessionBridge::stateChanged, this, &PacketSending::refreshObstacle);
    connect(bridge_, &SessionBridge::sourceStarted, this, [this] {
        if (isThroughSession()) stop();
        refreshObstacle();
    });
    refreshObstacle();
}

PacketSending::~PacketSending() = default;

void PacketSending::setInterface(const QString& interface) {
    if (interface == interface_) return;
    interface_ = interface;
    refreshObstacle();
    emit targetChanged();
}

Surroundings PacketSending::surroundings() const {
    return isThroughSession() ? surroundings_of(bridge_->session()) : surroundings_of(interface_.toStdString());
}

void PacketSending::refreshObstacle() {
    const SendTarget target = isThroughSession() ? SendTarget(SendThroughSession{.session = bridge_->engine()})
                                                 : SendTarget(SendOntoInterface{interface_.toStdString()});
    auto outlet = open_outlet(target);
    std::optional<Error> now;
    if (!outlet) now = outlet.error();
    const bool same = now.has_value() == obstacle_.has_value() && (!now || now->text() == obstacle_->text());
    obstacle_ = std::move(now);
    if (!same) emit obstacleChanged();
}

QString PacketSending::outsideDestination(const PacketSeries& series) {
    const OwnNetworks own;
    const std::uint64_t size = series.size(), looked_at = std::min(size, most_looked_at);
    ByteBuffer packet;
    for (std::uint64_t i = 0; i < looked_at; i++) {
        series.build(looked_at > 1 ? std::uint64_t(double(i) / double(looked_at - 1) * double(size - 1)) : 0, packet);
        const std::string outside = own.outside_destination(packet, series.link_type());
        if (!outside.empty()) return QString::fromStdString(outside);
    }
    return {};
}

/// The store of a session that runs, unless it watches that interface: then the packet comes back by itself.
std::shared_ptr<PacketStore> PacketSending::whereNobodySeesIt() const {
    if (!bridge_->isRunning()) return nullptr;
    if (const auto* live = std::get_if<LiveSource>(&bridge_->session().source()))
        for (auto& watched : live->interfaces)
            if (watched == "any" || watched == interface_.toStdString()) return nullptr;
    return bridge_->store();
}

/// The session watches that interface, and leaves out nothing. Sent through it, packets go onto the same wire, unjudged as well, and are
/// known as ours when they are seen there.
bool PacketSending::isWatchedWhole() const {
    const auto* live = std::get_if<LiveSource>(&bridge_->session().source());
    if (!live || !bridge_->isRunning() || !live->capture_filter.empty()) return false;
    return std::find(live->interfaces.begin(), live->interfaces.end(), interface_.toStdString()) != live->interfaces.end();
}

bool PacketSending::start(Order order) {
    stop();
    const bool through_session = isThroughSession() || isWatchedWhole();
    replies_.begin(order.series, through_session);
    const SendTarget target = through_session
                                  ? SendTarget(SendThroughSession{.session = bridge_->engine(), .interface = interface_.toStdString()})
                                  : SendTarget(SendOntoInterface{interface_.toStdString(), whereNobodySeesIt()});
    auto job = SendJob::start({.series = order.series, .rounds = order.rounds, .rate = order.rate}, target);
    if (!job) {
        replies_.end();
        emit failed(words("Nothing was sent"), job.error());
        refreshObstacle();
        return false;
    }
    job_ = std::move(*job);
    until_reply_ = order.until_reply;
    progress_ = job_->progress();
    timer_.start();
    emit progressChanged();
    return true;
}

void PacketSending::stop() {
    if (!isSending()) return;
    job_->cancel();
    tick();
}

void PacketSending::tick() {
    if (!job_) return timer_.stop();
    progress_ = job_->progress();
    replies_.advance(progress_.sent, [this](std::uint64_t number) { return job_->sent_at(number); });
    if (until_reply_ && !progress_.done && replies_.answered()) job_->cancel();
    emit progressChanged();
    if (!progress_.done) return;
    timer_.stop();
    replies_.finish();
    job_.reset();
    if (!progress_.troubles.empty()) {
        auto& trouble = progress_.troubles.front();
        emit failed(message("%1 of %2 packets were not sent", progress_.failed, progress_.sent + progress_.failed), trouble.error);
    }
    emit finished();
}

}  // namespace sallyport
