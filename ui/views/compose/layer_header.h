// SPDX-License-Identifier: GPL-3.0-or-later
// The head of a layer's card: handle to drag it by, name, what it says in short, buttons. A click or a key opens and closes the card.
#pragma once
#include "session/compose.h"
#include <QFrame>

class QToolButton;

namespace sallyport {

class LayerHeader : public QFrame {
    Q_OBJECT
public:
    explicit LayerHeader(QWidget* parent);

    void show(const ComposedLayer& layer, bool open, bool current);
    bool isOpen() const { return open_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

signals:
    void toggled();
    void chosen();
    void duplicateRequested();
    void removeRequested();
    /// One place up (-1) or down (1).
    void moveRequested(int by);
    /// Dragged by its handle.
    void dragStarted();
    void menuRequested(const QPoint& global);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;

private:
    QToolButton* button(const char* icon_name, const QString& name);
    QRect handleArea() const;
    void setOpen(bool open);

    QString label_, summary_;
    bool open_ = true, current_ = false, movable_ = true;
    QPoint pressed_;
    bool pressing_ = false;
    QToolButton *duplicate_, *remove_;
};

}  // namespace sallyport
