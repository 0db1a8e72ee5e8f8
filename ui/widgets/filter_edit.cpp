// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter_edit.h"
#include "ui/models/message_text.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/keep_return.h"
#include "ui/widgets/translated.h"
#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyle>
#include <QTextCharFormat>
#include <QTextLayout>

namespace sallyport {

namespace {
/// Position in the text of a byte offset into its UTF-8 form, and back.
int position_of(const QString& text, std::size_t byte) {
    const QByteArray utf8 = text.toUtf8();
    return int(QString::fromUtf8(utf8.left(qsizetype(std::min<std::size_t>(byte, std::size_t(utf8.size()))))).size());
}
std::size_t byte_of(const QString& text, int position) { return std::size_t(text.left(position).toUtf8().size()); }
}  // namespace

FilterEdit::FilterEdit(QWidget* parent) : QLineEdit(parent), completer_(new QCompleter(&words_, this)) {
    setFont(fixed_font());
    translated(this, [this] {
        setPlaceholderText(tr("Filter packets, as in Wireshark: ip.addr == 10.0.0.1 && tcp"));
        setAccessibleName(tr("Display filter"));
        setAccessibleDescription(faultText());
    });
    completer_->setWidget(this);
    completer_->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer_->setMaxVisibleItems(12);
    completer_->popup()->setFont(fixed_font());
    completer_->popup()->setProperty("role", "popup");
    if (auto* list = qobject_cast<QListView*>(completer_->popup())) list->setSpacing(1);
    connect(completer_, qOverload<const QString&>(&QCompleter::activated), this, &FilterEdit::insertWord);
    connect(this, &QLineEdit::textChanged, this, &FilterEdit::validate);
    connect(this, &QLineEdit::textEdited, this, [this] { complete(false); });
}

QString FilterEdit::faultText() const {
    if (!fault_) return {};
    QString text = tr("Column %1: %2").arg(position_of(this->text(), fault_->column) + 1).arg(message_text(fault_->reason));
    if (!fault_->suggestion.empty()) text += tr(". Did you mean %1?").arg(QString::fromStdString(fault_->suggestion));
    return text;
}

void FilterEdit::takeSuggestion() {
    if (!fault_ || fault_->suggestion.empty()) return;
    const FilterError fault = *fault_;
    const int from = position_of(text(), fault.column), to = position_of(text(), fault.column + fault.length);
    setText(text().replace(from, to - from, QString::fromStdString(fault.suggestion)));
    setFocus();
}

void FilterEdit::setDetail(const QString& detail) {
    if (detail == detail_) return;
    detail_ = detail;
    fitDetail();
    update();
}

void FilterEdit::fitDetail() {
    const int width = detail_.isEmpty() ? 0 : fontMetrics().horizontalAdvance(detail_) + 12;
    if (textMargins().right() != width) setTextMargins(0, 0, width, 0);
}

void FilterEdit::validate() {
    if (underlining_) return;
    auto filter = Filter::compile(text().trimmed().isEmpty() ? std::string() : text().toStdString());
    fault_ = filter ? std::nullopt : std::optional(filter.error());
    const QString validity = text().trimmed().isEmpty() ? QString() : fault_ ? QStringLiteral("bad") : QStringLiteral("good");
    if (property("validity").toString() != validity) {
        setProperty("validity", validity);
        style()->unpolish(this);
        style()->polish(this);
    }
    setAccessibleDescription(faultText());
    underlineFault();
    emit validated();
}

void FilterEdit::underlineFault() {
    QList<QInputMethodEvent::Attribute> attributes;
    if (fault_) {
        const int from = position_of(text(), fault_->column);
        const int to = position_of(text(), fault_->column + std::max<std::size_t>(fault_->length, 1));
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(Colors::of(palette()).drop.ink);
        attributes << QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat, from - cursorPosition(), to - from, format);
    }
    QInputMethodEvent event(QString(), attributes);  // the only way to give a part of a QLineEdit a format
    underlining_ = true;
    QCoreApplication::sendEvent(this, &event);
    underlining_ = false;
}

