// SPDX-License-Identifier: GPL-3.0-or-later
// The file of the rules in force, which others change, break and remove.
#include "ui/views/rules/rules_file.h"
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

class RulesFileTest : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString path() const { return folder_.filePath(QStringLiteral("my.rules")); }
    void write(const QByteArray& text) {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

private slots:
    void aChangeByOthersIsToldOnceAndNotPutInForce() {
        SessionBridge bridge;
        RulesFile file(&bridge);
        QSignalSpy changed(&file, &RulesFile::changedByOthers), failed(&file, &RulesFile::failed);
        write("drop when tcp.port == 23\naccept when dns\n");
        QVERIFY(file.load(path()));
        QCOMPARE(bridge.rules().rules.size(), std::size_t(2));
        const auto second = bridge.rules().rules[1].id;
        QTest::qWait(700);
        QCOMPARE(changed.size(), 0);

        write("accept when dns\n");
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toString(), path());
        QCOMPARE(bridge.rules().rules.size(), std::size_t(2));  // until the user says so
        QVERIFY(file.load(path()));
        QCOMPARE(bridge.rules().rules.size(), std::size_t(1));
        QCOMPARE(bridge.rules().rules[0].id, second);  // the same rule, with its hits

        write("accept wen dns\n");
        QTRY_COMPARE(changed.size(), 2);
        QVERIFY(!file.load(path()));
        QCOMPARE(failed.size(), 1);
        QCOMPARE(bridge.rules().rules.size(), std::size_t(1));
        QTest::qWait(700);
        QCOMPARE(changed.size(), 2);
    }

    void whatIsSavedHereIsNoChangeAndAGoneFileIsTold() {
        SessionBridge bridge;
        RulesFile file(&bridge);
        QSignalSpy changed(&file, &RulesFile::changedByOthers), gone(&file, &RulesFile::goneByOthers);
        QVERIFY(!bridge.addRule(QStringLiteral("drop"), QStringLiteral("icmp")));
        QVERIFY(file.save(path()));
        QVERIFY(!bridge.addRule(QStringLiteral("drop"), QStringLiteral("udp")));
        QVERIFY(file.save(path()));
        QTest::qWait(700);
        QCOMPARE(changed.size(), 0);
        QVERIFY(QFile::remove(path()));
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(file.save(path()));
        write("accept\n");
        QTRY_COMPARE(changed.size(), 1);
    }
};

QTEST_MAIN(RulesFileTest)
#include "rules_file_test.moc"
