// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/field_row.h"
#include "ui/models/message_text.h"
#include "ui/views/compose/field_row_menu.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace sallyport {

namespace {
constexpr int indent = 14;  // pixels a depth
constexpr int margin = 26, right_margin = 10, gap = 8;
constexpr int least_digits = 10, most_label_lines = 2;
constexpr int widest_fault = 300;  // pixels, before its words wrap

void set_role(QWidget* widget, const char* role) {
    if (widget->property("role").toString() == QLatin1String(role)) return;
    widget->setProperty("role", role);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}
}  // namespace

FieldRow::FieldRow(ComposeSession* session, const ComposeRow& row, QWidget* parent)
    : QWidget(parent),
      session_(session),
      row_(row),
      parts_(new QBoxLayout(QBoxLayout::LeftToRight)),
      values_(new FlowLayout(nullptr, gap, 3)),
      label_(new QLabel(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(margin + indent * row.field.depth, 2, right_margin, 2);
    layout->setSpacing(gap);
    label_->setTextFormat(Qt::PlainText);
    label_->setWordWrap(true);
    parts_->setSpacing(gap);
    parts_->addWidget(label_, 0, row.isHeading() ? Qt::AlignVCenter : Qt::AlignTop);
    parts_->addLayout(values_, 1);
    layout->addLayout(parts_, 1);
    if (row.flags.empty()) addEditor(row.field);
    for (auto& flag : row.flags) addEditor(flag);
    if (!row.remove.name.empty()) {
        remove_ = quietButton("close", tr("Remove %1").arg(QString::fromStdString(row.field.label)));
        layout->addWidget(remove_, 0, Qt::AlignTop);
        connect(remove_, &QToolButton::clicked, this, [this] { session_->removeElement(FieldKey(row_.remove)); });
    }
    sizeEditors();
    show(row);
}

QToolButton* FieldRow::quietButton(const char* icon_name, const QString& name) {
    auto* button = new QToolButton(this);
    button->setProperty("role", "quiet");
    button->setIcon(icon(QLatin1String(icon_name), IconTint::muted));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void FieldRow::addEditor(const ComposedField& field) {
    auto* editor = make_value_editor(field.editor, this);
    if (!editor) return;
    const FieldKey key = field.key;
    connect(editor, &ValueEditor::edited, this, [this, key](const QString& human) { session_->set(key, human); });
    connect(editor, &ValueEditor::entered, this, [this, key] { session_->setFocus(key); });
    connect(editor, &ValueEditor::abandoned, this, [this, key] { session_->forgetFault(key); });
    connect(editor, &ValueEditor::menuOpening, this, [this](QMenu* menu) {
        menu->addSeparator();
        fill_field_row_menu(*menu, session_, row_);
    });
    editors_.push_back(editor);
    keys_.push_back(key);
    values_->addWidget(editor);
}

/// Most lines have none of these: each is made when it is first needed.
void FieldRow::place(QWidget* made) {
    values_->addWidget(made);
    made->show();
}

QLabel* FieldRow::plainLabel(const char* role) {
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    if (role) label->setProperty("role", role);
    place(label);
    return label;
}

void FieldRow::makePill() {
    pill_ = plainLabel(nullptr);
    pill_->setAlignment(Qt::AlignCenter);
}

void FieldRow::makeRight() {
    right_ = quietButton("undo", tr("Let it follow from the rest of the packet again"));
    right_->setIcon(icon(QStringLiteral("undo"), IconTint::held));
    right_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    place(right_);
    connect(right_, &QToolButton::clicked, this, [this] {
        if (auto* field = automatic()) session_->makeAutomatic(FieldKey(field->key));
    });
}

void FieldRow::sizeEditors() {
    const int digit = QFontMetrics(fixed_font()).horizontalAdvance(QLatin1Char('0'));
    if (row_.field.editor == FieldEditor::flag || !row_.flags.empty()) return;
    int digits = usual_digits(row_.field.editor);
    if (row_.field.editor == FieldEditor::number && row_.field.most)  // room for the largest, and for what stands beside it
        digits = std::clamp(int(QString::number(row_.field.most).size()) + 3, least_digits, digits);
    for (auto* editor : editors_) editor->setUsualWidth(digit * digits + 26);
}

const ComposedField* FieldRow::automatic() const {
    for (auto& flag : row_.flags)
        if (flag.overridden || flag.wrong) return &flag;
    return row_.field.automatic || row_.field.overridden || row_.field.wrong ? &row_.field : nullptr;
}

void FieldRow::show(const ComposeRow& row) {
    row_ = row;
    for (std::size_t i = 0; i < keys_.size(); i++)
        if (!session_->faultOf(keys_[i]).isEmpty()) {  // what was typed stays to be corrected
            editors_[i]->showTyped(session_->refusedText(keys_[i]));
            editors_[i]->setRefused(true);
        }
    if (row.flags.empty()) {
        for (auto* editor : editors_) editor->show(row.field);
    } else {
        for (std::size_t i = 0; i < editors_.size() && i < row.flags.size(); i++) editors_[i]->show(row.flags[i]);
    }
    set_role(label_, row.isError() ? "bad" : row.isHeading() ? "" : "muted");
    label_->setToolTip(
        QStringLiteral("%1\n%2").arg(QString::fromStdString(row.field.label), QString::fromStdString(row.field.key.name)).trimmed());
    arrange();
    showState();
    showFault();
    showVariation();
}

void FieldRow::showState() {
    auto* field = automatic();
    const bool off = field && (field->overridden || field->wrong);
    if (pill_) pill_->setVisible(field);
    if (right_) right_->setVisible(off);
    if (!field) return;
    if (!pill_) makePill();
    set_role(pill_, off ? "amber-pill" : "green-pill");
    pill_->setText(field->overridden ? tr("set by you") : field->wrong ? tr("as captured") : tr("auto"));
    pill_->setToolTip(field->overridden ? tr("It keeps what you set, whatever changes around it")
                      : field->wrong    ? tr("It is not what the rest of the packet asks for")
                                        : tr("It follows from the rest of the packet"));
    pill_->setMinimumWidth(pill_->fontMetrics().horizontalAdvance(pill_->text()) + 14);
    if (!off) return;
    if (!right_) makeRight();
    const QString value = session_->rightValue(field->key);
    right_->setText(value.isEmpty() ? tr("make automatic") : tr("right: %1").arg(value));
    right_->setAccessibleName(tr("%1: make automatic, %2").arg(QString::fromStdString(field->label), value));
}

void FieldRow::showFault() {
    QString reason;
    for (std::size_t i = 0; i < keys_.size(); i++) {
        const QString own = session_->faultOf(keys_[i]);
        if (reason.isEmpty()) reason = own;
    }
    if (!fault_) {
        if (reason.isEmpty()) return;
        fault_ = plainLabel("bad");
        fault_->setWordWrap(true);
    }
    fault_->setText(reason);
    fitFault();
    fault_->setVisible(!reason.isEmpty());
    for (auto* editor : editors_)
        if (editor->focusProxy()) editor->focusProxy()->setAccessibleDescription(reason);
}

/// Words wrap in what the line has for values.
void FieldRow::fitFault() {
    if (!fault_) return;
    const int label = parts_->direction() == QBoxLayout::LeftToRight ? label_width_ + gap : 0;
    const int room =
        width_ ? width_ - layout()->contentsMargins().left() - right_margin - label - (remove_ ? remove_->width() + gap : 0) : widest_fault;
    const int wanted = std::min(widest_fault, fault_->fontMetrics().horizontalAdvance(fault_->text()) + 8);
    fault_->setFixedWidth(std::max(1, std::min(wanted, room)));
    fault_->setFixedHeight(fault_->heightForWidth(fault_->width()));
}

void FieldRow::showVariation() {
    const int variation = row_.field.key.name.empty() ? -1 : session_->variationOf(row_.field.key);
    if (!variation_ && variation >= 0) variation_ = plainLabel("varied");
    if (variation_) variation_->setVisible(variation >= 0);
    if (variation >= 0) variation_->setText(tr("varied: %1").arg(session_->variations()[variation].values));
}

void FieldRow::fit(int width, int label_width) {
    width_ = width, label_width_ = label_width;
    arrange();
}

/// Neither the words nor the value would be cut.
bool FieldRow::fitsBeside(int label_width) const {
    const QString text = label_->text();
    const QFontMetrics metrics = label_->fontMetrics();
    for (auto& word : text.split(QLatin1Char(' ')))
        if (metrics.horizontalAdvance(word) > label_width) return false;
    if (label_->heightForWidth(label_width) > most_label_lines * metrics.lineSpacing() + 4) return false;
    if (editors_.size() != 1) return true;  // several wrap
    const int room = width_ - layout()->contentsMargins().left() - right_margin - label_width - gap;
    return editors_.front()->wholeWidth() <= room - (remove_ ? remove_->sizeHint().width() + gap : 0);
}

void FieldRow::arrange() {
    arrangeParts();
    fitFault();
}

void FieldRow::arrangeParts() {
    const QString words = QString::fromStdString(row_.field.label);
    label_->setText(row_.isError() ? fault_text(words) : words);
    if (row_.isHeading() || !width_) return;
    const int beside = std::max(20, label_width_);
    const bool fits = fitsBeside(beside);
    parts_->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    parts_->setSpacing(fits ? gap : 1);
    label_->setMinimumSize(fits ? beside : 0, 0);
    label_->setMaximumSize(fits ? beside : QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
    label_->setSizePolicy(fits ? QSizePolicy::Preferred : QSizePolicy::Ignored, QSizePolicy::Preferred);
    if (!fits || editors_.empty()) return;
    label_->setFixedHeight(std::max(editors_.front()->sizeHint().height(), label_->heightForWidth(beside)));
}

void FieldRow::enter(const FieldKey& key) {
    for (std::size_t i = 0; i < keys_.size(); i++)
        if (keys_[i] == key) editors_[i]->setFocus(Qt::OtherFocusReason);
}

void FieldRow::setCurrent(bool current) {
    if (current == current_) return;
    current_ = current;
    update();
}

void FieldRow::commit() {
    for (auto* editor : editors_) editor->commit();
}

void FieldRow::paintEvent(QPaintEvent*) {
    if (!current_) return;
    QPainter painter(this);
    const Colors& colors = Colors::of(palette());
    painter.fillRect(rect(), colors.hover);
    painter.fillRect(QRect(0, 0, 3, height()), colors.accent);
}

void FieldRow::mousePressEvent(QMouseEvent* event) {
    if (!row_.field.key.name.empty()) session_->setFocus(row_.field.key);
    else if (!keys_.empty()) session_->setFocus(keys_.front());
    QWidget::mousePressEvent(event);
}

void FieldRow::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    fill_field_row_menu(menu, session_, row_);
    if (!menu.isEmpty()) menu.exec(event->globalPos());
}

void FieldRow::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) sizeEditors();
}

}  // namespace sallyport
