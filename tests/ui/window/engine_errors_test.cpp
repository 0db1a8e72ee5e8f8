// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine refuses is told in the language of the window, and told anew when that changes.
#include "ui/views/compose/compose_dock.h"
#include "ui/views/compose/hex_dialog.h"
#include "ui/views/filter/filter_bar.h"
#include "ui/views/rules/rules_dock.h"
#include "ui/views/start/requirement_notice.h"
#include "ui/widgets/message_strip.h"
#include "ui/window/language.h"
#include "ui/window_fixture.h"
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace sallyport;

namespace {

void speak(const QString& language) {
    install_language(*qApp, language);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

bool says(const QWidget& widget, const QString& words) {
    for (auto* label : widget.findChildren<QLabel*>())
        if (!label->isHidden() && label->text().contains(words)) return true;
    return false;
}

}  // namespace

class EngineErrorsTest : public QObject {
    Q_OBJECT
    QTemporaryDir directory_;

private slots:
    void initTestCase() { QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, directory_.path()); }
    void init() {
        QSettings().clear();
        speak(QStringLiteral("de"));
    }
    void cleanup() { speak(QStringLiteral("en")); }

    void filters_data() {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("german");
        QTest::newRow("no field") << "tcp.prot == 1"
                                  << "ein Feld oder Protokoll tcp.prot gibt es nicht. War ";
        QTest::newRow("operator") << "tcp.port = 1"
                                  << "= ist kein Operator; gleich ist ==";
        QTest::newRow("end") << "tcp.port =="
                             << "der Filter endet zu früh: ein Feld oder Wert fehlt";
        QTest::newRow("value") << "ip.src == 300"
                               << "\"300\" ist keine IPv4-Adresse";
        QTest::newRow("type") << "ip.src contains \"a\""
                              << "ip.src ist eine IPv4-Adresse; mit contains lassen sich nur Text";
        QTest::newRow("regex") << "http.host matches \"(\""
                               << "der reguläre Ausdruck ist falsch: ";
    }
    void filters() {
        QFETCH(QString, filter);
        QFETCH(QString, german);
        WindowFixture f;
        f.window.filterBar()->edit()->setText(filter);
        const QString told = f.window.filterBar()->edit()->faultText();
        QVERIFY2(told.startsWith(QLatin1String("Spalte ")) && told.contains(german), qPrintable(told));
    }
    void aFaultyFilterIsToldAnew() {
        WindowFixture f;
        f.window.filterBar()->edit()->setText(QStringLiteral("tcp.port = 1"));
        QTRY_VERIFY(says(*f.window.filterBar(), QStringLiteral("= ist kein Operator")));
        speak(QStringLiteral("en"));
        QTRY_VERIFY(says(*f.window.filterBar(), QStringLiteral("= is no operator; equal is ==")));
    }

