// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/date_text.h"
#include <QLocale>
#include <QRegularExpression>

namespace sallyport {

/// The locale's long form without the day of the week: QLocale's short forms are digits only, and it has none without a year.
static QString pattern() {
    static const QRegularExpression weekday(QStringLiteral(R"([,\s]*d{3,4}[,\s]*)"));
    return QLocale().dateFormat(QLocale::LongFormat).remove(weekday).replace(QLatin1String("MMMM"), QLatin1String("MMM"));
}

QString date_text(QDate day) { return QLocale().toString(day, pattern()); }

QString day_text(QDate day) {
    static const QRegularExpression year(
        QStringLiteral(R"(^y+(?:'[^']*'|[^dM'])*|(?:'[^']*'|[^dM'])*y+.*$)"));  // with what stands around it
    return QLocale().toString(day, pattern().remove(year));
}

QString month_text(QDate month) { return QLocale().toString(month, QStringLiteral("MMM yyyy")); }

}  // namespace sallyport
