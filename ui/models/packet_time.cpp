// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/packet_time.h"
#include <QDateTime>

namespace sallyport {

namespace {
QString seconds(std::int64_t ns) {
    const bool negative = ns < 0;
    const std::uint64_t us = (negative ? 0 - std::uint64_t(ns) : std::uint64_t(ns)) / 1000;
    return QStringLiteral("%1%2.%3")
        .arg(negative ? QStringLiteral("-") : QString())
        .arg(us / 1'000'000)
        .arg(us % 1'000'000, 6, 10, QLatin1Char('0'));
}

QString calendar(Timestamp time, Qt::TimeSpec zone, const QString& format) {
    const std::int64_t us = time.ns / 1000;
    const auto moment = QDateTime::fromMSecsSinceEpoch(us / 1000, zone);
    return moment.toString(format) + QStringLiteral(".%1").arg(us % 1'000'000, 6, 10, QLatin1Char('0'));
}
}  // namespace

QString time_text(TimeFormat format, Timestamp time, Timestamp first, Timestamp previous) {
    switch (format) {
        case TimeFormat::since_first: return seconds(time - first);
        case TimeFormat::since_previous: return seconds(previous.ns ? time - previous : 0);
        case TimeFormat::time_of_day: return calendar(time, Qt::LocalTime, QStringLiteral("HH:mm:ss"));
        case TimeFormat::date_and_time: return calendar(time, Qt::LocalTime, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        case TimeFormat::utc_date_and_time: return calendar(time, Qt::UTC, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        case TimeFormat::epoch: return seconds(time.ns);
    }
    return {};
}

}  // namespace sallyport
