// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/bridge/session_bridge.h"
#include "session/compose.h"
#include <QObject>
#include <memory>

namespace sallyport {

/// Looks for answers to what is sent among the packets that the session sees, from begin() on, until nothing more is to be expected.
/// GUI thread only; a frame's share of packets at a time.
class ReplyWatch : public QObject {
    Q_OBJECT
public:
    /// The bridge must outlive it.
    explicit ReplyWatch(SessionBridge* bridge, QObject* parent = nullptr);

    /// Packets of `series` are about to be sent. `stored`: those that were sent come back into the store, marked as made here; else they
    /// are known from advance() alone.
    void begin(std::shared_ptr<const PacketSeries> series, bool stored);
    /// So many have been sent so far.
    void advance(std::uint64_t sent);
    void end();

    const std::vector<ReplyMatcher::Row>& rows() const { return matcher_->rows(); }
    std::size_t answered() const { return matcher_->answered(); }
    /// What was sent stands in the store: Row::number is a packet there, 1-based. Else it is the number in the series, from 1.
    bool isStored() const { return stored_; }
    bool isWatching() const { return watching_; }
    /// Nobody captures: replies cannot be seen.
    bool isBlind() const { return !bridge_->isRunning(); }

signals:
    /// Other rows, or what is known of them.
    void changed();
    void begun();

private:
    void look();
    void noteSent(std::uint64_t sent);

    SessionBridge* bridge_;
    std::unique_ptr<ReplyMatcher> matcher_;
    std::shared_ptr<const PacketSeries> series_;
    std::shared_ptr<PacketStore> store_;
    std::size_t next_ = 0;     // packet of the store that was not looked at yet
    std::uint64_t noted_ = 0;  // of those that were sent, where they are not stored
    bool stored_ = true, watching_ = false;
    std::size_t answered_before_ = 0, rows_before_ = 0;
    QElapsedTimer since_sent_;
};

}  // namespace sallyport
