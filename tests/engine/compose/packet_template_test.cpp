// SPDX-License-Identifier: GPL-3.0-or-later
// Every template, unasked: it can be made for every kind of link that packets are sent on, tshark finds nothing to complain about, every
// automatic field is right, and every field of it can be set.
#include "compose/packet_template.h"
#include "dissect/dissection.h"
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sallyport;

namespace {

QString hex(Bytes bytes) { return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())).toHex(' '); }

/// What tshark says of the packets of a file: its expert notes of warning or error, and checksums that are not good.
QString complaints_of_tshark(Bytes packet, LinkType link_type) {
    QTemporaryDir folder;
    const QString path = folder.filePath("packet.pcap");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return "no file";
    auto put32 = [&](std::uint32_t v) { file.write(reinterpret_cast<const char*>(&v), 4); };
    put32(0xa1b2c3d4), put32(0x00040002), put32(0), put32(0), put32(65535), put32(std::uint32_t(link_type));
    put32(1), put32(0), put32(std::uint32_t(packet.size())), put32(std::uint32_t(packet.size()));
    file.write(reinterpret_cast<const char*>(packet.data()), qsizetype(packet.size()));
    file.close();
    QProcess tshark;
    tshark.start("tshark",
                 {"-r", path, "-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE", "-Y",
                  "_ws.malformed || _ws.short || _ws.expert.severity >= 6291456 || ip.checksum.status == 0 || tcp.checksum.status == 0 || "
                  "udp.checksum.status == 0 || icmp.checksum.status == 0 || icmpv6.checksum.status == 0",
                  "-V"});
    if (!tshark.waitForFinished(60000)) return "tshark does not end";
    QString out = tshark.readAllStandardOutput();
    if (tshark.exitCode()) out += tshark.readAllStandardError();
    return out;
}

}  // namespace

class PacketTemplateTest : public QObject {
    Q_OBJECT
private slots:
    void templates_are_sound_data() { every_template(); }
    void templates_are_sound() {
        QFETCH(QString, name);
        QFETCH(int, link);
        auto& it = *find_template(name.toStdString());
        auto packet = compose(it, {.link_type = LinkType(link)});
        if (it.needs_link_layer && LinkType(link) != LinkType::ethernet) {
            QVERIFY(!packet);
            QVERIFY(!packet.error().remedy.empty());
            return;
        }
        QVERIFY2(packet.has_value(), packet ? "" : packet.error().text().c_str());
        for (std::size_t layer = 0; layer < packet->layers().size(); layer++)
            for (auto& field : packet->fields(layer)) {
                QVERIFY2(!field.wrong, field.key.name.c_str());
                QVERIFY2(!field.overridden, field.key.name.c_str());
                QVERIFY2(!field.label.starts_with("["), field.label.c_str());
            }
        for (auto& node : packet->dissection().nodes) QVERIFY2(!node.error, node.text);
        if (QStandardPaths::findExecutable("tshark").isEmpty()) QSKIP("tshark is not installed");
        auto complaints = complaints_of_tshark(packet->bytes(), packet->link_type());
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints + hex(packet->bytes())));
    }

    void every_field_can_be_set_data() { every_template(); }
    /// To what it is, which changes nothing; and to something else, which it then shows.
    void every_field_can_be_set() {
        QFETCH(QString, name);
        QFETCH(int, link);
        auto packet = compose(*find_template(name.toStdString()), {.link_type = LinkType(link)});
        if (!packet) return;
        const auto before = packet->snapshot();
        unsigned tried = 0;
        for (std::size_t layer = 0; layer < packet->layers().size(); layer++)
            for (auto& field : packet->fields(layer)) {
                if (!field.editable) continue;
                if (field.editor == FieldEditor::number && field.least == field.most) continue;  // nothing else fits there
                auto same = packet->set(field.key, field.value);
                QVERIFY2(same, same ? "" : same.error().text().c_str());
                QVERIFY2(packet->snapshot() == before, field.key.name.c_str());
                const auto other = another_value(field);
                auto changed = packet->set(field.key, other);
                QVERIFY2(changed, (field.key.name + "=" + other + ": " + (changed ? "" : changed.error().text())).c_str());
                auto now = packet->field(field.key);
                QVERIFY2(now, field.key.name.c_str());
                QVERIFY2(now->value == other, (field.key.name + " is " + now->value + ", not " + other).c_str());
                QCOMPARE(now->overridden, field.automatic || now->overridden);
                for (std::size_t i = 0; i < packet->layers().size(); i++)
                    for (auto& each : packet->fields(i))
                        QVERIFY2(!each.wrong, (field.key.name + "=" + other + " makes wrong " + each.key.name).c_str());
                if (field.automatic) {
                    QVERIFY(packet->make_automatic(field.key));
                    QVERIFY2(packet->snapshot() == before, field.key.name.c_str());
                }
                packet->restore(before);
                tried++;
            }
        QVERIFY(tried > 5);
    }

private:
    static std::string another_value(const ComposedField& field) {
        if (field.key.name == "http.request.method") return "PUT";
        if (field.value.ends_with("\\r\\n")) return "X-Other: value\\r\\n";
        switch (field.editor) {
            case FieldEditor::flag: return field.value == "1" ? "0" : "1";
            case FieldEditor::ether: return "02:11:22:33:44:55";
            case FieldEditor::ipv4: return "198.51.100.7";
            case FieldEditor::ipv6: return "2001:db8::7";
            case FieldEditor::text:
                return field.field->coding ? "other.example" : field.value.empty() ? "text" : std::string(field.value.size(), 'x');
            case FieldEditor::bytes: {
                std::string out;
                for (std::uint32_t i = 0; i < std::max(field.length, 1u); i++)
                    out += (i && field.field->base == Base::colons ? ":" : "") + std::string("5a");
                return out;
            }
            case FieldEditor::time: return field.value;
            default: break;
        }
        // A number of which the form is the same: dec, hex …
        const auto now = QString::fromStdString(field.value).toULongLong(nullptr, 0);
        const std::uint64_t step = std::max<std::uint32_t>(field.field->scale, 1);
        const auto other = now + step <= field.most ? now + step : now - step;
        if (!field.value.starts_with("0x")) return std::to_string(other);
        return QString("0x%1").arg(qulonglong(other), int(field.value.size()) - 2, 16, QChar('0')).toStdString();
    }
    static void every_template() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("link");
        QVERIFY(all_templates().size() >= 9);
        for (auto* it : all_templates())
            for (auto link : {LinkType::ethernet, LinkType::raw, LinkType::ipv4, LinkType::ipv6}) {
                const bool v6 = std::string_view(it->name).starts_with("neighbour");
                if ((link == LinkType::ipv4 && v6) || (link == LinkType::ipv6 && !v6)) continue;
                QTest::newRow((std::string(it->name) + " " + std::to_string(int(link))).c_str()) << it->name << int(link);
            }
    }
};

QTEST_GUILESS_MAIN(PacketTemplateTest)
#include "packet_template_test.moc"
