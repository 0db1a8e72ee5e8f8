// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/value_editors/choice_editor.h"
#include "ui/widgets/fonts.h"
#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOption>

namespace sallyport {

ChoiceEditor::ChoiceEditor(QWidget* parent) : ValueEditor(parent), box_(new QComboBox(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(box_);
    box_->setEditable(true);
    box_->setInsertPolicy(QComboBox::NoInsert);
    box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box_->setMaxVisibleItems(18);
    box_->setFont(fixed_font());
    box_->setProperty("role", "value");
    box_->completer()->setFilterMode(Qt::MatchContains);
    box_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box_->installEventFilter(this);
    box_->lineEdit()->installEventFilter(this);
    setFocusProxy(box_);
    connect(box_->lineEdit(), &QLineEdit::textEdited, this, [this] {
        pending_ = box_->currentText() != shown();
        setValidity(true);
    });
    connect(box_->lineEdit(), &QLineEdit::returnPressed, this, &ChoiceEditor::commit);
    connect(box_, &QComboBox::textActivated, this, [this](const QString& text) {
        pending_ = text != shown();
        commit();
    });
}

QString ChoiceEditor::shown() const {
    const QString value = QString::fromStdString(field_.value);
    return field_.meaning.empty() ? value : QStringLiteral("%1 (%2)").arg(QString::fromStdString(field_.meaning), value);
}

void ChoiceEditor::show(const ComposedField& field) {
    field_ = field;
    box_->setAccessibleName(QString::fromStdString(field.label));
    box_->setEnabled(field.editable);
    if (pending_) return;
    box_->setToolTip(QString::fromStdString(field.key.name));
    if (box_->currentText() != shown()) {
        box_->setEditText(shown());
        box_->lineEdit()->setCursorPosition(0);
        updateGeometry();
    }
    setValidity(true);
}

int ChoiceEditor::wholeWidth() const {
    constexpr int beside_text = 8;  // of the line in the box: its margins, and the caret
    QStyleOptionComboBox option;
    option.initFrom(box_);
    option.editable = true;
    const QSize text(box_->fontMetrics().horizontalAdvance(shown()) + beside_text, box_->fontMetrics().height());
    return box_->style()->sizeFromContents(QStyle::CT_ComboBox, &option, text, box_).width();
}

/// Only when somebody comes to choose: a form of many fields must not make thousands of items.
void ChoiceEditor::fillOnce() {
    if (!field_.field || filled_ == field_.field) return;
    filled_ = field_.field;
    const QString text = box_->currentText();
    const bool hex = field_.field->base == Base::hex || field_.field->base == Base::hex_dec;
    box_->clear();
    for (auto& choice : field_.field->choices) {
        if (choice.value < field_.least || choice.value > field_.most) continue;
        const int digits = int(std::max<std::uint32_t>(field_.length, 1)) * 2;
        const QString number = hex ? QStringLiteral("0x%1").arg(choice.value, digits, 16, QLatin1Char('0')) : QString::number(choice.value);
        box_->addItem(QStringLiteral("%1 (%2)").arg(QString::fromUtf8(choice.text), number));
    }
    box_->setCurrentIndex(box_->findText(text));
    box_->setEditText(text);
}

QString ChoiceEditor::humanOf(const QString& text) const {
    static const QRegularExpression named(QStringLiteral("\\(((?:0x)?[0-9a-fA-F]+)\\)\\s*$"));
    if (const auto match = named.match(text); match.hasMatch()) return match.captured(1);
    return text.trimmed();
}

void ChoiceEditor::commit() {
    if (pending_) tell(humanOf(box_->currentText()));
}

void ChoiceEditor::tell(const QString& human) {
    pending_ = false;
    emit edited(human);
}

void ChoiceEditor::showTyped(const QString& human) {
    if (humanOf(box_->currentText()) != human) box_->setEditText(human);
    pending_ = true;
}

void ChoiceEditor::setRefused(bool refused) {
    if (refused) pending_ = true;
    setValidity(!refused);
}

void ChoiceEditor::setValidity(bool good) {
    const QString validity = good ? QString() : QStringLiteral("bad");
    auto* line = box_->lineEdit();
    if (line->property("validity").toString() == validity) return;
    line->setProperty("validity", validity);
    line->style()->unpolish(line);
    line->style()->polish(line);
}

bool ChoiceEditor::keyPressed(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && pending_) {
        pending_ = false;
        box_->setEditText(shown());
        setValidity(true);
        emit abandoned();
        return true;
    }
    const bool history = event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo);
    if (!pending_ && history) {
        event->ignore();
        return true;
    }
    return false;
}

bool ChoiceEditor::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::FocusIn:
            fillOnce();
            if (watched == box_->lineEdit() || watched == box_) emit entered();
            break;
        case QEvent::MouseButtonPress: fillOnce(); break;
        case QEvent::FocusOut:
            if (static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) commit();
            break;
        case QEvent::Wheel:
            event->ignore();  // scrolls the form: a value must not change by that
            return true;
        case QEvent::KeyPress: return keyPressed(static_cast<QKeyEvent*>(event));
        default: break;
    }
    return ValueEditor::eventFilter(watched, event);
}

void ChoiceEditor::changeEvent(QEvent* event) {
    ValueEditor::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) box_->setFont(fixed_font());
}

}  // namespace sallyport
