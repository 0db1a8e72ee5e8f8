// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/bridge/session_bridge.h"
#include "session/compose.h"
#include <QObject>
#include <deque>
#include <functional>
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
    /// So many have been sent so far, and when each of them was (from 0); asked for regularly until finish().
    void advance(std::uint64_t sent, const std::function<Timestamp(std::uint64_t)>& sent_at);
    /// Nothing more will be sent.
    void finish() { sending_ = false; }
    void end();

    const std::vector<ReplyMatcher::Row>& rows() const { return matcher_->rows(); }
    std::size_t answered() const { return matcher_->answered(); }
    /// What was sent stands in the store: Row::number is a packet there, 1-based. Else it is the number in the series, from 1.
    bool isStored() const { return stored_; }
    bool isWatching() const { return watching_; }
    /// Nobody captures: replies cannot be seen.
    bool isBlind() const { return !bridge_->isRunning(); }

    /// What number `number` of those that are not stored says, in short: "Echo (ping) request …".
    QString sentInfo(std::uint64_t number) const;

signals:
    /// Other rows, or what is known of them.
    void changed();
    void begun();

private:
    void look(std::size_t end);
    void noteSent(std::uint64_t sent, const std::function<Timestamp(std::uint64_t)>& sent_at);
    void lookBack(std::size_t sent, Timestamp at);
    void noteAnswer(std::size_t packet);
    void noteOwn(Bytes packet, Timestamp time);
    void tellWhatIsNew();

    SessionBridge* bridge_;
    std::unique_ptr<ReplyMatcher> matcher_;
    std::shared_ptr<const PacketSeries> series_;
    std::shared_ptr<PacketStore> store_;
    std::size_t next_ = 0;     // packet of the store that was not looked at yet
    std::uint64_t noted_ = 0;  // of those that were sent
    // Where they are not stored: a reply may be in the store before its packet was told to be sent. So the store is looked at only as far
    // as it went one advance() ago, and those that the session itself sees going out get their times from it.
    std::size_t settled_ = 0, begun_ = 0;
    std::uint64_t recognized_ = 0;
    std::deque<std::size_t> answers_;  // the last packets of the store that answered something
    mutable ByteBuffer scratch_;
    bool stored_ = true, watching_ = false, sending_ = false;
    std::size_t answered_before_ = 0, rows_before_ = 0;
    QElapsedTimer since_sent_;
};

}  // namespace sallyport
