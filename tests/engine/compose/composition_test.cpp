// SPDX-License-Identifier: GPL-3.0-or-later
// Layers, fields, overrides, lists and bytes of a composition.
#include "compose/packet_template.h"
#include "contract/captures.h"
#include "contract/sanitized.h"
#include "dissect/checksum.h"
#include <QTest>
#include <random>

using namespace sallyport;

namespace {

Composition dns_query() { return *compose(*find_template("dns-query")); }

QString hex(Bytes bytes) { return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())).toHex(' '); }

std::string value(const Composition& packet, std::string_view name, unsigned occurrence = 0) {
    auto key = packet.find(name, occurrence);
    return key ? packet.field(*key)->value : "(missing)";
}

QString stack(const Composition& packet) {
    QStringList names;
    for (auto& layer : packet.layers()) names << QString::fromStdString(layer.name);
    return names.join(' ');
}

/// Set, or the error as the test's message.
#define DO(step)                                                 \
    do {                                                         \
        auto done = (step);                                      \
        QVERIFY2(done, done ? "" : done.error().text().c_str()); \
    } while (false)

}  // namespace

class CompositionTest : public QObject {
    Q_OBJECT
private slots:
    void layers_are_added_and_name_each_other() {
        Composition packet;
        QCOMPARE(stack(packet), QString());
        for (auto* layer : {"eth", "ipv6", "udp", "dns"}) DO(packet.add_layer(packet.layers().size(), layer));
        QCOMPARE(stack(packet), QString("eth ipv6 udp dns"));
        QCOMPARE(value(packet, "eth.type"), "0x86dd");
        QCOMPARE(value(packet, "ipv6.nxt"), "17");
        QCOMPARE(value(packet, "udp.dstport"), "53");
        QCOMPARE(value(packet, "udp.length"), std::to_string(packet.bytes().size() - 54));
        QCOMPARE(value(packet, "ipv6.plen"), value(packet, "udp.length"));
        QCOMPARE(value(packet, "udp.checksum.status"), "1");
        QCOMPARE(value(packet, "dns.count.queries"), "1");
    }

    void layers_that_cannot_stand_there_are_refused() {
        Composition packet;
        auto refused = packet.add_layer(0, "dns");
        QVERIFY(!refused);
        QVERIFY2(refused.error().what.text().find("dns") != std::string::npos, refused.error().what.text().c_str());
        DO(packet.add_layer(0, "eth"));
        QVERIFY(!packet.add_layer(1, "dns"));
        QVERIFY(!packet.add_layer(5, "ip"));
        QVERIFY(!packet.add_layer(1, "no-such-protocol"));
        auto choices = packet.can_stand_at(1);
        auto can = [&](const char* name) { return std::find(choices.begin(), choices.end(), name) != choices.end(); };
        QVERIFY(can("ip") && can("ipv6") && can("arp") && can("vlan") && !can("tcp") && !can("dns"));
        DO(packet.add_layer(1, "ip"));
        choices = packet.can_stand_at(1);
        QVERIFY(can("vlan") && !can("arp") && !can("udp"));
    }

    void what_can_stand_somewhere_can_be_put_there() {
        auto packet = dns_query();
        const auto before = packet.snapshot();
        for (std::size_t index = 0; index <= packet.layers().size(); index++)
            for (auto& name : packet.can_stand_at(index)) {
                if (name == "null" || name == "data") continue;
                auto added = packet.add_layer(index, name);
                if (!added) continue;  // its first bytes would not read as it: refused, with a reason
                QCOMPARE(QString::fromStdString(packet.layers()[index].name), QString::fromStdString(name));
                packet.restore(before);
            }
    }

    void a_layer_added_and_removed_leaves_all_as_it_was() {
        for (auto* each : all_templates()) {
            auto packet = *compose(*each);
            ByteBuffer before(packet.bytes().begin(), packet.bytes().end());
            DO(packet.add_layer(1, "vlan"));
            QCOMPARE(stack(packet).section(' ', 0, 1), QString("eth vlan"));
            QCOMPARE(packet.bytes().size(), before.size() + 4);
            DO(packet.remove_layer(1));
            QVERIFY2(std::equal(before.begin(), before.end(), packet.bytes().begin(), packet.bytes().end()), each->name);
        }
    }

