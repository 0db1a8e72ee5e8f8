// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window, shown, with settings of its own, for tests that use it as a person does.
#pragma once
#include "ui/views/packets/packet_table.h"
#include "ui/window/main_window.h"
#include "ui/window/theme.h"
#include "ui/window/workspace.h"
#include <QtTest>

namespace sallyport {

struct WindowFixture {
    Theme theme{*qApp};
    SessionBridge bridge;
    MainWindow window{&bridge, &theme};

    WindowFixture() {
        window.setUnattended();
        window.show();
        if (!QTest::qWaitForWindowExposed(&window)) qFatal("not shown");
    }
    void open(const QString& path) {
        if (!window.files()->open(path)) qFatal("cannot open");
        if (!QTest::qWaitFor([&] { return bridge.state() == SessionState::ended && table()->packets()->rowCount() > 0; }, 20000))
            qFatal("does not end");
    }
    PacketTable* table() const { return window.workspace()->table(); }
    void act(Act act) const { window.actions()[act]->trigger(); }
};

}  // namespace sallyport
