// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/find/find_bar.h"
#include "ui/widgets/filter_edit.h"
#include "ui/widgets/icons.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace sallyport {

FindBar::FindBar(QWidget* parent)
    : QFrame(parent), kind_(new QComboBox(this)), filter_(new FilterEdit(this)), text_(new QLineEdit(this)), state_(new QLabel(this)) {
    setObjectName(QStringLiteral("find_bar"));
    kind_->addItems({tr("Filter"), tr("Text"), tr("Bytes")});
    kind_->setAccessibleName(tr("What to find"));
    text_->setAccessibleName(tr("Text or bytes to find"));
    filter_->setAccessibleName(tr("Filter to find"));
    state_->setProperty("role", "muted");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 7);
    row->setSpacing(7);
    row->addWidget(new QLabel(tr("Find"), this));
    row->addWidget(kind_);
    row->addWidget(filter_, 1);
    row->addWidget(text_, 1);
    row->addWidget(state_);
    const auto button = [&](const QString& icon_name, const QString& tip, auto&& act) {
        auto* made = new QToolButton(this);
        made->setIcon(icon(icon_name));
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        made->setProperty("role", "quiet");
        connect(made, &QToolButton::clicked, this, act);
        row->addWidget(made);
    };
    button(QStringLiteral("up"), tr("Find previous (Ctrl+B)"), [this] { emit searchRequested(false); });
    button(QStringLiteral("down"), tr("Find next (Ctrl+N)"), [this] { emit searchRequested(true); });
    button(QStringLiteral("close"), tr("Close"), [this] { hide(); });
    connect(kind_, &QComboBox::currentIndexChanged, this, &FindBar::showKind);
    connect(filter_, &FilterEdit::applied, this, [this] { emit searchRequested(true); });
    connect(text_, &QLineEdit::returnPressed, this, [this] { emit searchRequested(true); });
    showKind();
    hide();
}

void FindBar::showKind() {
    const bool filter = kind_->currentIndex() == int(SearchWish::Kind::filter);
    filter_->setVisible(filter);
    text_->setVisible(!filter);
    text_->setPlaceholderText(kind_->currentIndex() == int(SearchWish::Kind::bytes) ? tr("Hexadecimal: 47 45 54")
                                                                                    : tr("Text in the list or in the bytes"));
    state_->clear();
}

QString FindBar::text() const { return kind_->currentIndex() == int(SearchWish::Kind::filter) ? filter_->text() : text_->text(); }

void FindBar::open() {
    show();
    QLineEdit* edit = kind_->currentIndex() == int(SearchWish::Kind::filter) ? filter_ : text_;
    edit->setFocus();
    edit->selectAll();
}

void FindBar::search(std::shared_ptr<PacketStore> store, std::optional<std::size_t> from, bool forward) {
    const SearchWish wish{SearchWish::Kind(kind_->currentIndex()), text(), from, forward};
    if (const QString fault = PacketSearch::fault(wish); !fault.isEmpty()) {
        state_->setText(fault);
        return open();
    }
    state_->setText(tr("looking…"));
    search_ = std::make_unique<PacketSearch>(std::move(store), wish);
    connect(search_.get(), &PacketSearch::found, this, [this](qulonglong packet) {
        state_->setText(tr("packet %1").arg(packet + 1));
        emit found(packet);
    });
    connect(search_.get(), &PacketSearch::notFound, this, [this] { state_->setText(tr("nothing found")); });
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    QFrame::keyPressEvent(event);
}

}  // namespace sallyport
