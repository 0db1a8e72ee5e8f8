// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/reply_watch.h"
#include "session/packet_view.h"
#include <algorithm>

namespace sallyport {

namespace {
constexpr std::size_t most_a_frame = 4000;    // packets of the store
constexpr std::size_t most_behind = 200'000;  // … beyond which older ones are passed over
constexpr std::size_t most_behind_sent = 64;  // packets that may stand before the one that they answer
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
    settled_ = begun_ = next_;
    answers_.clear();
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

void ReplyWatch::advance(std::uint64_t sent, const std::function<Timestamp(std::uint64_t)>& sent_at) {
    if (!watching_) return;
    if (sent != noted_) since_sent_.start();
    if (!stored_) noteSent(sent, sent_at);
    else noted_ = sent;
    if (store_ != bridge_->store()) return;
    const std::size_t count = store_->count();
    look(stored_ ? count : std::exchange(settled_, count));
}

void ReplyWatch::noteSent(std::uint64_t sent, const std::function<Timestamp(std::uint64_t)>& sent_at) {
    if (sent > noted_ + ReplyMatcher::most_rows) noted_ = sent - ReplyMatcher::most_rows;
    for (; noted_ < sent; noted_++) {
        series_->build(noted_ % series_->size(), scratch_);
        matcher_->sent(scratch_, series_->link_type(), noted_ + 1, sent_at(noted_));
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
        if (ours && stored_) {
            matcher_->sent(context.bytes, context.link_type, context.number, context.time);
            lookBack(next_, context.time);
        } else if (!ours && matcher_->seen(context)) {
            noteAnswer(next_);
        }
    }
    tellWhatIsNew();
}

void ReplyWatch::noteAnswer(std::size_t packet) {
    answers_.push_back(packet);
    if (answers_.size() > most_behind_sent) answers_.pop_front();
}

/// Of an engine with several threads one may store the answer before another has stored what it answers: verdicts go out first.
void ReplyWatch::lookBack(std::size_t sent, Timestamp at) {
    constexpr std::size_t most_older = 8;  // in a row: what lies before them is older, too
    StoredPacket pin;
    PacketContext context;
    const std::size_t end = std::max({store_->first(), begun_, sent - std::min(sent, most_behind_sent)});
    for (std::size_t i = sent, older = 0; i-- > end && older < most_older;) {
        if (!packet_context(*store_, i, pin, context)) return;
        if (context.time < at) {
            older++;
            continue;
        }
        older = 0;
        const bool known = std::find(answers_.begin(), answers_.end(), i) != answers_.end();
        if (!known && !(pin.record.flags & PacketFlag::made_here) && matcher_->seen(context)) noteAnswer(i);
    }
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
