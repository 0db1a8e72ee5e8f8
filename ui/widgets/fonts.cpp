// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fonts.h"
#include <QFontDatabase>
#include <QGuiApplication>
#include <QVariant>

namespace sallyport {

QStringList families_for(const QString& system, const QString& ours) {
    static const QStringList aliases{QString(),
                                     QStringLiteral("sans"),
                                     QStringLiteral("sans serif"),
                                     QStringLiteral("sans-serif"),
                                     QStringLiteral("mono"),
                                     QStringLiteral("monospace")};
    if (aliases.contains(system.toLower()) && QFontDatabase::hasFamily(ours)) return {ours, system};
    return {system};
}

QFont fixed_font() {
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QString family = qGuiApp->property(fixed_family_property).toString();
    if (family.isEmpty()) font.setFamilies(families_for(font.family(), fixed_family));
    else font.setFamilies({family, font.family()});
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setStyleStrategy(QFont::PreferNoShaping);  // see Theme: no contextual forms
    const QFont general = QGuiApplication::font();
    if (general.pointSizeF() > 0) font.setPointSizeF(general.pointSizeF());
    else font.setPixelSize(general.pixelSize());
    return font;
}

}  // namespace sallyport
