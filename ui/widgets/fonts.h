// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFont>

namespace sallyport {

/// The fixed-width font of the program, for filters, addresses and bytes: the user's choice (Theme::set_fonts) or the
/// system's, in the size of the application's font, zoom included. Ask again after QEvent::ApplicationFontChange.
QFont fixed_font();

/// Where Theme keeps the user's fixed family: a dynamic property of the application.
inline constexpr const char* fixed_family_property = "sallyport_fixed_family";

}  // namespace sallyport
