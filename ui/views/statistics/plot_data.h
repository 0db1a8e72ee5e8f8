// SPDX-License-Identifier: GPL-3.0-or-later
// What a plot over time draws and exports: the curves of a window of time in equal steps.
#pragma once
#include "session/time_buckets.h"
#include "ui/models/curve_list_model.h"
#include <QString>
#include <vector>

namespace sallyport {

class TrafficHistory;
class TimeWindow;

/// One curve; a value a step. All are empty while nobody counts it: its filter is wrong.
struct PlotCurve {
    int row = 0;  // in the curve list
    QString title;
    bool shown = true;
    CurveKind kind = CurveKind::all;
    CurveHue hue = CurveHue::neutral;
    CurveLine line = CurveLine::solid;
    std::vector<quint64> packets, bytes;           // bytes are empty where nobody knows them: lost packets
    quint64 packets_in_all = 0, bytes_in_all = 0;  // of the capture, not of the window
};

struct PlotData {
    TimeGrid grid;
    std::int64_t first = 0;  // number of the first step
    int steps = 0;
    bool bits = false;              // the values are bits a second, else packets a second
    std::vector<PlotCurve> curves;  // those that are shown and have something to show

    Timestamp beginOf(int step) const { return grid.begin_of(first + step); }
    /// The step that a time lies in; -1 when there is none.
    int stepAt(Timestamp time) const;
    /// In the unit of the plot; not a number where it is not known.
    double rate(const PlotCurve& curve, int step) const;
};

struct PlotWish {
    bool bits = false;
    int pixels = 600;                  // width: more steps than that help nobody
    std::optional<TimeGrid> interval;  // what the user chose; coarser where there would be too many steps
};

/// Reads what `window` shows of the curves. Steps that are not over yet are left out while packets come.
PlotData plot_data(const TrafficHistory& history, const CurveListModel& curves, const TimeWindow& window, const PlotWish& wish);

}  // namespace sallyport
