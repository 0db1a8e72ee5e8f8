// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filter_text.h"
#include <QRegularExpression>

namespace sallyport {

namespace {
bool joined(const QString& filter) {
    static const QRegularExpression joint(QStringLiteral("&&|\\|\\||\\b(and|or|xor|not)\\b|!"));
    return filter.contains(joint);
}
QString part(const QString& filter) { return joined(filter) ? QStringLiteral("(%1)").arg(filter) : filter; }
QString negated(const QString& filter) { return QStringLiteral("!(%1)").arg(filter); }
}  // namespace

QString combined_filter(const QString& given, const QString& condition, FilterUse use) {
    const QString current = given.trimmed();
    const bool without = use == FilterUse::not_selected || use == FilterUse::and_not_selected || use == FilterUse::or_not_selected;
    if (current.isEmpty() || use == FilterUse::selected || use == FilterUse::not_selected) return without ? negated(condition) : condition;
    const bool both = use == FilterUse::and_selected || use == FilterUse::and_not_selected;
    return part(current) + (both ? QLatin1String(" && ") : QLatin1String(" || ")) + (without ? negated(condition) : part(condition));
}

}  // namespace sallyport
