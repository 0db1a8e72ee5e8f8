// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in the order and with the marks of the language that is set, months in short.
#pragma once
#include <QDate>
#include <QString>

namespace sallyport {

QString day_text(QDate day);      // "26. Nov.", "Nov 26"
QString date_text(QDate day);     // "26. Nov. 2026", "Nov 26, 2026"
QString month_text(QDate month);  // "Nov. 2026", "Nov 2026"

}  // namespace sallyport
