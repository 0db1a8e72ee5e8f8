// SPDX-License-Identifier: GPL-3.0-or-later
// The toolbar: firewall, stop and restart, files, the source, what happens if the program stops, and the panic button.
#pragma once
#include <QList>
#include <QToolBar>

class QLabel;
class QMenu;
class QToolButton;

namespace sallyport {

class Actions;
class CaptureCommands;
class ViewDocks;

class MainToolbar : public QToolBar {
    Q_OBJECT
public:
    /// Actions and commands must outlive it.
    MainToolbar(Actions* actions, CaptureCommands* capture, QWidget* parent = nullptr);
    /// A button for each view that asks for one, left of the source.
    void addViews(const ViewDocks* views);
    void retranslate();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QToolButton* add(QAction* action, const QString& role = {});
    QToolButton* addMenuButton(QMenu* menu, QAction*& place);
    void refresh();
    void fit();

    QAction* before_source_ = nullptr;
    QAction* before_fail_ = nullptr;
    QAction *source_place_ = nullptr, *fail_place_ = nullptr;
    Actions* actions_;
    CaptureCommands* capture_;
    QToolButton *firewall_, *source_, *fail_, *panic_;
    QList<QToolButton*> wordy_;  // whose icons tell what they do, the first to lose its words first
    QLabel *source_label_, *fail_label_;
    QAction *fail_open_, *fail_closed_;
};

}  // namespace sallyport
