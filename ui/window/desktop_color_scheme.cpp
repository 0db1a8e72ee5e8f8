// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/desktop_color_scheme.h"
#include "ui/widgets/colors.h"
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QGuiApplication>

namespace sallyport {

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop";
constexpr auto path = "/org/freedesktop/portal/desktop";
constexpr auto interface = "org.freedesktop.portal.Settings";
constexpr auto appearance = "org.freedesktop.appearance";
constexpr auto color_scheme = "color-scheme";

/// libdbus would start a bus of its own where there is none; we only want to talk to one that runs.
bool session_bus_runs() {
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

}  // namespace

DesktopColorScheme::DesktopColorScheme(QObject* parent) : QObject(parent), dark_(Colors::of(QGuiApplication::palette()).dark) {
    if (!session_bus_runs()) return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    qRegisterMetaType<QDBusVariant>();  // else the first connection of the program finds no such type and delivers nothing
    bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this, SLOT(setting_changed(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question << QString::fromLatin1(appearance) << QString::fromLatin1(color_scheme);
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        if (const QDBusPendingReply<QDBusVariant> reply = *answer; reply.isValid()) read(reply.value());  // else there is no portal
    });
}

void DesktopColorScheme::read(const QDBusVariant& value) {
    QVariant inner = value.variant();  // Read() wraps its answer twice
    while (inner.canConvert<QDBusVariant>()) inner = inner.value<QDBusVariant>().variant();
    const uint preference = inner.toUInt();  // 0: none, 1: dark, 2: light
    if (preference == 1 || preference == 2) set_dark(preference == 1);
}

void DesktopColorScheme::setting_changed(const QString& space, const QString& key, const QDBusVariant& value) {
    if (space == QLatin1String(appearance) && key == QLatin1String(color_scheme)) read(value);
}

void DesktopColorScheme::set_dark(bool dark) {
    if (dark == dark_) return;
    dark_ = dark;
    emit changed();
}

}  // namespace sallyport