    void layers_move_and_come_back() {
        Composition packet;
        for (auto* layer : {"eth", "vlan", "mpls", "ip", "udp"}) DO(packet.add_layer(packet.layers().size(), layer));
        DO(packet.set("vlan.id=7"));
        const auto before = packet.snapshot();
        DO(packet.move_layer(1, 0 + 1));
        QVERIFY(packet.snapshot() == before);
        auto refused = packet.move_layer(4, 1);
        QVERIFY(!refused);
        QVERIFY(packet.snapshot() == before);
        Composition two;
        for (auto* layer : {"eth", "vlan", "vlan", "ip"}) DO(two.add_layer(two.layers().size(), layer));
        DO(two.set("vlan.id#2=9"));
        DO(two.move_layer(2, 1));
        QCOMPARE(value(two, "vlan.id"), "9");
        DO(two.move_layer(1, 2));
        QCOMPARE(value(two, "vlan.id", 1), "9");
    }

    void a_longer_name_makes_every_length_follow() {
        auto packet = dns_query();
        const auto size = packet.bytes().size();
        DO(packet.set("dns.qry.name=a.much.longer.name.example"));
        QVERIFY(packet.bytes().size() > size);
        QCOMPARE(value(packet, "ip.len"), std::to_string(packet.bytes().size() - 14));
        QCOMPARE(value(packet, "udp.length"), std::to_string(packet.bytes().size() - 34));
        QCOMPARE(value(packet, "ip.checksum.status"), "1");
        QCOMPARE(value(packet, "udp.checksum.status"), "1");
    }

    void an_override_stays_and_the_layers_too() {
        auto packet = dns_query();
        const ByteBuffer sound(packet.bytes().begin(), packet.bytes().end());
        DO(packet.set("udp.length=9"));
        DO(packet.set("ip.proto=6"));
        DO(packet.set("udp.dstport=9999"));
        QCOMPARE(packet.overrides(), std::size_t(3));
        QCOMPARE(stack(packet), QString("eth ip udp dns"));
        DO(packet.set("dns.qry.name=longer.example.org"));
        QCOMPARE(value(packet, "udp.length"), "9");
        QCOMPARE(value(packet, "ip.proto"), "6");
        QCOMPARE(packet.bytes()[23], std::uint8_t(6));
        // The header checksum holds over what is sent, not over what would be sound.
        Dissection& tree = const_cast<Dissection&>(packet.dissection());
        QCOMPARE(std::uint64_t(load_be(packet.bytes().data() + 24, 2)),
                 *right_checksum(Checksum::internet_header, packet.bytes(), tree.layers, 2, 24, 2));
        for (auto* name : {"udp.length", "ip.proto", "udp.dstport"}) {
            auto field = packet.field(*packet.find(name));
            QVERIFY(field->automatic && field->overridden);
            DO(packet.make_automatic(field->key));
        }
        DO(packet.set("dns.qry.name=example.org"));
        QCOMPARE(hex(packet.bytes()), hex(sound));
    }

    void a_checksum_set_on_purpose_stays() {
        auto packet = dns_query();
        DO(packet.set("udp.checksum=0x1234"));
        DO(packet.set("ip.dst=198.51.100.9"));
        QCOMPARE(value(packet, "udp.checksum"), "0x1234");
        DO(packet.make_automatic(*packet.find("udp.checksum")));
        QCOMPARE(value(packet, "udp.checksum.status"), "1");
    }

    void overrides_follow_their_layer() {
        auto packet = dns_query();
        DO(packet.set("udp.length=9"));
        DO(packet.add_layer(1, "vlan"));
        QCOMPARE(value(packet, "udp.length"), "9");
        DO(packet.remove_layer(1));
        QCOMPARE(value(packet, "udp.length"), "9");
        DO(packet.remove_layer(3));
        DO(packet.remove_layer(2));
        QCOMPARE(packet.overrides(), std::size_t(0));
    }

