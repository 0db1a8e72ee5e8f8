// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/layer_header.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

namespace sallyport {

namespace {
constexpr int side = 8;  // pixels at the left and right
}

LayerHeader::LayerHeader(QWidget* parent)
    : QFrame(parent), duplicate_(button("duplicate", tr("Duplicate the layer"))), remove_(button("close", tr("Remove the layer"))) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    connect(duplicate_, &QToolButton::clicked, this, &LayerHeader::duplicateRequested);
    connect(remove_, &QToolButton::clicked, this, &LayerHeader::removeRequested);
    setToolTip(tr("Drag the handle or press Alt+Up and Alt+Down to move the layer, Delete to remove it"));
}

QToolButton* LayerHeader::button(const char* icon_name, const QString& name) {
    auto* made = new QToolButton(this);
    made->setProperty("role", "quiet");
    made->setIcon(icon(QLatin1String(icon_name), IconTint::muted));
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setCursor(Qt::ArrowCursor);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

/// What a layer's title says beyond its name: "Src Port: 40000, Dst Port: 53".
static QString summary_of(const ComposedLayer& layer) {
    const QString title = QString::fromStdString(layer.title), label = QString::fromStdString(layer.label);
    if (!title.startsWith(label)) return title;
    QString rest = title.mid(label.size());
    while (rest.startsWith(QLatin1Char(',')) || rest.startsWith(QLatin1Char(' '))) rest.remove(0, 1);
    return rest;
}

void LayerHeader::show(const ComposedLayer& layer, bool open, bool current) {
    label_ = QString::fromStdString(layer.label);
    summary_ = summary_of(layer);
    open_ = open;
    current_ = current;
    movable_ = layer.in_line;
    duplicate_->setVisible(movable_);
    remove_->setVisible(movable_);
    setAccessibleName(tr("Layer %1, %2").arg(label_, open ? tr("open") : tr("closed")));
    setAccessibleDescription(summary_);
    update();
}

QSize LayerHeader::sizeHint() const { return {320, fontMetrics().height() + 16}; }

QRect LayerHeader::handleArea() const { return {0, 0, side + fontMetrics().height(), height()}; }

void LayerHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors& colors = Colors::of(palette());
    painter.fillRect(rect(), current_ ? colors.yours.fill : colors.panel);
    painter.fillRect(QRect(0, 0, width(), 1), colors.border);
    const int unit = fontMetrics().height();
    int x = side;
    const auto sign = [&](const char* name) {
        icon(QLatin1String(name), IconTint::muted).paint(&painter, QRect(x, (height() - unit + 2) / 2, unit - 2, unit - 2));
        x += unit + 2;
    };
    if (movable_) sign("drag-handle");
    else x += unit + 2;
    sign(open_ ? "chevron-down" : "chevron-right");
    x += 2;
    const int last = remove_->isVisible() ? duplicate_->x() - 6 : width() - side;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QString name = QFontMetrics(bold).elidedText(label_, Qt::ElideRight, last - x);
    painter.setFont(bold);
    painter.setPen(colors.text);
    painter.drawText(QRect(x, 0, last - x, height()), Qt::AlignVCenter, name);
    x += QFontMetrics(bold).horizontalAdvance(name) + 10;
    painter.setFont(fixed_font());
    painter.setPen(colors.muted);
    if (last - x > 3 * unit)
        painter.drawText(QRect(x, 0, last - x, height()), Qt::AlignVCenter,
                         QFontMetrics(fixed_font()).elidedText(summary_, Qt::ElideRight, last - x));
    if (!hasFocus()) return;
    painter.setPen(colors.accent);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
}

void LayerHeader::resizeEvent(QResizeEvent*) {
    int right = width() - 4;
    for (auto* one : {remove_, duplicate_}) {
        const QSize size = one->sizeHint();
        right -= size.width();
        one->setGeometry(right, (height() - size.height()) / 2, size.width(), size.height());
        right -= 2;
    }
}

void LayerHeader::mousePressEvent(QMouseEvent* event) {
    pressed_ = event->pos();
    pressing_ = event->button() == Qt::LeftButton;
    emit chosen();
}

void LayerHeader::mouseMoveEvent(QMouseEvent* event) {
    if (!pressing_ || !movable_ || (event->pos() - pressed_).manhattanLength() < QApplication::startDragDistance()) return;
    pressing_ = false;
    emit dragStarted();
}

void LayerHeader::mouseReleaseEvent(QMouseEvent* event) {
    const bool clicked = std::exchange(pressing_, false) && rect().contains(event->pos());
    if (clicked && !(movable_ && handleArea().contains(event->pos()))) emit toggled();
}

void LayerHeader::contextMenuEvent(QContextMenuEvent* event) {
    emit chosen();
    emit menuRequested(event->reason() == QContextMenuEvent::Mouse ? event->globalPos() : mapToGlobal(rect().bottomLeft()));
}

void LayerHeader::focusInEvent(QFocusEvent* event) {
    QFrame::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) emit chosen();
}

void LayerHeader::setOpen(bool open) {
    if (open != open_) emit toggled();
}

/// Alt with arrows is "packet looked at before" in the window.
bool LayerHeader::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool arrow = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if ((arrow && key->modifiers() == Qt::AltModifier) || key->key() == Qt::Key_Delete) {
            event->accept();
            return true;
        }
    }
    return QFrame::event(event);
}

void LayerHeader::keyPressEvent(QKeyEvent* event) {
    const bool alt = event->modifiers() == Qt::AltModifier;
    switch (event->key()) {
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter: return emit toggled();
        case Qt::Key_Left: return setOpen(false);
        case Qt::Key_Right: return setOpen(true);
        case Qt::Key_Up: return alt ? emit moveRequested(-1) : event->ignore();
        case Qt::Key_Down: return alt ? emit moveRequested(1) : event->ignore();
        case Qt::Key_Delete: return movable_ ? emit removeRequested() : event->ignore();
        default: return QFrame::keyPressEvent(event);
    }
}

}  // namespace sallyport
