// SPDX-License-Identifier: GPL-3.0-or-later
// A plot as a file: a picture (PNG, SVG) or its numbers (CSV).
#pragma once
#include <QString>

namespace sallyport {

class TimePlot;
struct PlotData;

/// Lines of comma separated values (RFC 4180): the begin of each step (UTC, and seconds since 1970), and for each curve shown its
/// packets and bytes in that step.
QString plot_csv(const PlotData& data);

/// Writes what `plot` shows; the ending of `path` says as what. Empty when done, else what went wrong.
QString export_plot(TimePlot& plot, const QString& path);

}  // namespace sallyport