    void captured_bytes_stay_until_they_are_edited() {
        auto packet = dns_query();
        ByteBuffer bytes(packet.bytes().begin(), packet.bytes().end());
        bytes[24] ^= 0x55;  // a wrong header checksum, as offloading leaves it
        bytes[40] ^= 0xaa;  // and a wrong one of UDP
        Composition captured(bytes, LinkType::ethernet);
        QCOMPARE(hex(captured.bytes()), hex(bytes));
        QVERIFY(captured.field(*captured.find("udp.checksum"))->wrong);
        DO(captured.set("udp.dstport=5353"));
        QVERIFY(!captured.field(*captured.find("udp.checksum"))->wrong);
        QVERIFY(captured.field(*captured.find("ip.checksum"))->wrong);
        DO(captured.repair());
        QVERIFY(!captured.field(*captured.find("ip.checksum"))->wrong);
    }

    void elements_are_added_and_removed() {
        auto packet = *compose(*find_template("tcp-syn"));
        const auto before = packet.snapshot();
        auto additions = packet.additions(2);
        auto stamps = std::find_if(additions.begin(), additions.end(), [](auto& it) { return it.label == "Time Stamp Option"; });
        QVERIFY(stamps != additions.end());
        DO(packet.add_element(*stamps));
        QCOMPARE(value(packet, "tcp.options.timestamp.tsval"), "0");
        QCOMPARE(value(packet, "tcp.hdr_len"), "36");
        QCOMPARE(value(packet, "ip.len"), "56");
        QCOMPARE(value(packet, "tcp.checksum.status"), "1");
        DO(packet.remove_element(*packet.find("tcp.options.timestamp.tsval")));
        QCOMPARE(value(packet, "tcp.options.timestamp.tsval"), "(missing)");
        QVERIFY(packet.bytes().size() <= before.sound.size() + 4);

        auto query = dns_query();
        for (auto& each : query.additions(3))
            if (each.list == "Query") DO(query.add_element(each));
        QCOMPARE(value(query, "dns.count.queries"), "2");
        QCOMPARE(value(query, "dns.qry.name", 1), "example.org");
        DO(query.remove_element(*query.find("dns.qry.type", 1)));
        QCOMPARE(value(query, "dns.count.queries"), "1");
        bool answered = false;  // a list that has none yet
        for (auto& each : query.additions(3))
            if (each.list == "Resource record" && each.label == "A (Host Address)" && !answered) {
                DO(query.add_element(each));
                answered = true;
            }
        QVERIFY(answered);
        QCOMPARE(value(query, "dns.count.answers"), "1");
        QCOMPARE(value(query, "dns.a"), "0.0.0.0");
        QCOMPARE(value(query, "dns.qry.name"), "example.org");
    }

    /// Whatever a form offers works: every kind of element can be added and decodes.
    void every_addition_can_be_added() {
        for (auto* each : all_templates()) {
            auto packet = *compose(*each);
            const auto before = packet.snapshot();
            for (std::size_t layer = 0; layer < packet.layers().size(); layer++)
                for (auto& addition : packet.additions(layer)) {
                    auto added = packet.add_element(addition);
                    const auto what = std::string(each->name) + ": " + addition.list + " " + addition.label;
                    QVERIFY2(added, (what + ": " + (added ? "" : added.error().text())).c_str());
                    QVERIFY2(packet.bytes().size() >= before.sound.size(), what.c_str());  // as long: in place of padding
                    QVERIFY2(packet.snapshot().sound != before.sound, what.c_str());
                    packet.restore(before);
                }
        }
    }

    /// … and what was added is an element, also where that is several values beside each other; without it all is as before (where a list
    /// is filled up to whole words, as before but for what fills it).
    void every_addition_can_be_removed() {
        constexpr int depth = test::sanitized ? 1 : 2;  // of elements that are added together
        for (auto* each : all_templates()) {
            auto packet = *compose(*each);
            for (std::size_t layer = 0; layer < packet.layers().size(); layer++) add_and_remove(packet, each->name, layer, depth);
        }
        auto advertisement = *compose(*find_template("ping"));
        DO(advertisement.remove_layer(3));
        DO(advertisement.set("icmp.type=9"));
        add_and_remove(advertisement, "router advertisement", 2, depth);
    }

