// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel.h"
#include "ui/widgets/colors.h"
#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace sallyport {

PanelHeader::PanelHeader(const QString& title, QWidget* parent)
    : QFrame(parent), title_(new QLabel(title, this)), note_label_(new QLabel(this)), row_(new QHBoxLayout(this)) {
    title_->setProperty("role", "heading");
    title_->setTextFormat(Qt::PlainText);
    note_label_->setProperty("role", "muted");
    note_label_->setTextFormat(Qt::PlainText);
    note_label_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    note_label_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (auto* label : {title_, note_label_}) label->setAttribute(Qt::WA_TransparentForMouseEvents);  // so that the dock can be dragged
    row_->setContentsMargins(10, 4, 8, 4);
    row_->setSpacing(2);
    row_->addWidget(title_);
    row_->addWidget(note_label_, 1);
    setMinimumHeight(fontMetrics().height() + 16);
}

/// The title has its new width at once: a picture taken now shows it whole.
void PanelHeader::setTitle(const QString& title) {
    title_->setText(title);
    row_->activate();
    fitNote();
}

void PanelHeader::setNote(const QString& note) {
    note_ = note;
    note_label_->setToolTip(note);
    fitNote();
}

void PanelHeader::fitNote() {
    note_label_->setText(note_label_->fontMetrics().elidedText(note_, Qt::ElideMiddle, std::max(0, note_label_->width() - 4)));
}

QToolButton* PanelHeader::addLink(QAction* action, const std::function<QString()>& words) {
    auto* button = new QToolButton(this);
    button->setProperty("role", "quiet");
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    const auto show = [button, action, words] {  // setDefaultAction() would put the action's own words back
        const QString own = QString(action->text()).remove(QLatin1Char('&'));
        button->setText(words ? words() : own);
        button->setIcon(action->icon());
        button->setToolTip(action->toolTip());
        button->setStatusTip(action->statusTip());
        button->setAccessibleName(own);
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
    };
    show();
    connect(action, &QAction::changed, button, show);
    connect(button, &QToolButton::clicked, action, &QAction::trigger);
    row_->addWidget(button);
    return button;
}

void PanelHeader::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange) setMinimumHeight(fontMetrics().height() + 16);
}

void PanelHeader::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    row_->activate();
    fitNote();
}

void PanelHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(Colors::of(palette()).border);
    painter.drawLine(0, height() - 1, width() - 1, height() - 1);
}

DockPanel::DockPanel(const QString& object_name, const QString& title, QWidget* parent)
    : QDockWidget(title, parent), header_(new PanelHeader(title, this)) {
    setObjectName(object_name);
    setFeatures(DockWidgetClosable | DockWidgetMovable | DockWidgetFloatable);
    setTitleBarWidget(header_);
}

DockPanel::DockPanel(const QString& object_name, const QString& title, QWidget* content, QWidget* parent)
    : DockPanel(object_name, title, parent) {
    setContent(content);
}

void DockPanel::setContent(QWidget* content) {
    auto* body = new QWidget(this);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(1, 0, 1, 6);  // so that the content stays inside the rounded corners
    layout->setSpacing(0);
    layout->addWidget(content);
    setWidget(body);
}

void DockPanel::paintEvent(QPaintEvent*) {
    const Colors& colors = Colors::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colors.window);
    painter.setPen(colors.border);
    painter.setBrush(colors.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

}  // namespace sallyport
