// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/send_job.h"
#include "session/packet_outlet.h"
#include "session/send_pace.h"
#include "session/signals_blocked.h"
#include <algorithm>
#include <deque>
#include <iterator>
#include <thread>

namespace sallyport {
namespace {

using Clock = SendPace::Clock;
constexpr std::uint64_t most_in_a_batch = 256;
constexpr auto rate_every = std::chrono::milliseconds(100);

/// Packets a second over the last second.
class RateMeter {
public:
    explicit RateMeter(Clock::time_point start) { samples_.push_back({start, 0}); }
    bool due(Clock::time_point now) const { return now - samples_.back().time >= rate_every; }
    double add(Clock::time_point now, std::uint64_t count) {
        samples_.push_back({now, count});
        while (samples_.size() > 2 && now - samples_[1].time >= std::chrono::seconds(1)) samples_.pop_front();
        const double seconds = std::chrono::duration<double>(now - samples_.front().time).count();
        return seconds > 0 ? double(count - samples_.front().count) / seconds : 0;
    }

private:
    struct Sample {
        Clock::time_point time;
        std::uint64_t count;
    };
    std::deque<Sample> samples_;
};

}  // namespace

struct SendJob::Impl {
    SendPlan plan;
    std::unique_ptr<PacketOutlet> outlet;
    std::shared_ptr<SendTally> tally = std::make_shared<SendTally>();
    std::uint64_t total = 0;
    std::atomic<bool> cancelled{false}, done{false};
    std::atomic<double> rate{0};
    mutable std::mutex mutex;
    std::condition_variable woken;
    std::thread thread;
    struct HandedOn {
        std::uint64_t first;  // packet of the batch
        Timestamp at;
    };
    std::deque<HandedOn> handed_on;  // the last ones, guarded by the mutex

