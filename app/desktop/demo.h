// SPDX-License-Identifier: GPL-3.0-or-later
// The program by itself for some seconds: a rule half way, a picture and a summary at the end. What `./dev run` shows where
// there is no display.
#pragma once
#include "options.h"
#include <QObject>

namespace sallyport {

class MainWindow;
class SessionBridge;

class Demo : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it. Ends the application with 0, or 1 when the picture could not be written.
    Demo(const DesktopOptions& options, SessionBridge* bridge, MainWindow* window);

private:
    void addRule();
    void choosePacket();
    void finish();
    void printSummary() const;

    const DesktopOptions options_;
    SessionBridge* bridge_;
    MainWindow* window_;
};

}  // namespace sallyport
