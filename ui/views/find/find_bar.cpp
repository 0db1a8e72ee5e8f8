// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/find/find_bar.h"
#include "ui/widgets/filter_edit.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/translated.h"
#include "ui/widgets/keep_return.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QToolButton>

namespace sallyport {

static constexpr int fault_ms = 500;

FindBar::FindBar(QWidget* parent)
    : QFrame(parent), kind_(new QComboBox(this)), filter_(new FilterEdit(this)), text_(new QLineEdit(this)), state_(new QLabel(this)) {
    setObjectName(QStringLiteral("find_bar"));
    kind_->addItems({QString(), QString(), QString()});
    state_->setProperty("role", "muted");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 7);
    row->setSpacing(7);
    auto* title = new QLabel(this);
    row->addWidget(title);
    kind_->setSizeAdjustPolicy(QComboBox::AdjustToContents);  // in any language
    row->addWidget(kind_);
    row->addWidget(filter_, 1);
    row->addWidget(text_, 1);
    row->addWidget(state_);
    const auto button = [&](const QString& icon_name, auto&& act) {
        auto* made = new QToolButton(this);
        made->setIcon(icon(icon_name));
        made->setProperty("role", "quiet");
        made->setFocusPolicy(Qt::TabFocus);
        connect(made, &QToolButton::clicked, this, act);
        row->addWidget(made);
        return made;
    };
    auto* previous = button(QStringLiteral("up"), [this] { emit searchRequested(false); });
    auto* next = button(QStringLiteral("down"), [this] { emit searchRequested(true); });
    auto* close = button(QStringLiteral("close"), [this] { hide(); });
    connect(kind_, &QComboBox::currentIndexChanged, this, &FindBar::showKind);
    connect(filter_, &FilterEdit::applied, this, [this] { emit searchRequested(true); });
    connect(filter_, &FilterEdit::refused, this, [this] { tell(filter_->faultText(), true); });
    connect(filter_, &FilterEdit::validated, this, [this] {
        tell({}, false);
        fault_clock_.start(fault_ms);  // half a word is not scolded
    });
    connect(&fault_clock_, &QTimer::timeout, this, [this] {
        if (filter_->isCompleting()) return fault_clock_.start(fault_ms);
        if (filter_->fault()) tell(filter_->faultText(), true);
    });
    fault_clock_.setSingleShot(true);
    connect(text_, &QLineEdit::returnPressed, this, [this] { emit searchRequested(true); });
    translated(this, [this, title, previous, next, close] {
        title->setText(tr("Find"));
        kind_->setItemText(0, tr("Filter"));
        kind_->setItemText(1, tr("Text"));
        kind_->setItemText(2, tr("Bytes"));
        kind_->setAccessibleName(tr("What to find"));
        text_->setAccessibleName(tr("Text or bytes to find"));
        filter_->setAccessibleName(tr("Filter to find"));
        const std::pair<QToolButton*, QString> tips[] = {
            {previous, tr("Find previous (Ctrl+B)")}, {next, tr("Find next (Ctrl+N)")}, {close, tr("Close (Esc)")}};
        for (auto& [one, tip] : tips) {
            one->setToolTip(tip);
            one->setAccessibleName(tip);
        }
        showKind();
    });
    hide();
}

void FindBar::showKind() {
    const bool filter = kind_->currentIndex() == int(SearchWish::Kind::filter);
    filter_->setVisible(filter);
    text_->setVisible(!filter);
    text_->setPlaceholderText(kind_->currentIndex() == int(SearchWish::Kind::bytes) ? tr("Hexadecimal: 47 45 54")
                                                                                    : tr("Text in the list or in the bytes"));
    tell({}, false);
}

QString FindBar::text() const { return kind_->currentIndex() == int(SearchWish::Kind::filter) ? filter_->text() : text_->text(); }

/// What a search came to, or why it cannot begin, at the right of the line.
void FindBar::tell(const QString& text, bool bad) {
    state_->setText(text);
    state_->setToolTip(text);
    const char* const role = bad ? "bad" : "muted";
    if (state_->property("role").toString() == QLatin1String(role)) return;
    state_->setProperty("role", role);
    state_->style()->unpolish(state_);
    state_->style()->polish(state_);
}

void FindBar::open() {
    show();
    QLineEdit* edit = kind_->currentIndex() == int(SearchWish::Kind::filter) ? filter_ : text_;
    edit->setFocus();
    edit->selectAll();
}

void FindBar::search(std::shared_ptr<PacketStore> store, std::optional<std::size_t> from, bool forward) {
    const SearchWish wish{SearchWish::Kind(kind_->currentIndex()), text(), from, forward};
    if (const QString fault = PacketSearch::fault(wish); !fault.isEmpty()) {
        open();
        return tell(fault, true);
    }
    tell(tr("looking…"), false);
    search_ = std::make_unique<PacketSearch>(std::move(store), wish);
    connect(search_.get(), &PacketSearch::found, this, [this](qulonglong packet) {
        tell(tr("packet %1").arg(packet + 1), false);
        emit found(packet);
    });
    connect(search_.get(), &PacketSearch::notFound, this, [this] { tell(tr("nothing found"), true); });
}

/// Nobody waits for it any more.
void FindBar::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    search_.reset();
    tell({}, false);
}

bool FindBar::event(QEvent* event) { return keep_return(event) || QFrame::event(event); }

void FindBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    QFrame::keyPressEvent(event);
}

}  // namespace sallyport
