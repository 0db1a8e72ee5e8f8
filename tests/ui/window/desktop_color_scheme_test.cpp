// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/desktop_color_scheme.h"
#include "ui/widgets/colors.h"
#include "ui/window/theme.h"
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QtTest>

using namespace sallyport;

/// What a desktop's settings portal answers; 1: dark, 2: light.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint preference = 1;
public slots:
    QDBusVariant Read(const QString& space, const QString& key) {
        const bool known = space == "org.freedesktop.appearance" && key == "color-scheme";
        return QDBusVariant(QVariant::fromValue(QDBusVariant(known ? preference : 99u)));  // wrapped twice, as portals do
    }
};

/// On a message bus of its own, with a portal that this test plays.
class DesktopColorSchemeTest : public QObject {
    Q_OBJECT
    QProcess bus_;
    Portal portal_;

    void prefer(uint preference) {
        auto message = QDBusMessage::createSignal("/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "SettingChanged");
        message << "org.freedesktop.appearance"
                << "color-scheme" << QVariant::fromValue(QDBusVariant(preference));
        QDBusConnection("portal").send(message);
    }

private slots:
    void initTestCase() {
        const QString daemon = QStandardPaths::findExecutable("dbus-daemon");
        if (daemon.isEmpty()) QSKIP("dbus-daemon is not installed (apt install dbus)");
        bus_.start(daemon, {"--session", "--nofork", "--print-address"});
        QVERIFY(bus_.waitForStarted() && bus_.waitForReadyRead());
        const QByteArray address = bus_.readLine().trimmed();
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        auto connection = QDBusConnection::connectToBus(QString::fromLatin1(address), "portal");
        QVERIFY(connection.isConnected());
        QVERIFY(connection.registerObject("/org/freedesktop/portal/desktop", &portal_, QDBusConnection::ExportAllSlots));
        QVERIFY(connection.registerService("org.freedesktop.portal.Desktop"));
    }
    void cleanupTestCase() {
        QDBusConnection::disconnectFromBus("portal");
        bus_.kill();
        bus_.waitForFinished();
    }

    void the_desktop_is_asked_and_followed() {
        DesktopColorScheme scheme;
        QSignalSpy changed(&scheme, &DesktopColorScheme::changed);
        QTRY_VERIFY(scheme.prefers_dark());
        prefer(2);
        QTRY_VERIFY(!scheme.prefers_dark());
        prefer(0);  // no preference: stay as it is
        prefer(1);
        QTRY_VERIFY(scheme.prefers_dark());
        QCOMPARE(changed.count(), 3);
    }

    void the_theme_follows_only_when_it_should() {
        Theme theme(*qApp);
        theme.apply(ThemeChoice::system);
        QTRY_VERIFY(theme.is_dark());
        prefer(2);
        QTRY_VERIFY(!theme.is_dark());
        theme.apply(ThemeChoice::dark);
        prefer(1);
        prefer(2);
        QTest::qWait(100);
        QVERIFY(theme.is_dark());
        QCOMPARE(qApp->palette().color(QPalette::Window), Colors::dark_ones().window);
    }
};

QTEST_MAIN(DesktopColorSchemeTest)
#include "desktop_color_scheme_test.moc"