    void aRulesFile() {
        QFile file(directory_.filePath(QStringLiteral("wrong.rules")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("accept\ndorp when icmp\n"));
        file.close();
        WindowFixture f;
        emit f.window.workspace()->host()->rulesFileChosen(file.fileName());
        const QString told = f.window.messages()->text();
        QVERIFY2(told.contains(
                     QStringLiteral("Zeile 2, Spalte 1: eine Aktion \"dorp\" gibt es nicht (bekannt: accept, drop); war drop gemeint?")),
                 qPrintable(told));
    }
    void files_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("german");
        QTest::newRow("empty") << QByteArray() << "sie ist leer: Nicht einmal ein Dateikopf ist da (kopieren Sie sie noch einmal";
        QTest::newRow("no capture") << QByteArray("hello, this is no capture")
                                    << "Das ist keine Mitschnittdatei: Sie beginnt mit 68 65 6c 6c";
        QTest::newRow("cut") << QByteArray("\xd4\xc3\xb2\xa1\2\0\4\0", 8) << "Der Dateikopf ist abgeschnitten: ";
    }
    void files() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, german);
        QFile file(directory_.filePath(QStringLiteral("broken.pcap")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        WindowFixture f;
        QVERIFY(!f.window.files()->open(file.fileName()));
        QVERIFY2(f.window.messages()->text().contains(german), qPrintable(f.window.messages()->text()));
    }
    void aFileThatIsNotThere() {
        WindowFixture f;
        QVERIFY(!f.window.files()->open(QStringLiteral("/nowhere/none.pcap")));
        const QString told = f.window.messages()->text();
        QVERIFY2(told.contains(QStringLiteral("/nowhere/none.pcap: sie lässt sich nicht öffnen: ")), qPrintable(told));
        QVERIFY2(told.contains(QStringLiteral("(prüfen Sie den Namen)")), qPrintable(told));
    }
    void anInterfaceThatIsNotThere() {
        WindowFixture f;
        f.window.capture()->startLive({QStringLiteral("nosuch0")}, {});
        const QString told = f.window.messages()->text();
        QVERIFY2(told.contains(QStringLiteral("auf nosuch0 lässt sich nicht mitschneiden: ")), qPrintable(told));
    }

    void aValueOfAField() {
        WindowFixture f;
        emit f.window.workspace()->host()->viewRequested(QStringLiteral("compose"));
        auto* dock = f.window.findChild<ComposeDock*>();
        QVERIFY(dock);
        ComposeSession& session = *dock->session();
        QVERIFY(session.addLayer(0, QStringLiteral("eth")) && session.addLayer(1, QStringLiteral("ip")));
        const auto ttl = session.packet().find("ip.ttl");
        QLineEdit* line = nullptr;
        for (auto* one : dock->findChildren<QLineEdit*>())
            if (one->accessibleName() == QLatin1String("Time to Live")) line = one;
        QVERIFY(ttl && line);
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("abc"));
        QTest::keyClick(line, Qt::Key_Return);
        const QString german = QStringLiteral("ip.ttl: „abc“ ist kein möglicher Wert; erwartet wird eine Zahl");
        QCOMPARE(session.faultOf(*ttl), german);
        QVERIFY(says(*dock, german));
        speak(QStringLiteral("en"));
        QTRY_VERIFY(says(*dock, QStringLiteral("ip.ttl: 'abc' is no value of it; expected a number")));
    }
    void aValueThatHasNoRoom() {
        ComposeSession session;
        QVERIFY(session.addLayer(0, QStringLiteral("eth")) && session.addLayer(1, QStringLiteral("ip")));
        const auto ttl = session.packet().find("ip.ttl");
        QVERIFY(ttl && !session.set(*ttl, QStringLiteral("300")));
        QCOMPARE(session.faultOf(*ttl), QStringLiteral("ip.ttl kann 300 nicht aufnehmen (der größte Wert ist 255)"));
        speak(QStringLiteral("en"));
        QCOMPARE(session.faultOf(*ttl), QStringLiteral("ip.ttl cannot hold 300 (its largest value is 255)"));
    }
    void hex() {
        HexDialog dialog(LinkType::ethernet, nullptr);
        dialog.text()->setPlainText(QStringLiteral("45 00\n0 zz"));
        QVERIFY(says(dialog,
                     QStringLiteral("Zeile 2, Spalte 1: „0“ hat eine ungerade Zahl von Ziffern (schreiben Sie zwei Hexziffern je Byte)")));
        QCOMPARE(dialog.text()->extraSelections().size(), 1);  // its place is found in any language
        dialog.text()->setPlainText(QStringLiteral("45 zz"));
        QVERIFY(says(dialog, QStringLiteral("Zeile 1, Spalte 4: 'z' ist keine Hexziffer")));
    }
    void whatIsMissingIsToldAnew() {
        RequirementNotice notice;
        std::vector<Requirement> missing = check_requirements();
        for (auto& one : missing) one.met = false, one.why = message("this process lacks the capability CAP_NET_RAW"), one.remedy = {};
        notice.show(missing);
        QVERIFY(says(notice, QStringLiteral("<b>Mitschnitt</b> &nbsp;diesem Prozess fehlt die Berechtigung CAP_NET_RAW")));
        speak(QStringLiteral("en"));
        QVERIFY(says(notice, QStringLiteral("<b>capture</b> &nbsp;this process lacks the capability CAP_NET_RAW")));
    }
};

QTEST_MAIN(EngineErrorsTest)
#include "engine_errors_test.moc"
