// SPDX-License-Identifier: GPL-3.0-or-later
// Fields have Wireshark's names and types, so that what people know of its filters holds here. Those without a counterpart are few,
// and named below.
#include "contract/tshark_batch.h"
#include "dissect/program.h"
#include <QTest>

using namespace sallyport;

namespace {

/// Bytes that Wireshark shows without a field of their own, or things that only we know. A new name here needs a reason.
const QSet<QByteArray> ours{
    "sallyport.direction",
    "sallyport.reason",
    "sallyport.rule",
    "sallyport.verdict",  // what became of a packet
    "icmpv6.opt.data",
    "ip.opt.data",
    "ntp.data",
    "tls.handshake.data",       // what no description takes apart
    "icmpv6.opt.route_prefix",  // a prefix shorter than an address (RFC 4191 2.3)
    "tls.alert_message.encrypted",
    "tls.handshake.encrypted",                  // a text in Wireshark's tree
    "tls.handshake.extensions_session_ticket",  // likewise
    "bootp",                                    // DHCP's name in Wireshark before 3.0, which people's filters still have
    "pwethcw.zeros",                            // a field without a name in Wireshark's tree
};

/// Names of values that say more, or what is true, where Wireshark's say less: field and value.
const QSet<QPair<QByteArray, std::uint64_t>> better{
    {"dns.qry.type", 255},
    {"dns.resp.type", 255},
    {"dns.rrsig.type_covered", 255},  // "* (A request for …)"
    {"dns.ds.algorithm", 14},
    {"dns.rrsig.algorithm", 14},
    {"dns.dnskey.algorithm", 14},
    {"dns.key.algorithm", 14},
    {"dns.cert.algorithm", 14},
    {"dns.opt.dau", 14},               // P-386
    {"dns.dnskey.flags.zone_key", 0},  // "This it not …"
    {"dns.flags.authenticated", 0},
    {"dns.flags.authenticated", 1},  // as an answer shows it
    {"dns.svcb.svcparam.key", 5},
    {"dns.svcb.svcparam.mandatory.key", 5},  // of a draft
    {"chdlc.protocol", 2048},
    {"chdlc.protocol", 32821},
    {"chdlc.protocol", 33079},
    {"chdlc.protocol", 34887},
    {"chdlc.protocol", 34888},
    {"gre.proto", 2048},
    {"gre.proto", 33079},
    {"gre.proto", 36864},  // those of EtherTypes
};
/// Wireshark lists other names than it shows; those it shows for the eight priorities, with and without DEI, are ours. The types
/// of names and of certificates share one name.
const QSet<QByteArray> chosen_elsewhere{"vlan.priority", "icmpv6.opt.name_type"};

/// Types that the same filter operators apply to.
QByteArray kind_of(const QByteArray& wireshark) {
    if (wireshark.startsWith("FT_UINT") || wireshark == "FT_CHAR" || wireshark == "FT_FRAMENUM") return "number";
    if (wireshark.startsWith("FT_INT")) return "signed number";
    if (wireshark == "FT_BOOLEAN") return "truth";
    if (wireshark.startsWith("FT_STRING")) return "text";
    if (wireshark == "FT_ETHER" || wireshark == "FT_IPv4" || wireshark == "FT_IPv6") return wireshark;
    if (wireshark == "FT_ABSOLUTE_TIME" || wireshark == "FT_RELATIVE_TIME") return wireshark;
    if (wireshark == "FT_FLOAT" || wireshark == "FT_DOUBLE") return "floating";
    if (wireshark == "FT_NONE") return "none";
    return "bytes";  // FT_BYTES, FT_GUID, FT_OID …
}
QByteArray kind_of(FieldType type) {
    switch (type) {
        case FieldType::uint: return "number";
        case FieldType::sint: return "signed number";
        case FieldType::boolean: return "truth";
        case FieldType::string: return "text";
        case FieldType::ether: return "FT_ETHER";
        case FieldType::ipv4: return "FT_IPv4";
        case FieldType::ipv6: return "FT_IPv6";
        case FieldType::absolute_time: return "FT_ABSOLUTE_TIME";
        case FieldType::relative_time: return "FT_RELATIVE_TIME";
        case FieldType::floating: return "floating";
        case FieldType::bytes: return "bytes";
        default: return "none";
    }
}

}  // namespace

class ProtocolContractNamesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        if (!test::TsharkBatch::available()) QSKIP("needs tshark: it says which names Wireshark has");
        theirs_ = test::TsharkBatch::known_fields();
        QVERIFY(theirs_.size() > 10'000);
    }

    void fields_have_wiresharks_names() {
        unsigned unknown = 0;
        for (auto& field : programs().fields()) {
            QByteArray name = field.name.c_str();
            if (name.isEmpty() || name.startsWith('@') || theirs_.contains(name) || ours.contains(name)) continue;
            qWarning("%s is no name of Wireshark's", name.constData()), unknown++;
        }
        for (auto& name : ours)
            if (theirs_.contains(name) || programs().find(name.constData()) == no_field)
                qWarning("%s need not be named as ours", name.constData()), unknown++;
        QCOMPARE(unknown, 0u);
    }

    void fields_have_wiresharks_types() {
        unsigned other = 0, same = 0;
        for (auto& field : programs().fields()) {
            auto type = theirs_.value(field.name.c_str());
            if (type.isEmpty() || field.is_protocol) continue;
            if (kind_of(type) == kind_of(field.type) || kind_of(type) == "none") {
                same++;
                continue;
            }  // theirs may be without a value
            qWarning("%s is %s, not %s", field.name.c_str(), kind_of(field.type).constData(), type.constData()), other++;
        }
        qInfo("%u fields have Wireshark's type", same);
        QCOMPARE(other, 0u);
    }

    void values_have_wiresharks_names() {
        std::map<QByteArray, std::map<std::uint64_t, QByteArray>> named;
        for (auto& line : test::TsharkBatch::known_values()) {
            if (line.size() >= 4 && line[0] == "V") named[line[1]][line[2].toULongLong(nullptr, 0)] = line[3];
            if (line.size() >= 4 && line[0] == "T") named[line[1]][1] = line[2], named[line[1]][0] = line[3];
        }
        QVERIFY(named.size() > 1'000);
        unsigned other = 0, same = 0;
        for (auto& field : programs().fields()) {
            const QByteArray name = field.name.c_str();
            const auto theirs = named.find(name);
            if (theirs == named.end() || chosen_elsewhere.contains(name)) continue;
            if (field.type == FieldType::boolean && field.choices.empty() && theirs->second.at(1) != "Set")
                qWarning("%s has no names; Wireshark says %s", name.constData(), theirs->second.at(1).constData()), other++;
            for (auto& choice : field.choices) {
                const auto known = theirs->second.find(choice.value);
                if (choice.last || known == theirs->second.end() || better.contains({name, choice.value})) continue;
                if (known->second == choice.text) same++;
                else
                    qWarning("%s, %llu: \"%s\", not \"%s\"", name.constData(), static_cast<unsigned long long>(choice.value), choice.text,
                             known->second.constData()),
                        other++;
            }
        }
        qInfo("%u values have Wireshark's name", same);
        QCOMPARE(other, 0u);
    }

private:
    QHash<QByteArray, QByteArray> theirs_;
};

QTEST_GUILESS_MAIN(ProtocolContractNamesTest)
#include "protocol_contract_names_test.moc"