void FilterEdit::complete(bool asked) {
    if (text().isEmpty()) {
        if (asked) showWords(history_, 0);
        else completer_->popup()->hide();
        replace_to_ = 0;
        return;
    }
    const std::string now = text().toStdString();
    const auto found = complete_filter(now, byte_of(text(), cursorPosition()));
    replace_to_ = position_of(text(), found.to);
    const int from = position_of(text(), found.from);
    const QString typed = text().mid(from, cursorPosition() - from);
    QStringList words;
    for (auto& word : found.words) words << QString::fromStdString(word);
    if ((typed.isEmpty() && !asked) || (words.size() == 1 && words[0] == typed)) words.clear();
    showWords(words, from);
}

void FilterEdit::showWords(const QStringList& words, int from) {
    replace_from_ = from;
    if (words.isEmpty()) return completer_->popup()->hide();
    words_.setStringList(words);
    QRect area = cursorRect();
    area.setLeft(area.left() - fontMetrics().horizontalAdvance(text().mid(from, cursorPosition() - from)));
    int width = 160;
    for (auto& word : words) width = std::max(width, completer_->popup()->fontMetrics().horizontalAdvance(word) + 40);
    area.setWidth(std::min(width, 640));
    area.setBottom(height());
    completer_->complete(area);
    completer_->popup()->setCurrentIndex({});
    fitPopup(int(words.size()));
}

/// QCompleter reckons with a list that has no frame and no space between its rows, and cuts the last one.
void FilterEdit::fitPopup(int words) {
    auto* popup = completer_->popup();
    const auto* list = qobject_cast<QListView*>(popup);
    if (!list || !popup->isVisible()) return;
    const int row = list->sizeHintForRow(0) + 2 * list->spacing();
    const int height = std::min(words, completer_->maxVisibleItems()) * row + popup->height() - list->viewport()->height();
    const int missing = height - popup->height();
    if (missing <= 0) return;
    QRect place = popup->geometry();
    if (place.top() < mapToGlobal(QPoint()).y()) place.setTop(place.top() - missing);  // where there is no room below
    else place.setBottom(place.bottom() + missing);
    popup->setGeometry(place);
}

void FilterEdit::insertWord(const QString& word) {
    const QString now = text();
    const int to = std::max(replace_to_, cursorPosition());
    setText(now.left(replace_from_) + word + now.mid(to));
    setCursorPosition(replace_from_ + int(word.size()));
}

bool FilterEdit::isCompleting() const { return completer_->popup()->isVisible(); }

bool FilterEdit::popupHasChoice() const {
    auto* popup = completer_->popup();
    return popup->isVisible() && popup->currentIndex().isValid();
}

bool FilterEdit::event(QEvent* event) { return keep_return(event) || QLineEdit::event(event); }

void FilterEdit::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (popupHasChoice() && (enter || event->key() == Qt::Key_Tab)) return event->ignore();  // the completer takes it
    if (enter) {
        completer_->popup()->hide();
        fault_ ? emit refused() : emit applied(text().trimmed());
        return event->accept();
    }
    const bool ask = event->key() == Qt::Key_Down || (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier);
    if (ask && !completer_->popup()->isVisible()) return complete(true);
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) completer_->popup()->hide();
}

void FilterEdit::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (detail_.isEmpty()) return;
    QPainter painter(this);
    painter.setPen(Colors::of(palette()).muted);
    painter.drawText(rect().adjusted(0, 0, -12, 0), Qt::AlignRight | Qt::AlignVCenter, detail_);
}

void FilterEdit::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        setFont(fixed_font());
        completer_->popup()->setFont(fixed_font());
        fitDetail();
    } else if (event->type() == QEvent::PaletteChange) {
        underlineFault();
    }
}

}  // namespace sallyport
