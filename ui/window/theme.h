// SPDX-License-Identifier: GPL-3.0-or-later
// The look of the whole program: Qt's Fusion style with our palette and a small style sheet, light, dark or as the desktop
// has it (and then it follows when the desktop changes). Make one in main(), after QApplication; it lives as long as that.
//
// What the style sheet knows beside Qt's classes, set with setProperty("role", …) before the widget is shown:
//   QPushButton / QToolButton: "primary" (the one thing to do here), "danger" (panic), "running" (the firewall is on), "quiet"
//   QFrame: "card" (a bordered panel), "notice" (amber, something is missing), "rule" (a thin line)
//   QLabel: "title" (the page's heading), "heading" (a card's), "muted"
#pragma once
#include "ui/widgets/colors.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include <QApplication>
#include <QFont>
#include <QObject>

namespace sallyport {

class DesktopColorScheme;

enum class ThemeChoice : std::uint8_t { system, light, dark };

/// What the user chose. An empty family or a size of 0 means the system's.
struct ThemeLook {
    ThemeChoice theme = ThemeChoice::system;
    QString family, fixed_family;
    double points = 0;  // before the zoom
    double zoom = 1;    // 0.5 … 3, of the whole window
};

class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QApplication& application);

    /// All at once, at the cost of one.
    void set_look(const ThemeLook& look);
    /// Takes effect at once on every window; with `system` it follows the desktop from now on.
    void apply(ThemeChoice choice);
    ThemeChoice choice() const { return look_.theme; }
    bool is_dark() const { return colors_->dark; }
    const Colors& colors() const { return *colors_; }

    void set_zoom(double factor);
    double zoom() const { return look_.zoom; }

signals:
    void changed();  // colours or fonts: repaint what is cached

private:
    void refresh();
    QString style_sheet() const;

    QApplication& application_;
    DesktopColorScheme* desktop_;  // child
    ThemeLook look_;
    const Colors* colors_ = &Colors::light();
    QFont system_font_;
};

}  // namespace sallyport
