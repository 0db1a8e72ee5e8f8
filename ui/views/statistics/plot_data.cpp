// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statistics/plot_data.h"
#include "ui/bridge/traffic_history.h"
#include "ui/views/statistics/time_window.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <variant>

namespace sallyport {

namespace {

constexpr int pixels_a_step = 4;
constexpr double most_steps = 4096;
constexpr std::int64_t counted_after = 300'000'000;  // nanoseconds: by then a packet that came has been counted

/// The sums of one curve: which of the numbers of a bucket are its own.
struct Take {
    std::uint64_t TimeBucket::*packets;
    std::uint64_t TimeBucket::*bytes;  // null: not known
};
constexpr Take whole{&TimeBucket::packets, &TimeBucket::bytes};

Take take_for(CurveKind kind) {
    switch (kind) {
        case CurveKind::accepted: return {&TimeBucket::accepted, &TimeBucket::accepted_bytes};
        case CurveKind::dropped: return {&TimeBucket::dropped, &TimeBucket::dropped_bytes};
        case CurveKind::lost: return {&TimeBucket::packets, nullptr};
        default: return whole;
    }
}

const TimeSeries* series_of(const TrafficHistory& history, const Curve& curve) {
    return curve.kind == CurveKind::filter ? history.of(curve.filter) : &history.all();
}

TimeGrid grid_for(const TimeWindow& window, const PlotWish& wish) {
    const double seconds = double(window.width()) / 1e9;
    const auto level_of = [seconds](double steps) { return int(std::floor(std::log2(std::max(steps, 1.0) / seconds))); };
    const int finest = std::min(level_of(most_steps), TimeGrid::finest);
    const int wanted = wish.interval ? wish.interval->level : level_of(double(wish.pixels) / pixels_a_step);
    return {std::clamp(wanted, TimeGrid::coarsest, std::max(finest, TimeGrid::coarsest))};
}

}  // namespace

int PlotData::stepAt(Timestamp time) const {
    const std::int64_t step = grid.number_of(time) - first;
    return step >= 0 && step < steps ? int(step) : -1;
}

double PlotData::rate(const PlotCurve& curve, int step) const {
    if (step < 0 || step >= steps || (bits && curve.bytes.empty())) return std::numeric_limits<double>::quiet_NaN();
    const quint64 amount = bits ? curve.bytes[std::size_t(step)] * 8 : curve.packets[std::size_t(step)];
    return double(amount) / grid.seconds();
}

namespace {

void spread(const TimeSeriesPart& part, Take take, const PlotData& data, PlotCurve& curve) {
    curve.packets.assign(std::size_t(data.steps), 0);
    if (take.bytes) curve.bytes.assign(std::size_t(data.steps), 0);
    for (const TimeBucket& bucket : part.buckets) {
        const std::int64_t step = bucket.number - data.first;
        if (step < 0 || step >= data.steps) continue;
        curve.packets[std::size_t(step)] += bucket.*take.packets;
        if (take.bytes) curve.bytes[std::size_t(step)] += bucket.*take.bytes;
    }
}

/// The curve, or the grid that its series has at best, where that is coarser.
std::variant<PlotCurve, TimeGrid> read_curve(const TrafficHistory& history, const CurveListModel& curves, int row, const PlotData& data) {
    const Curve& curve = curves.curve(row);
    PlotCurve out{.row = row, .title = curves.title(row), .shown = curve.shown, .kind = curve.kind, .hue = curve.hue, .line = curve.line};
    const TimeSeries* series = series_of(history, curve);
    if (!series) {
        out.shown = false;
        return out;
    }
    const Take take = take_for(curve.kind);
    const bool lost = curve.kind == CurveKind::lost;
    const TimeBucket total = series->progress().total;
    out.packets_in_all = lost ? history.losses().total() : total.*take.packets;
    out.bytes_in_all = take.bytes ? total.*take.bytes : 0;
    const Timestamp from = data.beginOf(0), to{data.beginOf(data.steps).ns - 1};
    const TimeSeriesPart part = lost ? history.losses().part(from, to, data.grid) : series->part(from, to, data.grid);
    if (part.grid != data.grid) return part.grid;
    spread(part, take, data, out);
    return out;
}

/// A step of nothing before the first packet and behind the last: curves rise from zero and fall back. What is not over yet, or may
/// not be counted yet, is left out.
void set_steps(PlotData& data, const TrafficHistory& history, TrafficHistory::Extent extent, const TimeWindow& window) {
    data.first = data.grid.number_of(std::max(window.from(), extent.first)) - 1;
    std::int64_t last = data.grid.number_of(std::min(window.to(), extent.last)) + 1;
    if (history.isGrowing()) last = std::min(last, data.grid.number_of({extent.last.ns - (history.isLive() ? counted_after : 0)}) - 1);
    data.steps = int(std::clamp<std::int64_t>(last - data.first + 1, 0, std::int64_t(most_steps) + 4));
}

/// False, and a coarser grid, when some series has no finer one.
bool read_curves(PlotData& data, const TrafficHistory& history, const CurveListModel& curves) {
    data.curves.clear();
    for (int row = 0; row < curves.rowCount(); row++) {
        auto read = read_curve(history, curves, row, data);
        if (const TimeGrid* coarser = std::get_if<TimeGrid>(&read)) {
            data.grid = *coarser;
            return false;
        }
        data.curves.push_back(std::move(std::get<PlotCurve>(read)));
    }
    return true;
}

}  // namespace

PlotData plot_data(const TrafficHistory& history, const CurveListModel& curves, const TimeWindow& window, const PlotWish& wish) {
    PlotData data{.bits = wish.bits};
    const auto extent = history.extent();
    if (!extent) return data;
    data.grid = grid_for(window, wish);
    do set_steps(data, history, *extent, window);
    while (!read_curves(data, history, curves));
    return data;
}

}  // namespace sallyport