    void an_element_of_several_values_is_one() {
        auto packet = *compose(*find_template("tcp-syn"));
        for (auto& each : packet.additions(2))
            if (each.label == "SACK") {
                DO(packet.add_element(each));
                break;
            }
        auto blocks = [&] {
            std::vector<FieldKey> found;
            for (auto& field : packet.fields(2))
                if (field.removable && field.key.name.starts_with("tcp.options.sack_")) found.push_back(field.key);
            return found;
        };
        for (auto& each : packet.additions(2))
            while (each.list.find("Left") != std::string::npos && blocks().size() < 3) DO(packet.add_element(each));
        QCOMPARE(blocks().size(), std::size_t(3));
        DO(packet.set("tcp.options.sack_le#1=100"));
        DO(packet.set("tcp.options.sack_le#2=200"));
        DO(packet.set("tcp.options.sack_le#3=300"));
        const auto size = packet.bytes().size();
        DO(packet.remove_element(blocks()[1]));
        QCOMPARE(packet.bytes().size(), size - 8);
        QCOMPARE(value(packet, "tcp.options.sack_le", 0), "100");
        QCOMPARE(value(packet, "tcp.options.sack_le", 1), "300");
        QCOMPARE(value(packet, "tcp.checksum.status"), "1");
    }

    void a_trailer_stays_and_padding_follows() {
        auto query = dns_query();
        ByteBuffer bytes(query.bytes().begin(), query.bytes().end());
        for (std::uint8_t byte : {0xde, 0xad, 0xbe, 0xef}) bytes.push_back(byte);
        Composition packet(bytes, LinkType::ethernet);
        QCOMPARE(value(packet, "eth.trailer"), std::string("deadbeef"));
        DO(packet.add_layer(1, "vlan"));
        QCOMPARE(stack(packet), QString("eth vlan ip udp dns"));
        QCOMPARE(value(packet, "eth.trailer"), std::string("deadbeef"));
        DO(packet.remove_layer(1));
        QCOMPARE(hex(packet.bytes()), hex(bytes));

        auto request = *compose(*find_template("arp-request"));
        ByteBuffer padded(request.bytes().begin(), request.bytes().end());
        padded.resize(60);
        Composition frame(padded, LinkType::ethernet);
        QCOMPARE(frame.find("eth.padding").has_value(), true);
        DO(frame.add_layer(1, "vlan"));
        QCOMPARE(frame.bytes().size(), std::size_t(60));
        QCOMPARE(stack(frame), QString("eth vlan arp"));
        DO(frame.remove_layer(1));
        QCOMPARE(hex(frame.bytes()), hex(padded));
    }

    void checksums_that_were_captured_wrong_are_told_and_made_right() {
        auto query = dns_query();
        QVERIFY(query.wrong_fields().empty());
        ByteBuffer bytes(query.bytes().begin(), query.bytes().end());
        bytes[40] ^= 0x55;  // of UDP's
        Composition packet(bytes, LinkType::ethernet);
        QCOMPARE(packet.wrong_fields().size(), std::size_t(1));
        QCOMPARE(packet.wrong_fields()[0].name, "udp.checksum");
        DO(packet.set("ip.ttl=3"));  // which it does not cover
        QCOMPARE(packet.wrong_fields().size(), std::size_t(1));
        DO(packet.repair());
        QVERIFY(packet.wrong_fields().empty());
        QCOMPARE(value(packet, "udp.checksum"), value(query, "udp.checksum"));
        DO(packet.set("udp.checksum=1"));
        QVERIFY(packet.wrong_fields().empty());  // but overridden
        QCOMPARE(packet.overrides(), std::size_t(1));
    }

    void a_length_that_promises_more_than_there_is_is_made_right() {
        const QByteArray pasted = QByteArray::fromHex(
            "45000054000040004001"
            "00000a4d00010a4d00030800000000010001"
            "6162");
        Composition packet({reinterpret_cast<const std::uint8_t*>(pasted.constData()), std::size_t(pasted.size())}, LinkType::raw);
        QStringList wrong;
        for (auto& key : packet.wrong_fields()) wrong << QString::fromStdString(key.name);
        QVERIFY2(wrong.contains("ip.len"), qPrintable(wrong.join(' ')));
        DO(packet.repair());
        QCOMPARE(value(packet, "ip.len"), "30");
        QCOMPARE(value(packet, "ip.checksum.status"), "1");
        QCOMPARE(value(packet, "icmp.checksum.status"), "1");
        QVERIFY(packet.wrong_fields().empty());
    }

