// SPDX-License-Identifier: GPL-3.0-or-later
// Every edit is one step, told once, or refused with its reason.
#include "ui/bridge/compose_session.h"
#include "ui/sample_packets.h"
#include <QSignalSpy>
#include <QtTest>

using namespace sallyport;

class ComposeSessionTest : public QObject {
    Q_OBJECT
    static FieldKey key(const ComposeSession& session, const char* name) { return session.packet().find(name).value_or(FieldKey{}); }
    static std::string value(const ComposeSession& session, const char* name) {
        const auto field = session.packet().field(key(session, name));
        return field ? field->value : "(none)";
    }

private slots:
    void a_captured_packet_stays_as_it_was() {
        ComposeSession session;
        QSignalSpy changed(&session, &ComposeSession::changed), replaced(&session, &ComposeSession::replaced);
        const ByteBuffer bytes = sample::dns_query();
        session.startFrom(bytes, LinkType::ethernet, "packet 1");
        QCOMPARE(replaced.count(), 1);
        QCOMPARE(changed.count(), 1);
        QVERIFY(std::equal(bytes.begin(), bytes.end(), session.packet().bytes().begin(), session.packet().bytes().end()));
        QVERIFY(session.canUndo());  // back to nothing
        session.undo();
        QVERIFY(session.isEmpty());
        session.redo();
        QCOMPARE(session.packet().bytes().size(), bytes.size());
    }

    void every_edit_is_one_step() {
        ComposeSession session;
        session.startFrom(*find_template("dns-query"), {});
        const ByteBuffer before(session.packet().bytes().begin(), session.packet().bytes().end());
        const auto ttl = key(session, "ip.ttl");
        QVERIFY(session.set(ttl, "7"));
        QVERIFY(session.set(key(session, "dns.qry.name"), "a.much.longer.name.example.org"));
        QVERIFY(session.packet().bytes().size() > before.size());
        session.undo();
        QCOMPARE(session.packet().bytes().size(), before.size());
        QCOMPARE(value(session, "ip.ttl"), std::string("7"));
        session.undo();
        QVERIFY(std::equal(before.begin(), before.end(), session.packet().bytes().begin(), session.packet().bytes().end()));
        session.redo();
        QCOMPARE(value(session, "ip.ttl"), std::string("7"));
    }

    void a_refused_value_is_told_beside_its_field() {
        ComposeSession session;
        session.startFrom(*find_template("ping"), {});
        QSignalSpy faults(&session, &ComposeSession::faultsChanged), changed(&session, &ComposeSession::changed);
        const auto ttl = key(session, "ip.ttl");
        QVERIFY(!session.set(ttl, "many"));
        QVERIFY(session.faultOf(ttl).contains("many"));
        QVERIFY(session.hasFaults());
        QCOMPARE(changed.count(), 0);
        QVERIFY(!session.canUndo() || value(session, "ip.ttl") == "64");
        session.forgetFault(ttl);
        QVERIFY(!session.hasFaults());
        QVERIFY(!session.set(ttl, "many"));
        QVERIFY(session.set(ttl, "3"));
        QVERIFY(!session.hasFaults());
        QVERIFY(faults.count() >= 4);
    }

    void an_override_knows_what_would_be_right() {
        ComposeSession session;
        session.startFrom(*find_template("tcp-syn"), {});
        const auto checksum = key(session, "tcp.checksum");
        const std::string right = value(session, "tcp.checksum");
        QVERIFY(session.set(checksum, "0xbeef"));
        QVERIFY(session.packet().field(checksum)->overridden);
        QCOMPARE(session.rightValue(checksum), QString::fromStdString(right));
        QVERIFY(session.makeAutomatic(checksum));
        QCOMPARE(value(session, "tcp.checksum"), right);
        QVERIFY(!session.packet().field(checksum)->overridden);
    }

    void layers_move_and_the_focus_is_let_go_when_its_field_is_gone() {
        ComposeSession session;
        session.startFrom(*find_template("dns-query"), {});
        session.setFocus(key(session, "dns.qry.name"));
        QVERIFY(session.focus());
        const auto layers = session.packet().layers();
        QVERIFY(session.removeLayer(layers.size() - 1));
        QVERIFY(!session.focus());
        QSignalSpy failed(&session, &ComposeSession::failed);
        QVERIFY(!session.moveLayer(0, 99));
        QCOMPARE(failed.count(), 1);
        QVERIFY(session.duplicateLayer(1) || failed.count() == 2);
    }

    void a_byte_has_its_field_and_can_be_written() {
        ComposeSession session;
        session.startFrom(sample::tcp_syn(), LinkType::ethernet, "packet 1");
        session.focusByte(36);
        QVERIFY(session.focus());
        QCOMPARE(session.focus()->name, std::string("tcp.dstport"));
        const ByteBuffer port{0x1f, 0x90};
        QVERIFY(session.overwrite(36, port));
        QCOMPARE(value(session, "tcp.dstport"), std::string("8080"));
    }

    void varied_fields_make_a_series() {
        ComposeSession session;
        session.startFrom(*find_template("tcp-syn"), {});
        session.vary(key(session, "ip.ttl"));
        QCOMPARE(session.variations().size(), 1);
        QCOMPARE(session.variations()[0].values, "64");
        session.setVariation(0, "1..30");
        session.vary(key(session, "tcp.dstport"));
        session.setVariation(1, "{22,80}");
        QCOMPARE(session.variationOf(key(session, "tcp.dstport")), 1);
        const auto series = session.series();
        QVERIFY2(series, series ? "" : series.error().text().c_str());
        QCOMPARE(series->size(), 60ull);
        session.setVariation(0, "1..");
        QVERIFY(!session.series());
        session.removeVariation(0);
        QCOMPARE(session.series()->size(), 2ull);
    }

    void the_second_of_a_name_is_varied_as_the_second() {
        ComposeSession session;
        session.startFrom(*find_template("tcp-syn"), {});
        QVERIFY(session.duplicateLayer(1));  // IPv4 in IPv4
        const auto second = session.packet().find("ip.ttl", 1);
        QVERIFY(second);
        QCOMPARE(session.sweepName(*second), QString("ip.ttl#2"));
    }
};

QTEST_MAIN(ComposeSessionTest)
#include "compose_session_test.moc"
