// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/amount_text.h"
#include "ui/models/date_text.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <array>
#include <cmath>

namespace sallyport {

static QString scaled(double amount, double base, const std::array<const char*, 5>& units) {
    std::size_t unit = 0;
    // 999.5 would be rounded to "1000"; it is 1 of the next unit.
    while (amount >= 999.5 && unit + 1 < units.size()) amount /= base, unit++;
    const double tenths = std::round(amount * 10);
    const bool one_decimal = unit > 0 && tenths < 100 && std::fmod(tenths, 10) != 0;
    return QLocale().toString(amount, 'f', one_decimal ? 1 : 0) + QChar(0x00a0) + QLatin1String(units[unit]);
}

QString bytes_text(quint64 bytes) { return scaled(double(bytes), 1024, {"B", "kB", "MB", "GB", "TB"}); }

QString bit_rate_text(double bytes_a_second) {
    const double bits = bytes_a_second * 8;
    if (bits < 0.5) return QStringLiteral("0");
    return scaled(bits, 1000, {"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"});
}

QString when_text(const QDateTime& when, const QDateTime& now) {
    if (!when.isValid()) return {};
    const qint64 days = when.date().daysTo(now.date());
    if (days == 0) return QLocale().toString(when.time(), QLocale::ShortFormat);
    if (days == 1) return QCoreApplication::translate("When", "yesterday");
    const bool this_year = when.date().year() == now.date().year();
    return this_year ? day_text(when.date()) : date_text(when.date());
}

}  // namespace sallyport
