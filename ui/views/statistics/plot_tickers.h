// SPDX-License-Identifier: GPL-3.0-or-later
// Where the axes of a plot have marks, and what stands there: real times, and rates with their unit's prefix.
#pragma once
#include "base/timestamp.h"
#include <qcustomplot.h>

namespace sallyport {

/// Positions are seconds after an origin; marks are at full seconds, minutes, hours and days of local time.
class TimeTicker : public QCPAxisTicker {
public:
    void setOrigin(Timestamp origin);
    /// So many pixels there are for a mark and its text.
    void setRoom(double pixels, const QFontMetricsF& metrics);

protected:
    double getTickStep(const QCPRange& range) override;
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;
    QVector<double> createTickVector(double step, const QCPRange& range) override;

private:
    double stepFor(double seconds, int marks) const;

    Timestamp origin_;
    double width_of_digit_ = 8, pixels_ = 400;
    double step_ = 1;
};

/// "250 k", "1.5 M"; "1,5 M" where the language asks for it.
class RateTicker : public QCPAxisTicker {
protected:
    int getSubTickCount(double) override { return 0; }
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override;
};

/// A moment as exactly as steps of `seconds` need it: "12:00:01", "12:00:01.250".
QString moment_text(Timestamp time, double seconds);
/// The days that a window touches, as the language writes them: "25 Nov 2026", "25. Nov. 2026 – 3. Dez. 2026".
QString days_text(Timestamp from, Timestamp to);

}  // namespace sallyport
