// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/template_text.h"
#include <QCoreApplication>

namespace sallyport {

namespace {

constexpr const char* context = "PacketTemplates";

/// Only for lupdate, which does not read the engine. A test holds it against all_templates().
[[maybe_unused]] constexpr const char* engine_words[] = {
    QT_TRANSLATE_NOOP("PacketTemplates", "Ping"),
    QT_TRANSLATE_NOOP("PacketTemplates", "An ICMP echo request; the host answers it"),
    QT_TRANSLATE_NOOP("PacketTemplates", "ARP request"),
    QT_TRANSLATE_NOOP("PacketTemplates", "Asks who has an IPv4 address"),
    QT_TRANSLATE_NOOP("PacketTemplates", "TCP SYN"),
    QT_TRANSLATE_NOOP("PacketTemplates", "Asks to open a connection"),
    QT_TRANSLATE_NOOP("PacketTemplates", "UDP"),
    QT_TRANSLATE_NOOP("PacketTemplates", "A datagram with a few bytes of text"),
    QT_TRANSLATE_NOOP("PacketTemplates", "DNS query"),
    QT_TRANSLATE_NOOP("PacketTemplates", "Asks a name server for the address of a name"),
    QT_TRANSLATE_NOOP("PacketTemplates", "DHCP discover"),
    QT_TRANSLATE_NOOP("PacketTemplates", "Looks for DHCP servers on the link"),
    QT_TRANSLATE_NOOP("PacketTemplates", "HTTP GET"),
    QT_TRANSLATE_NOOP("PacketTemplates", "A request for a page, in one segment without a handshake before it"),
    QT_TRANSLATE_NOOP("PacketTemplates", "TLS ClientHello"),
    QT_TRANSLATE_NOOP("PacketTemplates", "The first message of a TLS connection, with a server name"),
    QT_TRANSLATE_NOOP("PacketTemplates", "IPv6 neighbour solicitation"),
    QT_TRANSLATE_NOOP("PacketTemplates", "Asks who has an IPv6 address"),
};

}  // namespace

QString template_title(const PacketTemplate& one) { return QCoreApplication::translate(context, one.title); }
QString template_description(const PacketTemplate& one) { return QCoreApplication::translate(context, one.description); }

}  // namespace sallyport
