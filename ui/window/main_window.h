// SPDX-License-Identifier: GPL-3.0-or-later
// The window: start page or panes, with menus, toolbar, filter bar and status bar around them.
#pragma once
#include "ui/bridge/session_bridge.h"
#include "ui/models/recent_files_model.h"
#include "ui/widgets/message_strip.h"
#include "ui/window/actions.h"
#include "ui/window/capture_commands.h"
#include "ui/window/file_commands.h"
#include "ui/window/menus.h"
#include <QMainWindow>

class QStackedWidget;

namespace sallyport {

class FilterBar;
class FindBar;
class MainToolbar;
class StartView;
class StatusBar;
class Theme;
class ViewDocks;
class Workspace;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// Bridge and theme must outlive it.
    MainWindow(SessionBridge* bridge, Theme* theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    CaptureCommands* capture() { return &capture_; }
    FileCommands* files() { return files_; }
    FilterBar* filterBar() const { return filter_bar_; }
    Workspace* workspace() const { return workspace_; }
    ViewDocks* views() const { return views_; }
    MessageStrip* messages() const { return messages_; }
    const Actions& actions() const { return actions_; }
    /// This process lives in the practice network.
    void setInPractice();
    /// Adds a rule for `filter` before all others, in force at once; tells so and offers to undo it.
    void addRule(const QString& action, const QString& filter, const QString& note = {});
    /// Nobody is asked anything when it closes: a demonstration, a test.
    void setUnattended() { unattended_ = true; }
    /// Writes where everything stands into the settings, for the next start; closing does it. Nothing of an unattended window is kept.
    void keepLayout();
    QMenu* createPopupMenu() override;

signals:
    /// Something went wrong and was told in the strip: for those who watch nobody's screen.
    void troubleTold(const QString& text);

public slots:
    void tellFailure(const sallyport::Message& headline, const sallyport::Error& error);

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeCapturePage();
    void makeStartPage();
    void linkViews();
    void showPacket(qulonglong packet);
    /// Undoes the `step` that added a rule, while that is the last one, or takes just that rule away.
    void takeBackRule(std::uint32_t id, int step);
    void linkFileActions();
    void linkEditActions();
    void linkViewActions();
    void linkBridge();
    void buildMenus();
    void fillTimeMenu();
    void showUndo();
    void showPage(bool capture);
    void showTitle();
    void goToPacket();
    void zoom(double by);
    void setFullScreen(bool full);
    void showTroubles();
    void closeCapture();
    void restoreLayout();

    SessionBridge* bridge_;
    Theme* theme_;
    Actions actions_;
    CaptureCommands capture_;
    RecentFilesModel recent_;
    FileCommands* files_ = nullptr;
    QStackedWidget* pages_;
    MessageStrip* messages_ = nullptr;
    FilterBar* filter_bar_ = nullptr;
    FindBar* find_bar_ = nullptr;
    Workspace* workspace_ = nullptr;
    ViewDocks* views_ = nullptr;
    StartView* start_ = nullptr;
    StatusBar* status_ = nullptr;
    MainToolbar* toolbar_ = nullptr;
    Menus menus_;
    struct ToldRule {
        std::uint32_t id = 0;
        int message = 0;
    } told_rule_;                            // what the strip offers to undo
    int told_failure_ = 0, told_start_ = 0;  // messages of the strip: the last failure, and why the last start failed
    bool unattended_ = false;
};

}  // namespace sallyport
