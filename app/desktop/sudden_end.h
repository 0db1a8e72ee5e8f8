// SPDX-License-Identifier: GPL-3.0-or-later
// Ends that nobody chose: the display is gone, or a signal says that the program has to end (SIGTERM, SIGINT, SIGHUP). The session is
// stopped, so that nothing of it stays in the kernel, and packets that exist nowhere else are kept in a file of their own. Where the window
// is still there its layout is kept, as when somebody closes it; nobody is asked anything.
#pragma once
#include <QObject>

namespace sallyport {

class MainWindow;
class SessionBridge;

/// One at a time, in the GUI thread, while the event loop runs. When it is destroyed the program ends in an ordinary way.
class SuddenEnd : public QObject {
public:
    /// Both must outlive it.
    SuddenEnd(SessionBridge* bridge, MainWindow* window);
    ~SuddenEnd() override;

private:
    void signalled();
    /// Stops and keeps; says on standard error why and where.
    void rescue(const char* why);
    /// What Qt calls exit() for when it has lost its display ends here: the objects that it would destroy are still in use.
    static void atExit();

    SessionBridge* bridge_;
    MainWindow* window_;
};

}  // namespace sallyport
