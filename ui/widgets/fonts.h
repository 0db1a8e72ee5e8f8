// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFont>
#include <QStringList>

namespace sallyport {

/// The fixed-width font of the program, for filters, addresses and bytes: the user's choice (Theme::set_fonts) or the
/// system's, in the size of the application's font, zoom included. Ask again after QEvent::ApplicationFontChange.
QFont fixed_font();

/// The families to ask for where the system's font is `system`: a font that the desktop names is taken as it is. Where it names none, Qt
/// asks fontconfig for "Sans Serif" or "monospace" and gets what happens to be there; then `ours` comes first, where it is installed.
QStringList families_for(const QString& system, const QString& ours);
inline const QString general_family = QStringLiteral("Inter");  // what the window was drawn with
inline const QString fixed_family = QStringLiteral("JetBrains Mono");

/// Where Theme keeps the user's fixed family: a dynamic property of the application.
inline constexpr const char* fixed_family_property = "sallyport_fixed_family";

}  // namespace sallyport
