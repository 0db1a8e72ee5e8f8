// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/save_job.h"
#include "ui/bridge/session_bridge.h"
#include "ui/sample_packets.h"
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

class SaveJobTest : public QObject {
    Q_OBJECT
private slots:
    void choosesTheFormatByName_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("pcap");
        QTest::addColumn<bool>("gzip");
        QTest::newRow("pcapng") << "a.pcapng" << false << false;
        QTest::newRow("pcap") << "a.PCAP" << true << false;
        QTest::newRow("pcap.gz") << "a.pcap.gz" << true << true;
        QTest::newRow("pcapng.gz") << "a.pcapng.gz" << false << true;
        QTest::newRow("anything") << "a.dat" << false << false;
    }
    void choosesTheFormatByName() {
        QFETCH(QString, path);
        QFETCH(bool, pcap);
        QFETCH(bool, gzip);
        const SaveOptions options = save_options_for(path);
        QCOMPARE(options.format == CaptureFormat::pcap, pcap);
        QCOMPARE(options.gzip, gzip);
    }

    void savesWhatCanBeOpenedAgain() {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("out.pcapng"));
        SaveJob job({sample::store_of(100), path, std::vector<std::uint32_t>{0, 3, 99}, nullptr, save_options_for(path)});
        QSignalSpy saved(&job, &SaveJob::saved), failed(&job, &SaveJob::failed);
        QTRY_COMPARE(saved.size() + failed.size(), 1);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved[0][0].toInt(), 3);
        QCOMPARE(saved[0][1].toInt(), 0);
        SessionBridge bridge;
        QVERIFY(bridge.start(FileSource{path.toStdString()}));
        QTRY_COMPARE(bridge.store()->count(), std::size_t(3));
        StoredPacket packet;
        QVERIFY(bridge.store()->get(0, packet));
        QCOMPARE(ByteBuffer(packet.bytes.begin(), packet.bytes.end()), sample::dns_query());
    }

    void savesOverTheFileThatIsOpen() {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("in.pcapng"));
        sample::write_file(path, 3000);
        SessionBridge bridge;
        QVERIFY(bridge.start(FileSource{path.toStdString()}));
        QTRY_COMPARE(bridge.state(), SessionState::ended);
        SaveJob job({bridge.store(), path, std::vector<std::uint32_t>{2, 2999}, nullptr, save_options_for(path)});
        QSignalSpy saved(&job, &SaveJob::saved);
        QTRY_COMPARE(saved.size(), 1);
        StoredPacket packet;  // what is shown is still mapped, and whole
        QVERIFY(bridge.store()->get(2998, packet));
        QCOMPARE(ByteBuffer(packet.bytes.begin(), packet.bytes.end()), sample::tcp_syn());
        QVERIFY(bridge.restart());
        QTRY_COMPARE(bridge.store()->count(), std::size_t(2));
    }

    void savesAllThatAFilterWillShow() {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("shown.pcapng"));
        auto store = sample::store_of(150'000);
        auto filter = Filter::compile("icmp");
        QVERIFY(filter);
        auto run = std::make_shared<FilterRun>(store, std::make_shared<const Filter>(std::move(*filter)), 1);
        SaveJob job({store, path, std::nullopt, run, save_options_for(path)});  // at once: the filter has hardly begun
        QSignalSpy saved(&job, &SaveJob::saved), failed(&job, &SaveJob::failed);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size() + failed.size(), 1, 60000);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved[0][0].toInt(), 50'000);
    }

    void nothingShownIsNoFile() {
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("none.pcapng"));
        auto store = sample::store_of(10);
        auto filter = Filter::compile("arp");
        auto run = std::make_shared<FilterRun>(store, std::make_shared<const Filter>(std::move(*filter)), 1);
        SaveJob job({store, path, std::nullopt, run, save_options_for(path)});
        QSignalSpy failed(&job, &SaveJob::failed);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!QFileInfo::exists(path));
    }

    void failsWithACause() {
        SaveJob job({sample::store_of(3), QStringLiteral("/nowhere/at/all.pcapng"), std::nullopt, nullptr, {}});
        QSignalSpy failed(&job, &SaveJob::failed);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].value<Error>().text().find("/nowhere/at") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(SaveJobTest)
#include "save_job_test.moc"