    void run();
    void fill(OutgoingBatch& batch, std::uint64_t from, std::uint64_t count);
    void note_time(std::uint64_t first);
    void append(OutgoingBatch& batch, Bytes packet, LinkType link_type);
    bool wait_until(Clock::time_point time);
    ByteBuffer scratch;
};

/// False: cancelled.
bool SendJob::Impl::wait_until(Clock::time_point time) {
    std::unique_lock lock(mutex);
    woken.wait_until(lock, time, [&] { return cancelled.load(); });
    return !cancelled;
}

void SendJob::Impl::append(OutgoingBatch& batch, Bytes packet, LinkType link_type) {
    auto nothing = [&]() -> Result<Bytes> {
        if (plan.series->is_stored()) return fail(message("a packet of the file has no bytes"));
        return fail(message("a packet of the sweep cannot be built"), message("sweep fewer values"));
    };
    auto part = packet.empty() ? nothing() : fitted(packet, link_type, outlet->link_type());
    if (!part) return tally->count_failed(part.error());
    batch.bytes.insert(batch.bytes.end(), part->begin(), part->end());
    batch.ends.push_back(std::uint32_t(batch.bytes.size()));
}

void SendJob::Impl::fill(OutgoingBatch& batch, std::uint64_t from, std::uint64_t count) {
    const auto& series = *plan.series;
    const std::uint64_t size = series.size();
    if (!series.in_place() || series.link_type() != outlet->link_type()) {
        for (std::uint64_t i = 0; i < count; i++) {
            const std::uint64_t index = (from + i) % size;
            series.build(index, scratch);
            append(batch, scratch, series.link_type(index));
        }
        return;
    }
    const std::size_t each = series.packet_size();
    batch.bytes.resize(each * count);
    std::uint64_t index = from % size;
    for (std::uint64_t i = 0; i < count; i++) {
        series.build_into(index, batch.bytes.data() + i * each);
        batch.ends.push_back(std::uint32_t((i + 1) * each));
        if (++index == size) index = 0;
    }
}

void SendJob::Impl::note_time(std::uint64_t first) {
    constexpr std::size_t most_kept = 10'000;
    std::lock_guard lock(mutex);
    if (handed_on.size() >= most_kept) handed_on.pop_front();
    handed_on.push_back({first, Timestamp::now()});
}

void SendJob::Impl::run() {
    const auto start = Clock::now();
    SendPace pace(plan.rate, start);
    RateMeter meter(start);
    OutgoingBatch batch;
    batch.tally = tally;
    std::uint64_t gone = 0;
    while (!cancelled && (!total || gone < total)) {
        const auto now = Clock::now();
        if (meter.due(now)) rate = meter.add(now, tally->sent());
        const auto count = pace.due(now, gone, std::min(most_in_a_batch, total ? total - gone : most_in_a_batch));
        if (!count) {
            wait_until(std::min(pace.next(gone), now + rate_every));
            continue;
        }
        batch.clear();
        fill(batch, gone, count);
        note_time(gone);
        gone += count;
        if (!batch.ends.empty() && !outlet->send(batch, cancelled)) break;
    }
    outlet->drain(cancelled);
    if (total && gone < total && !cancelled && tally->failed()) tally->count_failed(tally->reasons().back().first, total - gone);
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    rate = seconds > 0 ? double(tally->sent()) / seconds : 0;
    {
        std::lock_guard lock(mutex);
        done = true;
    }
    woken.notify_all();
}

SendJob::SendJob(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

SendJob::~SendJob() {
    cancel();
    if (impl_->thread.joinable()) impl_->thread.join();
}

Result<std::unique_ptr<SendJob>> SendJob::start(SendPlan plan, SendTarget target) {
    if (!plan.series || !plan.series->size()) return fail(message("there is nothing to send"));
    if (!(plan.rate >= 0) || plan.rate > 1e9)
        return fail(message("the rate of %1 packets/s is not possible", plan.rate), message("0 is as fast as it goes"));
    auto outlet = open_outlet(target);
    if (!outlet) return tl::unexpected(outlet.error());
    if (!plan.series->is_stored()) {  // of those, others may fit
        ByteBuffer first;
        plan.series->build(0, first);
        if (auto fits = fitted(first, plan.series->link_type(), (*outlet)->link_type()); !fits) return tl::unexpected(fits.error());
    }
    auto impl = std::make_unique<Impl>();
    if (plan.rounds > UINT64_MAX / plan.series->size()) return fail(message("these are too many packets"));
    impl->total = plan.rounds * plan.series->size();
    impl->plan = std::move(plan);
    impl->outlet = std::move(*outlet);
    auto* work = impl.get();
    SignalsBlocked blocked;
    impl->thread = std::thread([work] { work->run(); });
    return std::make_unique<SendJob>(std::move(impl));
}

void SendJob::cancel() {
    {
        std::lock_guard lock(impl_->mutex);
        if (!impl_->done) impl_->cancelled = true;
    }
    impl_->woken.notify_all();
}

void SendJob::wait() {
    std::unique_lock lock(impl_->mutex);
    impl_->woken.wait(lock, [&] { return impl_->done.load(); });
}

Timestamp SendJob::sent_at(std::uint64_t number) const {
    std::lock_guard lock(impl_->mutex);
    const auto& known = impl_->handed_on;
    if (known.empty()) return Timestamp::now();
    auto after = std::upper_bound(known.begin(), known.end(), number, [](auto wanted, auto& batch) { return wanted < batch.first; });
    return after == known.begin() ? after->at : std::prev(after)->at;
}

SendProgress SendJob::progress() const {
    SendProgress p;
    p.done = impl_->done;
    p.cancelled = impl_->cancelled;
    p.total = impl_->total;
    p.sent = impl_->tally->sent();
    p.failed = impl_->tally->failed();
    p.rate = impl_->rate;
    for (auto& [error, packets] : impl_->tally->reasons()) p.troubles.push_back({error, packets});
    return p;
}

}  // namespace sallyport
