// SPDX-License-Identifier: GPL-3.0-or-later
// Widths of columns that hold digits: those that a program gives by itself, told from those that somebody chose.
#pragma once
#include <QFontMetrics>
#include <QString>

namespace sallyport {

/// Pixels of a column for numbers of so many digits, margins included. A font's digits need not be of one width.
int width_of_digits(int digits, const QFontMetrics& metrics);
/// What some count of digits asks for, from `least` on.
bool is_width_of_digits(int width, int least, const QFontMetrics& metrics);

/// Room for seconds below 10,000, which most captures need.
extern const QString usual_time;
/// Pixels of a column for times or addresses that read as this one, whatever their digits are.
int width_like(const QString& sample, const QFontMetrics& metrics);
/// What some time asks for, in any of the formats that the Time column knows.
bool is_width_of_a_time(int width, const QFontMetrics& metrics);

}  // namespace sallyport