    void a_tag_is_put_under_whatever_was_captured_data() { hostile_bytes_do_no_harm_data(); }
    /// What lies above the layers that are touched does not matter, and comes out as it went in.
    void a_tag_is_put_under_whatever_was_captured() {
        QFETCH(QString, path);
        test::each_packet(path, 20, [&](const PacketContext& c) {
            if (c.link_type != LinkType::ethernet) return;
            Composition packet(c.bytes, c.link_type);
            const auto layers = packet.layers();
            if (layers.size() < 2 || !packet.find("eth.type") || layers[1].name == "data") return;
            DO(packet.repair());
            ByteBuffer before(packet.bytes().begin(), packet.bytes().end());
            DO(packet.add_layer(1, "vlan"));
            QCOMPARE(packet.layers().size(), layers.size() + 1);
            const auto inside = std::min<std::size_t>(layers[1].end - layers[1].at, packet.bytes().size() - 18);  // padding is less now
            QCOMPARE(hex(packet.bytes().subspan(18, inside)), hex(Bytes(before).subspan(14, inside)));
            DO(packet.remove_layer(1));
            ByteBuffer after(packet.bytes().begin(), packet.bytes().end());
            const auto larger = std::max(after.size(), before.size());
            if (larger == 60) after.resize(60), before.resize(60);  // with the tag it needed less padding, or none
            QCOMPARE(hex(after), hex(before));
        });
    }

    void bytes_are_edited_in_place() {
        auto packet = dns_query();
        const std::uint8_t ttl[] = {7};
        DO(packet.overwrite(22, ttl));
        QCOMPARE(value(packet, "ip.ttl"), "7");
        QCOMPARE(value(packet, "ip.checksum.status"), "1");
        QCOMPARE(packet.overrides(), std::size_t(0));
        const std::uint8_t sum[] = {0x12, 0x34};
        DO(packet.overwrite(24, sum));
        QVERIFY(packet.field(*packet.find("ip.checksum"))->overridden);
        QCOMPARE(value(packet, "ip.checksum"), "0x1234");
        QVERIFY(!packet.overwrite(std::uint32_t(packet.bytes().size()), sum));
        QCOMPARE(packet.field_at(22)->name, "ip.ttl");
        QCOMPARE(packet.field_at(26)->name, "ip.src");
        QCOMPARE(packet.field_at(0)->name, "eth.dst");
        QVERIFY(!packet.field_at(100000));
    }

    void undo_and_redo() {
        auto packet = dns_query();
        CompositionHistory history;
        history.remember(packet);
        QVERIFY(!history.can_undo());
        const auto first = packet.snapshot();
        DO(packet.set("ip.ttl=9"));
        history.remember(packet);
        history.remember(packet);
        DO(packet.set("ip.len=9"));
        history.remember(packet);
        history.undo(packet);
        QCOMPARE(value(packet, "ip.ttl"), "9");
        QCOMPARE(packet.overrides(), std::size_t(0));
        history.undo(packet);
        QVERIFY(packet.snapshot() == first);
        QVERIFY(!history.can_undo());
        history.redo(packet);
        history.redo(packet);
        QCOMPARE(value(packet, "ip.len"), "9");
        QVERIFY(!history.can_redo());
    }

    void errors_say_what() {
        auto packet = dns_query();
        for (auto* bad :
             {"ip.ttl=300", "ip.ttl=abc", "ip.dst=1.2.3", "ip.tll=1", "tcp.port=1", "ip.ttl", "ip.ttl#2=1", "ip.checksum.status=1"}) {
            auto done = packet.set(std::string_view(bad));
            QVERIFY2(!done, bad);
            QVERIFY2(done.error().what.text().size() > 10, bad);
        }
        QVERIFY(packet.set("ip.tll=1").error().remedy.text().find("ip.ttl") != std::string::npos);
    }

