// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/theme.h"
#include "ui/window/desktop_color_scheme.h"
#include <QFile>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QStyleFactory>
#include <algorithm>
#include <cmath>

namespace sallyport {

Theme::Theme(QApplication& application)
    : QObject(&application), application_(application), desktop_(new DesktopColorScheme(this)), system_font_(application.font()) {
    connect(desktop_, &DesktopColorScheme::changed, this, [this] {
        if (look_.theme == ThemeChoice::system) refresh();
    });
    application_.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application_.setWindowIcon(application_icon());
}

void Theme::set_look(const ThemeLook& look) {
    look_ = look;
    look_.zoom = std::clamp(look.zoom, 0.5, 3.0);
    refresh();
}

void Theme::apply(ThemeChoice choice) {
    look_.theme = choice;
    refresh();
}

void Theme::set_zoom(double factor) {
    look_.zoom = std::clamp(factor, 0.5, 3.0);
    refresh();
}

void Theme::refresh() {
    const bool dark = look_.theme == ThemeChoice::dark || (look_.theme == ThemeChoice::system && desktop_->prefers_dark());
    colors_ = dark ? &Colors::dark_ones() : &Colors::light();
    application_.setProperty(fixed_family_property, look_.fixed_family);
    QFont font = system_font_;
    font.setFamilies(look_.family.isEmpty() ? families_for(system_font_.family(), general_family)
                                            : QStringList{look_.family, system_font_.family()});
    const double points = look_.points > 0 ? look_.points : system_font_.pointSizeF();
    font.setPointSizeF(std::max(5.0, points * look_.zoom));
    // Latin letters stand as they are written: our family's contextual forms would make "0×7f" of 0x7f. (Qt 6.4 cannot name a
    // feature of a font; scripts that need shaping get it all the same.)
    font.setStyleStrategy(QFont::PreferNoShaping);
    application_.setPalette(colors_->palette());
    application_.setFont(font);
    application_.setStyleSheet(style_sheet());
    emit changed();
}

/// resources/theme/sallyport.qss with @names replaced by colours, @shade by light or dark, and 12dp by pixels at the zoom.
QString Theme::style_sheet() const {
    QFile file(QStringLiteral(":/theme/sallyport.qss"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const Colors& c = *colors_;
    const std::pair<const char*, QColor> names[] = {
        {"window", c.window},
        {"panel", c.panel},
        {"alternate", c.alternate},
        {"hover", c.hover},
        {"border", c.border},
        {"field_border", c.field_border},
        {"text", c.text},
        {"muted", c.muted},
        {"disabled", c.disabled},
        {"accent", c.accent},
        {"on_accent", c.on_accent},
        {"selection", c.selection},
        {"on_selection", c.on_selection},
        {"accept", c.accept.ink},
        {"accept_fill", c.accept.fill},
        {"drop", c.drop.ink},
        {"drop_fill", c.drop.fill},
        {"held", c.held.ink},
        {"held_fill", c.held.fill},
        {"yours", c.yours.ink},
        {"yours_fill", c.yours.fill},
    };
    static const QRegularExpression token(QStringLiteral("@([a-z_]+)|\\b(\\d+)dp\\b"));
    const QString source = QString::fromUtf8(file.readAll());
    QString sheet;
    qsizetype done = 0;
    for (auto match = token.globalMatch(source); match.hasNext();) {
        const auto found = match.next();
        sheet += QStringView(source).mid(done, found.capturedStart() - done);
        done = found.capturedEnd();
        if (!found.captured(2).isEmpty()) {
            sheet += QString::number(std::lround(found.captured(2).toInt() * look_.zoom)) + QStringLiteral("px");
            continue;
        }
        if (found.captured(1) == QLatin1String("shade")) {
            sheet += QLatin1String(c.dark ? "dark" : "light");
            continue;
        }
        const auto name =
            std::find_if(std::begin(names), std::end(names), [&](const auto& n) { return found.captured(1) == QLatin1String(n.first); });
        if (name == std::end(names)) qWarning("sallyport.qss: there is no colour %s", qPrintable(found.captured(1)));
        else sheet += name->second.name();
    }
    sheet += QStringView(source).mid(done);
    return sheet;
}

}  // namespace sallyport
