// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "packet/packet_record.h"
#include <QString>

namespace sallyport {

/// One or two sentences: why packet `number` (1-based) has its verdict, and how long that took. `rule`: what its rule is called.
QString verdict_explanation(const PacketRecord& record, qulonglong number, const QString& rule);

}  // namespace sallyport
