// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rules/rule_trial.h"
#include "ui/models/number_text.h"
#include <QSignalBlocker>
#include <algorithm>
#include <utility>
#include <vector>

namespace sallyport {

namespace {
constexpr qint64 look_ms = 100;
constexpr qint64 again_ms = 2000;                  // how old an answer may be while packets come …
constexpr double cheap_ms = 150;                   // … if getting it took less than this
constexpr std::size_t directions_a_look = 50'000;  // records read on the GUI thread at once
}  // namespace

RuleTrial::RuleTrial(SessionBridge* bridge, QObject* parent) : QObject(parent), bridge_(bridge) {
    connect(bridge_, &SessionBridge::frame, this, &RuleTrial::look);
    connect(bridge_, &SessionBridge::sourceStarted, this, &RuleTrial::restart);
}

RuleTrial::~RuleTrial() = default;

void RuleTrial::attempt(const std::optional<Rule>& rule) {
    const bool same = rule && rule_ ? rule->filter == rule_->filter && rule->direction == rule_->direction : !rule && !rule_;
    rule_ = rule;
    if (!same) restart();
}

void RuleTrial::restart() {
    run_.reset();
    matched_ = scanned_ = looked_at_ = in_direction_ = 0;
    done_ = false;
    since_look_.invalidate();
    if (rule_) {
        if (auto filter = Filter::compile(rule_->filter)) {
            store_ = bridge_->store();
            // One thread: the answer is for eyes, the cores belong to the traffic.
            run_ = std::make_shared<FilterRun>(store_, std::make_shared<const Filter>(std::move(*filter)), 1);
        } else {
            rule_.reset();
        }
    }
    emit changed();
}

void RuleTrial::countDirections(std::size_t matched) {
    std::vector<std::uint32_t> indexes;
    run_->matches(looked_at_, std::min(matched, looked_at_ + directions_a_look), indexes);
    for (std::uint32_t index : indexes) {
        PacketRecord record;
        if (store_->record(index, record) && record.direction == *rule_->direction) in_direction_++;
    }
    looked_at_ += indexes.size();
}

void RuleTrial::look() {
    if (!rule_) return;
    if (done_) {
        const bool old = since_done_.elapsed() > again_ms && cost_ms_ < cheap_ms && bridge_->store()->count() > scanned_;
        if (!old) return;
        const auto [matched, scanned] = std::pair(matched_, scanned_);
        QSignalBlocker quiet(this);  // the old answer stands until the new one is here
        restart();
        matched_ = matched;
        scanned_ = scanned;
    }
    if (!run_ || (since_look_.isValid() && since_look_.elapsed() < look_ms)) return;
    since_look_.start();
    const FilterProgress progress = run_->progress();
    if (rule_->direction) countDirections(progress.matched);
    const bool counted = !rule_->direction || looked_at_ >= progress.matched;
    done_ = progress.caught_up && counted;
    if (progress.scanned < scanned_ && !done_) return;
    matched_ = rule_->direction ? in_direction_ : progress.matched;
    scanned_ = progress.scanned;
    if (done_) {
        cost_ms_ = progress.milliseconds;
        run_.reset();
        since_done_.start();
    }
    emit changed();
}

QString RuleTrial::text() const {
    if (!rule_ || (scanned_ == 0 && bridge_->store()->count() == 0)) return {};
    const QString so_far = done_ ? QString() : QStringLiteral(" …");
    if (scanned_ == matched_ && done_) return tr("would have matched all %1 packets seen").arg(grouped(scanned_));
    return tr("would have matched %1 of the %2 packets seen").arg(grouped(matched_), grouped(scanned_)) + so_far;
}

}  // namespace sallyport
