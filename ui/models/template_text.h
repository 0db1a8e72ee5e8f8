// SPDX-License-Identifier: GPL-3.0-or-later
// Templates are called by the engine in English; here in the language that is set.
#pragma once
#include "session/compose.h"
#include <QString>

namespace sallyport {

/// "DNS query".
QString template_title(const PacketTemplate& one);
/// One sentence.
QString template_description(const PacketTemplate& one);

}  // namespace sallyport
