// SPDX-License-Identifier: GPL-3.0-or-later
// A pane of the window: a card with a header strip (title left; links and a note right), as dock or as part of a layout.
#pragma once
#include <QDockWidget>
#include <QFrame>
#include <QLabel>
#include <QToolButton>
#include <functional>

class QAction;
class QHBoxLayout;

namespace sallyport {

class PanelHeader : public QFrame {
    Q_OBJECT
public:
    explicit PanelHeader(const QString& title, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    QString title() const { return title_->text(); }
    /// Muted text at the right: "tcp.dstport · bytes 22–23". Shortened in the middle when there is no room.
    void setNote(const QString& note);
    /// A quiet button of an action at the right, in the order of the calls; `words` (asked again when the
    /// action changes) instead of the action's own, if given.
    QToolButton* addLink(QAction* action, const std::function<QString()>& words = {});
    /// A dock gives its title this height, whatever the minimum is: all headers are equally high.
    QSize sizeHint() const override { return QFrame::sizeHint().expandedTo({0, minimumHeight()}); }

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fitNote();
    QLabel* title_;
    QLabel* note_label_;
    QString note_;
    QHBoxLayout* row_;
};

/// A dock that looks like a card. Its title bar is a PanelHeader: drag it to move the dock.
class DockPanel : public QDockWidget {
    Q_OBJECT
public:
    DockPanel(const QString& object_name, const QString& title, QWidget* parent = nullptr);
    DockPanel(const QString& object_name, const QString& title, QWidget* content, QWidget* parent);
    PanelHeader* header() const { return header_; }
    /// What lies in it, from now on owned by it. Once.
    void setContent(QWidget* content);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PanelHeader* header_;
};

}  // namespace sallyport
