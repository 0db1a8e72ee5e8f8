// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/compose_bytes.h"
#include "ui/widgets/panel.h"
#include <QEvent>
#include <QVBoxLayout>

namespace sallyport {

ComposeBytes::ComposeBytes(ComposeSession* session, QWidget* parent)
    : QWidget(parent), session_(session), header_(new PanelHeader(tr("Bytes"), this)), grid_(new ByteEdit(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(grid_, 1);
    fitLines();
    connect(session_, &ComposeSession::replaced, this, [this] { another_ = true; });
    connect(session_, &ComposeSession::changed, this, &ComposeBytes::refresh);
    connect(session_, &ComposeSession::focusChanged, this, &ComposeBytes::showFocus);
    connect(grid_, &ByteGrid::caretMoved, session_, [this](qint64 at) { session_->focusByte(std::uint32_t(at)); });
    connect(grid_, &ByteGrid::hoverMoved, this, &ComposeBytes::hover);
    connect(grid_, &ByteEdit::overwritten, session_,
            [this](qint64 at, const ByteBuffer& bytes) { session_->overwrite(std::uint32_t(at), bytes); });
    connect(grid_, &ByteEdit::pasteRefused, this, [this](const Error& error) { emit failed(words("Nothing was pasted"), error); });
    refresh();
}

void ComposeBytes::fitLines() { grid_->setMinimumHeight(least_lines * fontMetrics().height()); }

void ComposeBytes::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) fitLines();
}

void ComposeBytes::refresh() {
    const Bytes now = session_->packet().bytes();
    ByteBuffer bytes(now.begin(), now.end());
    shown_.swap(bytes);  // the grid looks at the old ones until it is told
    if (std::exchange(another_, false)) grid_->setBytes(shown_);
    else grid_->refreshBytes(shown_);
    showFocus();
}

void ComposeBytes::showFocus() {
    const auto field = session_->focus() ? session_->packet().field(*session_->focus()) : std::nullopt;
    if (!field || !field->length) {
        grid_->setMarked({});
        const auto size = session_->packet().bytes().size();
        return header_->setNote(size ? tr("%1 bytes · editable").arg(size) : QString());
    }
    grid_->setMarked({field->at, std::int64_t(field->at) + field->length});
    if (!grid_->hasFocus()) grid_->placeCaret(field->at);
    const QString label = QString::fromStdString(field->label);
    header_->setNote(field->length == 1 ? tr("%1 · byte %2 · editable").arg(label).arg(field->at)
                                        : tr("%1 · bytes %2–%3 · editable").arg(label).arg(field->at).arg(field->at + field->length - 1));
}

void ComposeBytes::hover(qint64 at) {
    const auto key = at < 0 ? std::nullopt : session_->packet().field_at(std::uint32_t(at));
    const auto field = key ? session_->packet().field(*key) : std::nullopt;
    if (!field) return grid_->setHovered({});
    grid_->setHovered({field->at, std::int64_t(field->at) + field->length});
}

}  // namespace sallyport
