// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/verdict_comment.h"
#include "capture_file/capture_reader.h"
#include "capture_file/capture_writer.h"
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

class VerdictCommentTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    /// What is read of one packet that was written with this verdict and comment.
    CapturedPacket readBack(Verdict verdict, const std::string& comment) {
        const auto path = folder_.filePath("it.pcapng").toStdString();
        auto writer = CaptureWriter::make(std::move(*OutputFile::create(path, false)), CaptureFormat::pcapng);
        const ByteBuffer bytes(60);
        PacketToWrite packet{.bytes = bytes, .original = 60, .judged = true, .verdict = verdict, .comment = comment};
        if (!writer->describe({{}}) || !writer->write(packet) || !writer->finish()) qFatal("write");
        reader_ = std::move(*CaptureReader::open(path));
        CapturedPacket read;
        if (reader_->next(read) != CaptureReader::Step::packet) qFatal("read");
        return read;
    }
    std::unique_ptr<CaptureReader> reader_;  // holds the file's bytes

private slots:
    void readsWhatItWrites_data() {
        QTest::addColumn<int>("reason");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("direction");
        QTest::addColumn<int>("flags");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("comment");
        const auto row = [](VerdictReason reason, Verdict verdict, Direction direction, int flags, const char* text, const char* comment) {
            QTest::newRow(comment) << int(reason) << int(verdict) << int(direction) << flags << QByteArray(text) << QByteArray(comment);
        };
        row(VerdictReason::rule, Verdict::drop, Direction::in, 0, "drop when udp", "Sallyport: dropped by rule 5: drop when udp");
        row(VerdictReason::rule, Verdict::accept, Direction::out, 0, "", "Sallyport: accepted by rule 5");
        row(VerdictReason::rule, Verdict::accept, Direction::forward, PacketFlag::edited | PacketFlag::made_here, "accept # a, edited",
            "Sallyport: accepted by rule 5, forwarded, edited, made here: accept # a, edited");
        row(VerdictReason::rule, Verdict::drop, Direction::unknown, 0, "drop # x, forwarded",
            "Sallyport: dropped by rule 5: drop # x, forwarded");
        row(VerdictReason::standard, Verdict::accept, Direction::in, 0, "", "Sallyport: accepted by the default policy");
        row(VerdictReason::failure, Verdict::drop, Direction::forward, 0, "", "Sallyport: dropped by the failure policy, forwarded");
    }
    void readsWhatItWrites() {
        QFETCH(int, reason);
        QFETCH(int, verdict);
        QFETCH(int, direction);
        QFETCH(int, flags);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, comment);
        const std::uint32_t rule = VerdictReason(reason) == VerdictReason::rule ? 5 : no_rule;
        std::string written;
        write_verdict_comment({VerdictReason(reason), Verdict(verdict), std::uint8_t(flags), rule, text.toStdString()},
                              Direction(direction), written);
        QCOMPARE(QByteArray::fromStdString(written), comment);
        const auto packet = readBack(Verdict(verdict), written);
        QCOMPARE(int(packet.saved.reason), reason);
        QCOMPARE(int(packet.saved.verdict), verdict);
        QCOMPARE(int(packet.saved.flags), flags);
        QCOMPARE(packet.saved.rule, rule);
        QCOMPARE(QByteArray::fromStdString(std::string(packet.saved.rule_text)), text);
        QCOMPARE(packet.direction == Direction::forward, Direction(direction) == Direction::forward);
    }

    void leavesOtherCommentsAlone_data() {
        QTest::addColumn<QByteArray>("comment");
        for (auto* comment :
             {"", "a note", "Sallyport", "Sallyport: ", "Sallyport: dropped", "Sallyport: dropped by", "Sallyport: dropped by rule ",
              "Sallyport: dropped by rule x", "Sallyport: dropped by rule -1", "Sallyport: dropped by rule 4294967295",
              "Sallyport: dropped by rule 4294967296", "Sallyport: dropped by rule 99999999999999999999: drop",
              "Sallyport: dropped by rule 5 drop", "Sallyport: dropped by rule 5:drop", "Sallyport: dropped by the default policy: drop",
              "Sallyport: dropped by the default policy, edited, forwarded", "Sallyport: edited", "Sallyport: accepted by rule 5"})
            QTest::newRow(*comment ? comment : "none") << QByteArray(comment);
        QTest::newRow("zeros") << QByteArray("Sallyport: dropped by rule 5\0\0\0", 31);
        QTest::newRow("long") << QByteArray("Sallyport: dropped by rule 5") + QByteArray(60000, ',');
    }
    void leavesOtherCommentsAlone() {  // the last of them: the verdict beside it says something else
        QFETCH(QByteArray, comment);
        const auto packet = readBack(Verdict::drop, comment.toStdString());
        QCOMPARE(packet.saved.reason, VerdictReason::none);
        QCOMPARE(packet.saved.rule, no_rule);
        QVERIFY(packet.saved.rule_text.empty());
    }
};

QTEST_GUILESS_MAIN(VerdictCommentTest)
#include "verdict_comment_test.moc"
