// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/traffic_history.h"
#include <algorithm>

namespace sallyport {

TrafficHistory::TrafficHistory(SessionBridge* bridge, QObject* parent) : QObject(parent), bridge_(bridge) {
    all_ = std::make_shared<TimeSeries>(bridge_->store());
    connect(bridge_, &SessionBridge::sourceStarted, this, &TrafficHistory::restart);
    connect(bridge_, &SessionBridge::statisticsChanged, this, &TrafficHistory::noteLosses);
}

TrafficHistory::~TrafficHistory() = default;

void TrafficHistory::restart() {
    all_ = std::make_shared<TimeSeries>(bridge_->store());
    losses_ = {};
    for (auto it = filtered_.begin(); it != filtered_.end(); ++it) *it = seriesFor(it.key());
    emit restarted();
}

std::shared_ptr<TimeSeries> TrafficHistory::seriesFor(const QString& filter) const {
    auto compiled = Filter::compile(filter.toStdString());
    if (!compiled) return nullptr;
    return std::make_shared<TimeSeries>(bridge_->store(), std::make_shared<const Filter>(std::move(*compiled)));
}

void TrafficHistory::setFilters(const QStringList& filters) {
    for (auto it = filtered_.begin(); it != filtered_.end();) it = filters.contains(it.key()) ? std::next(it) : filtered_.erase(it);
    for (const QString& filter : filters)
        if (!filtered_.contains(filter)) filtered_.insert(filter, seriesFor(filter));
}

const TimeSeries* TrafficHistory::of(const QString& filter) const { return filtered_.value(filter).get(); }

void TrafficHistory::noteLosses() {
    const auto now = extent();
    losses_.note(now ? now->last : Timestamp::now(), bridge_->statistics().lost);
}

bool TrafficHistory::isRealtime() const {
    const Source& source = bridge_->session().source();
    return std::holds_alternative<LiveSource>(source) || std::holds_alternative<FirewallSource>(source);
}

std::optional<TrafficHistory::Extent> TrafficHistory::extent() const {
    const TimeSeriesProgress progress = all_->progress();
    if (!progress.total.packets) return std::nullopt;
    return Extent{progress.first, isLive() ? std::max(progress.last, Timestamp::now()) : progress.last};
}

}  // namespace sallyport
