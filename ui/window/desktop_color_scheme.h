// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the desktop prefers dark: from the settings portal (org.freedesktop.appearance color-scheme, which GNOME, KDE, Xfce
// and others offer), and where there is none, from the palette that Qt's platform plugin had at the start.
#pragma once
#include <QDBusVariant>
#include <QObject>

namespace sallyport {

class DesktopColorScheme : public QObject {
    Q_OBJECT
public:
    /// Asks the portal without waiting; make it before the application's palette is changed.
    explicit DesktopColorScheme(QObject* parent = nullptr);
    bool prefers_dark() const { return dark_; }

signals:
    void changed();

private slots:
    void setting_changed(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void read(const QDBusVariant& value);
    void set_dark(bool dark);
    bool dark_ = false;
};

}  // namespace sallyport
