// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/reply_watch.h"
#include "session/packet_view.h"
#include <algorithm>

namespace sallyport {

namespace {
constexpr std::size_t most_a_frame = 4000;    // packets of the store
constexpr std::size_t most_behind = 200'000;  // … beyond which older ones are passed over
constexpr qint64 patience_ms = 30'000;        // after the last packet was sent
}  // namespace

ReplyWatch::ReplyWatch(SessionBridge* bridge, QObject* parent)
    : QObject(parent), bridge_(bridge), matcher_(std::make_unique<ReplyMatcher>()) {
    connect(bridge_, &SessionBridge::frame, this, &ReplyWatch::look);
    connect(bridge_, &SessionBridge::sourceStarted, this, [this] {  // another capture: its packets have other numbers
        if (stored_) matcher_ = std::make_unique<ReplyMatcher>();
        end();
        emit changed();
    });
}

void ReplyWatch::begin(std::shared_ptr<const PacketSeries> series, bool stored) {
    matcher_ = std::make_unique<ReplyMatcher>();
    series_ = std::move(series);
    store_ = bridge_->store();
    next_ = store_->count();
    noted_ = 0;
    stored_ = stored;
    watching_ = true;
    answered_before_ = rows_before_ = 0;
    since_sent_.start();
    emit begun();
    emit changed();
}

void ReplyWatch::end() {
    watching_ = false;
    series_.reset();
    store_.reset();
}

void ReplyWatch::advance(std::uint64_t sent) {
    if (!watching_) return;
    if (sent != noted_) since_sent_.start();
    if (!stored_) noteSent(sent);
    else noted_ = sent;
    look();
}

void ReplyWatch::noteSent(std::uint64_t sent) {
    ByteBuffer packet;
    if (sent > noted_ + ReplyMatcher::most_rows) noted_ = sent - ReplyMatcher::most_rows;
    const Timestamp now = Timestamp::now();
    for (; noted_ < sent; noted_++) {
        series_->build(noted_ % series_->size(), packet);
        matcher_->sent(packet, series_->link_type(), noted_ + 1, now);
    }
}

void ReplyWatch::look() {
    if (!watching_ || store_ != bridge_->store()) return;
    const std::size_t count = store_->count();
    next_ = std::max(next_, store_->first());
    if (count > next_ + most_behind) next_ = count - most_behind;
    const std::size_t end = std::min(count, next_ + most_a_frame);
    StoredPacket pin;
    PacketContext context;
    for (; next_ < end; next_++) {
        if (!packet_context(*store_, next_, pin, context)) continue;
        const bool ours = pin.record.flags & PacketFlag::made_here;
        if (ours && stored_) matcher_->sent(context.bytes, context.link_type, context.number, context.time);
        else if (!ours) matcher_->seen(context);
    }
    if (matcher_->answered() != answered_before_ || matcher_->rows().size() != rows_before_) {
        answered_before_ = matcher_->answered();
        rows_before_ = matcher_->rows().size();
        emit changed();
    }
    if (since_sent_.elapsed() > patience_ms) {
        watching_ = false;
        emit changed();
    }
}

}  // namespace sallyport
