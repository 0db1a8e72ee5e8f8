// SPDX-License-Identifier: GPL-3.0-or-later
// Our own icons: 24 px strokes in resources/icons, drawn in the colour that fits the palette at the moment of painting, so
// an icon set once follows every change of theme.
#pragma once
#include <QIcon>
#include <QString>

namespace sallyport {

enum class IconTint : std::uint8_t { text, muted, accent, on_accent, accept, drop, held, yours };

/// The icon resources/icons/NAME.svg. An unknown name gives a null icon and a warning in the log.
QIcon icon(const QString& name, IconTint tint = IconTint::text);
/// The program's own icon, in its own colours.
QIcon application_icon();

}  // namespace sallyport
