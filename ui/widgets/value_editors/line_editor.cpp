// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/value_editors/line_editor.h"
#include "ui/widgets/fonts.h"
#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QStyle>
#include <memory>

namespace sallyport {

LineEditor::LineEditor(QWidget* parent) : ValueEditor(parent), line_(new QLineEdit(this)) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(line_);
    line_->setFont(fixed_font());
    line_->setProperty("role", "value");
    line_->installEventFilter(this);
    setFocusProxy(line_);
    connect(line_, &QLineEdit::textEdited, this, &LineEditor::typed);
    connect(line_, &QLineEdit::returnPressed, this, &LineEditor::commit);
}

void LineEditor::addBeside(QWidget* widget) { layout()->addWidget(widget); }

void LineEditor::show(const ComposedField& field) {
    field_ = field;
    own_ = shown(field);
    line_->setReadOnly(!field.editable);
    line_->setAccessibleName(QString::fromStdString(field.label));
    if (pending_) return;
    if (line_->text() != own_) {
        const int place = line_->cursorPosition();
        line_->setText(own_);
        line_->setCursorPosition(line_->hasFocus() ? std::min(place, int(own_.size())) : 0);
        updateGeometry();
    }
    setValidity({}, {});
}

int LineEditor::wholeWidth() const {
    constexpr int of_its_hint = 17;  // QLineEdit: letters "x" that it has room for
    const QFontMetrics metrics(line_->font());
    const int beside = layout()->sizeHint().width() - of_its_hint * metrics.horizontalAdvance(QLatin1Char('x'));
    return metrics.horizontalAdvance(own_) + beside;
}

void LineEditor::typed() {
    pending_ = line_->text() != own_;
    const QString why = pending_ ? problem(line_->text()) : QString();
    setValidity(why.isEmpty() ? QString() : QStringLiteral("bad"), why);
}

void LineEditor::commit() {
    if (!pending_) return;
    tell(human(line_->text()));
}

/// Whoever listens calls show() with what came of it; when it is refused, setRefused(): then what was typed stays.
void LineEditor::tell(const QString& human) {
    pending_ = false;
    emit edited(human);
}

void LineEditor::showTyped(const QString& human) {
    if (this->human(line_->text()) != human) line_->setText(human);
    pending_ = true;
}

void LineEditor::setRefused(bool refused) {
    if (refused) pending_ = true;
    setValidity(refused ? QStringLiteral("bad") : QString(), refused ? line_->toolTip() : QString());
}

void LineEditor::setValidity(const QString& validity, const QString& why) {
    const QString name = field_.key.name.empty() ? QString() : QString::fromStdString(field_.key.name);
    line_->setToolTip(why.isEmpty() ? name : why);
    if (line_->property("validity").toString() == validity) return;
    line_->setProperty("validity", validity);
    line_->style()->unpolish(line_);
    line_->style()->polish(line_);
}

bool LineEditor::keyPressed(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && pending_) {
        pending_ = false;
        line_->setText(own_);
        setValidity({}, {});
        emit abandoned();
        return true;
    }
    if (!pending_ && (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo))) {
        event->ignore();  // the line's own history ends here
        return false;
    }
    return takeKey(event);
}

bool LineEditor::eventFilter(QObject* watched, QEvent* event) {
    if (watched == line_) {
        if (event->type() == QEvent::FocusIn) emit entered();
        if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) commit();
        if (event->type() == QEvent::ContextMenu) {
            std::unique_ptr<QMenu> menu(line_->createStandardContextMenu());
            emit menuOpening(menu.get());
            menu->exec(static_cast<QContextMenuEvent*>(event)->globalPos());
            return true;
        }
        if (event->type() == QEvent::KeyPress) {
            auto* key = static_cast<QKeyEvent*>(event);
            if (keyPressed(key)) return true;
            // Not for the line: its own undo would bring back values of before. The event goes on to the widgets around.
            if (!pending_ && (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))) return true;
        }
    }
    return ValueEditor::eventFilter(watched, event);
}

void LineEditor::changeEvent(QEvent* event) {
    ValueEditor::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) line_->setFont(fixed_font());
}

}  // namespace sallyport
