// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/value_editors/address_editor.h"
#include "base/address.h"

namespace sallyport {

QString AddressEditor::problem(const QString& text) const {
    const std::string typed = text.trimmed().toStdString();
    std::uint8_t four[4], sixteen[16];
    switch (kind_) {
        case FieldEditor::ipv4: return parse_ipv4(typed, four) ? QString() : tr("An IPv4 address is expected, as 192.0.2.1");
        case FieldEditor::ipv6: return parse_ipv6(typed, sixteen) ? QString() : tr("An IPv6 address is expected, as 2001:db8::1");
        default: break;
    }
    const auto bytes = parse_hex(typed);
    return bytes && bytes->size() == 6 ? QString() : tr("A hardware address is expected, as 02:00:5e:00:53:01");
}

}  // namespace sallyport
