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
    connect(bridge_, &SessionBridge::frame, this, [this] {
        if (watching_ && (stored_ || !sending_) && store_ == bridge_->store()) look(store_->count());
    });
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
    settled_ = next_;
    noted_ = recognized_ = 0;
    stored_ = stored;
    watching_ = sending_ = true;
    answered_before_ = rows_before_ = 0;
    since_sent_.start();
    emit begun();
    emit changed();
}

void ReplyWatch::end() {
    watching_ = sending_ = false;
    store_.reset();
}

void ReplyWatch::advance(std::uint64_t sent) {
    if (!watching_) return;
    if (sent != noted_) since_sent_.start();
    if (!stored_) noteSent(sent);
    else noted_ = sent;
    if (store_ != bridge_->store()) return;
    const std::size_t count = store_->count();
    look(stored_ ? count : std::exchange(settled_, count));
}

void ReplyWatch::noteSent(std::uint64_t sent) {
    if (sent > noted_ + ReplyMatcher::most_rows) noted_ = sent - ReplyMatcher::most_rows;
    const Timestamp now = Timestamp::now();
    for (; noted_ < sent; noted_++) {
        series_->build(noted_ % series_->size(), scratch_);
        matcher_->sent(scratch_, series_->link_type(), noted_ + 1, now);
    }
}

/// A packet that the session saw may be one of ours on its way out; some of them it may have missed.
void ReplyWatch::noteOwn(Bytes packet, Timestamp time) {
    constexpr std::uint64_t most_missed = 3;
    recognized_ = std::max(recognized_, noted_ > ReplyMatcher::most_rows ? noted_ - ReplyMatcher::most_rows : 0);
    for (auto number = recognized_; number < noted_ && number <= recognized_ + most_missed; number++) {
        series_->build(number % series_->size(), scratch_);
        if (!std::equal(packet.begin(), packet.end(), scratch_.begin(), scratch_.end())) continue;
        matcher_->went_out_at(number + 1, time);
        recognized_ = number + 1;
        return;
    }
}

void ReplyWatch::look(std::size_t end) {
    next_ = std::max(next_, store_->first());
    if (end > next_ + most_behind) next_ = end - most_behind;
    end = std::min(end, next_ + most_a_frame);
    StoredPacket pin;
    PacketContext context;
    for (; next_ < end; next_++) {
        if (!packet_context(*store_, next_, pin, context)) continue;
        const bool ours = pin.record.flags & PacketFlag::made_here;
        if (!stored_ && pin.record.direction != Direction::in) noteOwn(context.bytes, context.time);
        if (ours && stored_) matcher_->sent(context.bytes, context.link_type, context.number, context.time);
        else if (!ours) matcher_->seen(context);
    }
    tellWhatIsNew();
}

void ReplyWatch::tellWhatIsNew() {
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

QString ReplyWatch::sentInfo(std::uint64_t number) const {
    if (!series_ || !number) return {};
    series_->build((number - 1) % series_->size(), scratch_);
    PacketContext context;
    context.bytes = scratch_;
    context.link_type = series_->link_type();
    PacketSummary summary;
    summarize(context, summary);
    return QString::fromStdString(summary.info);
}

}  // namespace sallyport
