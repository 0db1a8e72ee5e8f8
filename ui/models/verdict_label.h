// SPDX-License-Identifier: GPL-3.0-or-later
// What a verdict is called and which of the meaningful colours it wears.
#pragma once
#include "packet/packet_record.h"
#include <QCoreApplication>
#include <QMetaType>
#include <QString>
#include <cstdint>

namespace sallyport {

enum class VerdictKind : std::uint8_t { none, accept, drop, held, yours, failure };

/// This program made the packet and sent it.
inline bool is_ours(const PacketRecord& record) { return record.status == PacketStatus::forged || (record.flags & PacketFlag::made_here); }

/// The meaning of a record's verdict, for its colour and icon. A packet of ours that was judged has its verdict like any other; of one
/// that nobody judged there is to tell that it was sent.
inline VerdictKind verdict_kind(const PacketRecord& record) {
    if (record.reason == VerdictReason::none) return is_ours(record) ? VerdictKind::yours : VerdictKind::none;
    if (record.reason == VerdictReason::failure) return VerdictKind::failure;
    return record.verdict == Verdict::accept ? VerdictKind::accept : VerdictKind::drop;
}

/// The word in the pill: never colour alone.
inline QString verdict_word(const PacketRecord& record) {
    switch (verdict_kind(record)) {
        case VerdictKind::none: return {};
        case VerdictKind::held: return QCoreApplication::translate("Verdict", "held");
        case VerdictKind::yours: return QCoreApplication::translate("Verdict", "sent");
        default: break;
    }
    return record.verdict == Verdict::accept ? QCoreApplication::translate("Verdict", "accept")
                                             : QCoreApplication::translate("Verdict", "drop");
}

}  // namespace sallyport

Q_DECLARE_METATYPE(sallyport::VerdictKind)
