// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts as people read them, with at most three digits before the unit.
#pragma once
#include <QDateTime>
#include <QString>

namespace sallyport {

QString bytes_text(quint64 bytes);             // "12 MB", "1.4 GB", "980 B": memory and disk, so 1 kB is 1024 B
QString bit_rate_text(double bytes_a_second);  // "3.1 Mbit/s", "12 kbit/s", "0": as networks count, 1 kbit is 1000 bit
/// "yesterday", "14:05", "3 Nov", "3. Nov. 2023": when something was, seen from `now`.
QString when_text(const QDateTime& when, const QDateTime& now);

}  // namespace sallyport
