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
    /// Both must outlive it; make it before anything starts. Ends the application with 0; with 1, and the reason on standard error,
    /// when anything went wrong meanwhile.
    Demo(const DesktopOptions& options, SessionBridge* bridge, MainWindow* window);

private:
    void addRule();
    void choosePacket();
    void complain(const QString& trouble);
    void finish();
    void printSummary() const;

    const DesktopOptions options_;
    SessionBridge* bridge_;
    MainWindow* window_;
    bool trouble_ = false;
};

}  // namespace sallyport
