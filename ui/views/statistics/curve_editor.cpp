// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/statistics/curve_editor.h"
#include "ui/widgets/curve_pen.h"
#include "ui/widgets/filter_edit.h"
#include "ui/widgets/translated.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport {

namespace {
constexpr QSize sample(28, 14);
}

CurveEditor::CurveEditor(QWidget* parent)
    : QFrame(parent),
      filter_(new FilterEdit(this)),
      name_(new QLineEdit(this)),
      hue_(new QComboBox(this)),
      line_(new QComboBox(this)),
      message_(new QLabel(this)),
      accept_(new QPushButton(this)),
      suggestion_(new QPushButton(this)) {
    for (QComboBox* box : {hue_, line_}) {
        box->setIconSize(sample);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // in any language
    }
    message_->setWordWrap(true);
    message_->setTextFormat(Qt::PlainText);
    message_->setProperty("role", "bad");
    accept_->setProperty("role", "primary");
    suggestion_->setProperty("role", "quiet");
    auto* cancel = new QPushButton(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(6);
    auto* looks = new QHBoxLayout;
    looks->addWidget(hue_, 1);
    looks->addWidget(line_, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(suggestion_);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(accept_);
    layout->addWidget(filter_);
    layout->addWidget(name_);
    layout->addLayout(looks);
    layout->addWidget(message_);
    layout->addLayout(buttons);
    fillChoices();
    connect(filter_, &FilterEdit::validated, this, &CurveEditor::refresh);
    connect(filter_, &FilterEdit::applied, this, &CurveEditor::accept);
    connect(name_, &QLineEdit::returnPressed, this, &CurveEditor::accept);
    connect(accept_, &QPushButton::clicked, this, &CurveEditor::accept);
    connect(cancel, &QPushButton::clicked, this, &CurveEditor::cancelled);
    connect(suggestion_, &QPushButton::clicked, filter_, &FilterEdit::takeSuggestion);
    connect(hue_, &QComboBox::currentIndexChanged, this, &CurveEditor::fillChoices);
    translated(this, [this, cancel] {
        cancel->setText(tr("Cancel"));
        retranslate();
    });
}

void CurveEditor::retranslate() {
    filter_->setAccessibleName(tr("Filter of the curve"));
    filter_->setPlaceholderText(tr("packets to count: tcp.flags.syn == 1"));
    name_->setAccessibleName(tr("Name of the curve"));
    name_->setPlaceholderText(tr("name, if not the filter"));
    hue_->setAccessibleName(tr("Colour"));
    line_->setAccessibleName(tr("Line"));
    for (int i = 0; i < hue_->count(); i++) hue_->setItemText(i, hue_name(CurveHue(hue_->itemData(i).toInt())));
    for (int i = 0; i < line_->count(); i++) line_->setItemText(i, line_name(CurveLine(i)));
    accept_->setText(is_new_ ? tr("Add curve") : tr("Change curve"));
    refresh();
}

/// Lines are shown in the colour chosen, colours by a solid line.
void CurveEditor::fillChoices() {
    const Colors& colors = Colors::of(palette());
    if (!hue_->count())
        for (int hue = free_curve_hues; hue < curve_hues; hue++) hue_->addItem(hue_name(CurveHue(hue)), hue);
    if (!line_->count())
        for (int line = 0; line < curve_lines; line++) line_->addItem(line_name(CurveLine(line)), line);
    for (int i = 0; i < hue_->count(); i++)
        hue_->setItemIcon(
            i, curve_icon(curve_pen(CurveHue(hue_->itemData(i).toInt()), CurveLine::solid, colors), sample, devicePixelRatioF()));
    const auto hue = CurveHue(hue_->currentData().toInt());
    for (int i = 0; i < line_->count(); i++)
        line_->setItemIcon(i, curve_icon(curve_pen(hue, CurveLine(i), colors), sample, devicePixelRatioF()));
}

void CurveEditor::edit(const Curve& curve, bool is_new) {
    curve_ = curve;
    is_new_ = is_new;
    accept_->setText(is_new_ ? tr("Add curve") : tr("Change curve"));
    filter_->setText(curve.filter);
    name_->setText(curve.name);
    hue_->setCurrentIndex(std::max(0, hue_->findData(int(curve.hue))));
    line_->setCurrentIndex(line_->findData(int(curve.line)));
    filter_->setFocus();
    refresh();
}

Curve CurveEditor::curve() const {
    Curve curve = curve_;
    curve.filter = filter_->text().trimmed();
    curve.name = name_->text().simplified();
    curve.hue = CurveHue(hue_->currentData().toInt());
    curve.line = CurveLine(line_->currentData().toInt());
    return curve;
}

void CurveEditor::refresh() {
    const auto& fault = filter_->fault();
    accept_->setEnabled(!fault && !filter_->text().trimmed().isEmpty());
    message_->setText(filter_->faultText());
    message_->setVisible(fault.has_value());
    const bool suggests = fault && !fault->suggestion.empty();
    suggestion_->setVisible(suggests);
    if (suggests) suggestion_->setText(tr("Use %1").arg(QString::fromStdString(fault->suggestion)));
}

void CurveEditor::accept() {
    if (accept_->isEnabled()) emit accepted(curve());
}

void CurveEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        emit cancelled();
        return;
    }
    QFrame::keyPressEvent(event);
}

void CurveEditor::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) fillChoices();
}

}  // namespace sallyport