    void hostile_bytes_do_no_harm_data() {
        QTest::addColumn<QString>("path");
        for (auto& path : test::captures()) QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
    }
    /// Everything that a form does, on packets of captures, whole and damaged. Run it under the sanitizers.
    void hostile_bytes_do_no_harm() {
        QFETCH(QString, path);
        std::mt19937 random(4);
        test::each_packet(path, 3, [&](const PacketContext& c) {
            for (int round = 0; round < 3; round++) {
                ByteBuffer bytes(c.bytes.begin(), c.bytes.begin() + std::ptrdiff_t(std::min<std::size_t>(c.bytes.size(), 600)));
                for (int k = 0; k < round * 3 && !bytes.empty(); k++) bytes[random() % bytes.size()] = std::uint8_t(random());
                Composition packet(bytes, c.link_type);
                QCOMPARE(hex(packet.bytes()), hex(bytes));
                work_on(packet, random);
            }
        });
    }

private:
    /// The key by which the element that begins at a field can be removed.
    static FieldKey key_in(const std::vector<ComposedField>& fields, std::size_t first) {
        for (std::size_t i = first; i < fields.size() && (i == first || fields[i].depth > fields[first].depth); i++)
            if (!fields[i].key.name.empty()) return fields[i].key;
        return {};
    }
    static std::size_t elements(const Composition& packet, std::size_t layer) {
        const auto fields = packet.fields(layer);
        return std::size_t(std::count_if(fields.begin(), fields.end(), [](auto& field) { return field.removable; }));
    }
    static void add_and_remove(Composition& packet, const std::string& name, std::size_t layer, int depth) {
        const auto before = packet.snapshot();
        for (auto& addition : packet.additions(layer)) {
            const auto what = name + ": " + addition.list + " " + addition.label;
            DO(packet.add_element(addition));
            const auto added = packet.snapshot();
            if (depth > 1) add_and_remove(packet, what + ",", layer, depth - 1);
            packet.restore(added);
            const auto fields = packet.fields(layer);
            const auto elements_then = elements(packet, layer);
            bool as_before = false;
            for (std::size_t i = 0; i < fields.size() && !as_before; i++) {
                if (!fields[i].removable || !packet.remove_element(key_in(fields, i))) continue;
                as_before = packet.snapshot().sound == before.sound || elements(packet, layer) < elements_then;
                packet.restore(added);
            }
            QVERIFY2(as_before, what.c_str());
            packet.restore(before);
        }
    }

    static void work_on(Composition& packet, std::mt19937& random) {
        static const char* const values[] = {"0",         "1",           "255", "65535", "a.name.example", "00:11:22:33:44:55",
                                             "192.0.2.1", "2001:db8::1", ""};
        for (int k = 0; k < 12; k++) {
            const auto layers = packet.layers().size();
            const auto layer = random() % (layers + 1);
            auto fields = packet.fields(layer);
            if (!fields.empty()) {
                auto& field = fields[random() % fields.size()];
                (void)packet.set(field.key, values[random() % std::size(values)]);
                if (k % 3 == 0) (void)packet.make_automatic(field.key);
                if (k % 3 == 1) (void)packet.remove_element(field.key);
            }
            if (auto choices = packet.can_stand_at(layer); k % 4 == 0 && !choices.empty())
                (void)packet.add_layer(layer, choices[random() % choices.size()]);
            if (k % 4 == 1) (void)packet.remove_layer(layer);
            if (k % 4 == 2 && layers) (void)packet.move_layer(layer, random() % layers);
            if (auto additions = packet.additions(layer); k % 4 == 3 && !additions.empty())
                (void)packet.add_element(additions[random() % additions.size()]);
            const std::uint8_t noise[] = {std::uint8_t(random()), std::uint8_t(random())};
            (void)packet.overwrite(std::uint32_t(random() % (packet.bytes().size() + 1)), noise);
            (void)packet.field_at(std::uint32_t(random() % (packet.bytes().size() + 1)));
        }
        (void)packet.repair();
        QCOMPARE(packet.bytes().size(), packet.snapshot().sound.size());
    }
};

QTEST_GUILESS_MAIN(CompositionTest)
#include "composition_test.moc"
