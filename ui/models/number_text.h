// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace sallyport {

/// A count as people read it, in groups of three: "59 478" (narrow no-break spaces, U+202F).
inline QString grouped(quint64 number) {
    QString text = QString::number(number);
    for (qsizetype at = text.size() - 3; at > 0; at -= 3) text.insert(at, QChar(0x202f));
    return text;
}

}  // namespace sallyport
