// SPDX-License-Identifier: GPL-3.0-or-later
// What came when in the session's present capture: all packets from the first on, losses, and the packets of any filter that
// somebody wants a curve of. Counted in the background; ask a few times a second. GUI thread only.
#pragma once
#include "session/loss_series.h"
#include "ui/bridge/session_bridge.h"
#include <QMap>
#include <QObject>
#include <QStringList>

namespace sallyport {

class TrafficHistory : public QObject {
    Q_OBJECT
public:
    /// The bridge must outlive it.
    explicit TrafficHistory(SessionBridge* bridge, QObject* parent = nullptr);
    ~TrafficHistory() override;

    const TimeSeries& all() const { return *all_; }
    /// Counts packets of these filters from now on; those that stay go on. Wrong ones are passed over.
    void setFilters(const QStringList& filters);
    /// Null for a filter that is not counted.
    const TimeSeries* of(const QString& filter) const;

    /// Packets that the kernel or the source lost.
    const LossSeries& losses() const { return losses_; }

    /// Packets come, or came, by the clock of this computer: no file.
    bool isRealtime() const;
    bool isLive() const { return isRealtime() && isGrowing(); }
    /// More packets may come.
    bool isGrowing() const { return bridge_->isRunning(); }
    /// From the first packet to the last, or to now while it is live; nothing before the first packet.
    struct Extent {
        Timestamp first, last;
    };
    std::optional<Extent> extent() const;

signals:
    /// Another capture: everything begins anew.
    void restarted();

private:
    void restart();
    void noteLosses();
    std::shared_ptr<TimeSeries> seriesFor(const QString& filter) const;

    SessionBridge* bridge_;
    std::shared_ptr<TimeSeries> all_;
    QMap<QString, std::shared_ptr<TimeSeries>> filtered_;  // null: the filter is wrong
    LossSeries losses_;
};

}  // namespace sallyport
