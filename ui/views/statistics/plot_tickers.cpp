// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statistics/plot_tickers.h"
#include "ui/models/date_text.h"
#include <QDateTime>
#include <algorithm>
#include <cmath>
#include <iterator>

namespace sallyport {

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr double day = 86'400;
constexpr double steps[] = {1,         2,         5,          10,         15,         30,          60,       120,
                            300,       600,       900,        1800,       3600,       2 * 3600.0,  10'800,   21'600,
                            43'200,    day,       2 * day,    7 * day,    14 * day,   30 * day,    91 * day, 182 * day,
                            365 * day, 730 * day, 1826 * day, 3652 * day, 7305 * day, 18'262 * day};
constexpr int least_marks = 2;

/// Digits behind the point that tell times `step` seconds apart.
int digits_for(double step) { return step >= 1 ? 0 : std::min(9, int(std::ceil(-std::log10(step) - 1e-9))); }

std::int64_t whole_seconds(Timestamp time, std::int64_t& rest) {
    std::int64_t whole = time.ns / second;
    rest = time.ns % second;
    if (rest < 0) whole--, rest += second;
    return whole;
}

QString label_for(Timestamp time, double step) {
    std::int64_t rest = 0;
    const auto local = QDateTime::fromSecsSinceEpoch(whole_seconds(time, rest));
    if (step >= 180 * day) return month_text(local.date());
    if (step >= day) return day_text(local.date());
    if (step >= 60) return local.toString(QStringLiteral("HH:mm"));
    const int digits = digits_for(step);
    const QString text = local.toString(QStringLiteral("HH:mm:ss"));
    return digits ? text + QLocale().decimalPoint() + QString::number(rest).rightJustified(9, QLatin1Char('0')).left(digits) : text;
}

}  // namespace

QString moment_text(Timestamp time, double seconds) { return label_for(time, std::min(seconds, 1.0)); }

QString days_text(Timestamp from, Timestamp to) {
    std::int64_t rest = 0;
    const auto text = [&](Timestamp time) { return date_text(QDateTime::fromSecsSinceEpoch(whole_seconds(time, rest)).date()); };
    const QString first = text(from), last = text(to);
    return first == last ? first : QStringLiteral("%1 – %2").arg(first, last);
}

void TimeTicker::setOrigin(Timestamp origin) {
    origin_ = origin;
    std::int64_t rest = 0;
    const auto local = QDateTime::fromSecsSinceEpoch(whole_seconds(origin, rest));
    setTickOrigin(-double(local.time().msecsSinceStartOfDay()) / 1000 - double(rest) / double(second));  // local midnight
}

void TimeTicker::setRoom(double pixels, const QFontMetricsF& metrics) {
    pixels_ = pixels;
    width_of_digit_ = metrics.horizontalAdvance(QLatin1Char('0'));
}

double TimeTicker::stepFor(double seconds, int marks) const {
    const double exact = seconds / marks;
    if (exact < 0.5) {
        const double decade = std::pow(10, std::floor(std::log10(exact)));
        for (double mantissa : {1.0, 2.0, 5.0})
            if (mantissa * decade >= exact) return mantissa * decade;
        return 10 * decade;
    }
    const auto* found = std::lower_bound(std::begin(steps), std::end(steps), exact);
    return found == std::end(steps) ? steps[std::size(steps) - 1] : *found;
}

/// As many marks as there is room for the texts that their distance needs.
double TimeTicker::getTickStep(const QCPRange& range) {
    for (int marks = 12; marks > least_marks; marks--) {
        step_ = stepFor(range.size(), marks);
        const double characters = double(label_for(origin_, step_).size()) + 3;
        if (range.size() / step_ * characters * width_of_digit_ <= pixels_) return step_;
    }
    return step_ = stepFor(range.size(), least_marks);
}

QVector<double> TimeTicker::createTickVector(double step, const QCPRange& range) {
    QVector<double> ticks;
    const double first = std::ceil((range.lower - tickOrigin()) / step);
    for (int i = 0; i < 40 && tickOrigin() + (first + i) * step <= range.upper; i++) ticks << tickOrigin() + (first + i) * step;
    return ticks;
}

QString TimeTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    // A little later, so that 0.999… of a step is not cut to the mark before.
    const auto slack = std::int64_t((step_ < 1 ? std::max(step_, 1e-9) / 50 : 0.5) * double(second));
    const Timestamp near{origin_.ns + std::int64_t(std::llround(tick * double(second))) + slack};
    return label_for(near, step_);
}

/// The locale that is given is the one that the plot was made in.
QString RateTicker::getTickLabel(double tick, const QLocale&, QChar, int) {
    static constexpr const char* prefixes[] = {"", "k", "M", "G", "T"};
    std::size_t prefix = 0;
    while (std::abs(tick) >= 1000 && prefix + 1 < std::size(prefixes)) tick /= 1000, prefix++;
    const QString number = QLocale().toString(tick, 'g', 4);
    return prefix ? number + QChar(0x00a0) + QLatin1String(prefixes[prefix]) : number;
}

}  // namespace sallyport
