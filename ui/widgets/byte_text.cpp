// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/byte_text.h"
#include "base/address.h"
#include <QByteArray>
#include <string>

namespace sallyport {

QString hex_stream(Bytes bytes) {
    std::string text;
    append_hex(bytes, 0, text);
    return QString::fromStdString(text);
}

QString hex_spaced(Bytes bytes) {
    std::string text;
    append_hex(bytes, ' ', text);
    return QString::fromStdString(text);
}

QString printable_text(Bytes bytes) {
    QString text;
    text.reserve(qsizetype(bytes.size()));
    for (auto byte : bytes) text += byte >= 0x20 && byte < 0x7f ? QLatin1Char(char(byte)) : QLatin1Char('.');
    return text;
}

QString hex_dump(Bytes bytes, std::size_t first_offset) {
    QString dump;
    for (std::size_t at = 0; at < bytes.size(); at += 16) {
        const Bytes line = bytes.subspan(at, std::min<std::size_t>(16, bytes.size() - at));
        dump += QStringLiteral("%1  %2   %3\n")
                    .arg(first_offset + at, 4, 16, QLatin1Char('0'))
                    .arg(hex_spaced(line), -47)
                    .arg(printable_text(line));
    }
    return dump;
}

QString c_array(Bytes bytes) {
    QString text = QStringLiteral("const unsigned char packet[%1] = {").arg(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); i++) {
        text += i % 12 ? QLatin1String(" ") : QLatin1String("\n    ");
        text += QStringLiteral("0x%1,").arg(bytes[i], 2, 16, QLatin1Char('0'));
    }
    return text + QLatin1String("\n};\n");
}

}  // namespace sallyport
