// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QScrollArea>

namespace sallyport {

/// Lets a view be smaller than it needs to be: it scrolls then, instead of making the window larger than the screen.
class ViewScroll : public QScrollArea {
    Q_OBJECT
public:
    ViewScroll(QWidget* content, QWidget* parent);
    /// That the content needs, to be used without scrolling.
    int contentHeight() const { return widget()->minimumSizeHint().height(); }
    /// The same for words that wrap at the width that there is.
    int contentHeightAtWidth() const;
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override { return widget()->sizeHint(); }
};

}  // namespace sallyport
