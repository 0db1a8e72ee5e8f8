// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/verdict_explanation.h"
#include "ui/models/verdict_label.h"
#include <QtTest>

using namespace sallyport;

class VerdictExplanationTest : public QObject {
    Q_OBJECT
private slots:
    void explains_data() {
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("reason");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* name, Verdict verdict, VerdictReason reason, const char* text, const char* word, VerdictKind kind) {
            QTest::newRow(name) << int(verdict) << int(reason) << QString::fromUtf8(text) << QString::fromUtf8(word) << int(kind);
        };
        row("rule", Verdict::drop, VerdictReason::rule, "Packet 46 was dropped by the rule “no ads”; decided after 12 µs.", "drop",
            VerdictKind::drop);
        row("default", Verdict::accept, VerdictReason::standard,
            "Packet 46 was accepted by default, since no rule matched it; decided after 12 µs.", "accept", VerdictKind::accept);
        row("failure", Verdict::accept, VerdictReason::failure,
            "Packet 46 was accepted by the failure policy: it could not be judged in time.", "accept", VerdictKind::failure);
        row("watched", Verdict::accept, VerdictReason::none, "Packet 46 was only watched: nobody gave it a verdict.", "",
            VerdictKind::none);
    }
    void explains() {
        QFETCH(int, verdict);
        QFETCH(int, reason);
        QFETCH(QString, text);
        QFETCH(QString, word);
        QFETCH(int, kind);
        PacketRecord record;
        record.verdict = Verdict(verdict);
        record.reason = VerdictReason(reason);
        record.waited_us = 12;
        QCOMPARE(verdict_explanation(record, 46, QStringLiteral("no ads")), text);
        QCOMPARE(verdict_word(record), word);
        QCOMPARE(int(verdict_kind(record)), kind);
    }
    void doesNotTellAWaitThatNobodyKnows() {  // a verdict out of a file
        PacketRecord record;
        record.reason = VerdictReason::rule;
        record.verdict = Verdict::drop;
        QCOMPARE(verdict_explanation(record, 46, QStringLiteral("no ads")), QStringLiteral("Packet 46 was dropped by the rule “no ads”."));
        record.reason = VerdictReason::standard;
        QCOMPARE(verdict_explanation(record, 46, {}), QStringLiteral("Packet 46 was dropped by default, since no rule matched it."));
    }
    void namesForgedPackets() {
        PacketRecord record;
        record.status = PacketStatus::forged;
        QCOMPARE(verdict_kind(record), VerdictKind::yours);
        QCOMPARE(verdict_word(record), QStringLiteral("sent"));
        record.reason = VerdictReason::rule;
        record.verdict = Verdict::drop;
        QCOMPARE(verdict_kind(record), VerdictKind::drop);
        record.verdict = Verdict::accept;  // judged like any other
        QCOMPARE(verdict_kind(record), VerdictKind::accept);
        QCOMPARE(verdict_word(record), QStringLiteral("accept"));
        record.reason = VerdictReason::failure;
        QCOMPARE(verdict_kind(record), VerdictKind::failure);
    }
};

QTEST_GUILESS_MAIN(VerdictExplanationTest)
#include "verdict_explanation_test.moc"
