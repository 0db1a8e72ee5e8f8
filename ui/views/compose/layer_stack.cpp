// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/layer_stack.h"
#include "ui/views/compose/layer_card.h"
#include "ui/views/compose/layer_form.h"
#include "ui/views/compose/layer_header.h"
#include "ui/views/compose/field_row.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/icons.h"
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace sallyport {

namespace {
constexpr std::size_t open_at_first = 4;  // layers of a packet, from the top
}  // namespace

LayerStack::LayerStack(ComposeSession* session, QWidget* parent)
    : QScrollArea(parent),
      session_(session),
      content_(new QWidget(this)),
      column_(new QVBoxLayout(content_)),
      hint_(new QLabel(content_)),
      gap_line_(new QFrame(content_)) {
    setObjectName(QStringLiteral("layer_stack"));
    setAccessibleName(tr("Layers of the packet"));
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setAcceptDrops(true);
    viewport()->setAcceptDrops(true);
    content_->setObjectName(QStringLiteral("layer_stack_content"));
    content_->setMinimumWidth(1);  // lines give way where it is narrow: nothing is cut off at the right, as there is no bar to reach it
    column_->setContentsMargins(0, 0, 0, 0);
    column_->setSpacing(0);
    hint_->setProperty("role", "muted");
    hint_->setWordWrap(true);
    hint_->setContentsMargins(14, 16, 14, 8);
    hint_->setText(tr("Begin with a template, a captured packet, pasted bytes, or add a layer."));
    column_->addWidget(hint_);
    column_->addStretch();
    gap_line_->setProperty("role", "drop-line");
    gap_line_->hide();
    setWidget(content_);
    connect(session_, &ComposeSession::replaced, this, &LayerStack::forget);
    connect(session_, &ComposeSession::changed, this, &LayerStack::refresh);
    connect(session_, &ComposeSession::faultsChanged, this, &LayerStack::refresh);
    connect(session_, &ComposeSession::variationsChanged, this, &LayerStack::refresh);
    connect(session_, &ComposeSession::focusChanged, this, &LayerStack::showFocus);
    refresh();
}

void LayerStack::setFoot(QWidget* foot) { column_->insertWidget(column_->count() - 1, foot); }

/// Another packet: which cards were open says nothing of it.
void LayerStack::forget() {
    for (auto* card : cards_) card->hide(), card->deleteLater();
    cards_.clear();
    verticalScrollBar()->setValue(0);
}

LayerCard* LayerStack::makeCard(std::size_t index, const std::vector<ComposedLayer>& layers) {
    const bool link = index == 0 && layers.size() > 1 && session_->packet().link_type() == LinkType::ethernet;
    auto* card = new LayerCard(session_, index, !link && index + open_at_first >= layers.size(), content_);
    connect(card->header(), &LayerHeader::moveRequested, this, [this, card](int by) { move(card->index(), by); });
    connect(card->header(), &LayerHeader::dragStarted, this, [this, card] { drag(card); });
    connect(card->header(), &LayerHeader::menuRequested, this, [this, card](const QPoint& at) { showMenu(card, at); });
    connect(card->header(), &LayerHeader::chosen, this, [this, card] {
        const auto rows = session_->rows(card->index());
        const auto& focus = session_->focus();
        if (rows->empty() || (focus && focus->layer == card->index())) return;
        session_->setFocus(rows->front().flags.empty() ? rows->front().field.key : rows->front().flags.front().key);
    });
    return card;
}

/// Cards of layers that are still there stay: those before the change and those behind it.
void LayerStack::rebuild(const std::vector<ComposedLayer>& layers) {
    std::size_t head = 0, tail = 0;
    const auto same = [&](std::size_t card, std::size_t layer) { return cards_[card]->protocol() == layers[layer].name; };
    while (head < cards_.size() && head < layers.size() && same(head, head)) head++;
    while (tail + head < cards_.size() && tail + head < layers.size() && same(cards_.size() - 1 - tail, layers.size() - 1 - tail)) tail++;
    const std::size_t old_middle = cards_.size() - tail;
    for (std::size_t i = head; i < old_middle; i++) cards_[i]->hide(), cards_[i]->deleteLater();
    std::vector<LayerCard*> cards(cards_.begin(), cards_.begin() + std::ptrdiff_t(head));
    for (std::size_t i = head; i + tail < layers.size(); i++) {
        cards.push_back(makeCard(i, layers));
        column_->insertWidget(int(i), cards.back());
        cards.back()->show();
    }
    cards.insert(cards.end(), cards_.begin() + std::ptrdiff_t(old_middle), cards_.end());
    cards_ = std::move(cards);
    for (std::size_t i = 0; i < cards_.size(); i++) column_->removeWidget(cards_[i]), column_->insertWidget(int(i), cards_[i]);
}

void LayerStack::refresh() {
    const auto layers = session_->packet().layers();
    const bool alike = std::equal(layers.begin(), layers.end(), cards_.begin(), cards_.end(),
                                  [](auto& layer, auto* card) { return layer.name == card->protocol(); });
    if (!alike) rebuild(layers);
    const auto& focus = session_->focus();
    for (std::size_t i = 0; i < layers.size(); i++) cards_[i]->refresh(layers[i], i, focus && focus->layer == i);
    hint_->setVisible(layers.empty());
}

void LayerStack::showFocus() {
    const auto layers = session_->packet().layers();
    const auto& focus = session_->focus();
    if (layers.size() != cards_.size()) return;
    for (std::size_t i = 0; i < cards_.size(); i++) {
        const bool here = focus && focus->layer == i;
        cards_[i]->header()->show(layers[i], cards_[i]->isOpen(), here);
        if (cards_[i]->form()) cards_[i]->form()->showFocus();
        if (!here || !cards_[i]->isOpen() || content_->isAncestorOf(QApplication::focusWidget())) continue;
        auto* row = cards_[i]->form()->rowOf(*focus);  // it came from the bytes
        if (row) QTimer::singleShot(0, row, [this, row] { ensureWidgetVisible(row, 0, 30); });
    }
}

std::vector<bool> LayerStack::openLayers() const {
    std::vector<bool> open;
    for (auto* card : cards_) open.push_back(card->isOpen());
    return open;
}

void LayerStack::setOpenLayers(const std::vector<bool>& open) {
    for (std::size_t i = 0; i < std::min(open.size(), cards_.size()); i++) cards_[i]->setOpen(open[i]);
}

void LayerStack::enterFocus() {
    const auto& focus = session_->focus();
    if (!focus || focus->layer >= cards_.size()) return;
    cards_[focus->layer]->setOpen(true);
    if (auto* row = cards_[focus->layer]->form()->rowOf(*focus)) row->enter(*focus);
}

void LayerStack::commit() {
    const auto cards = cards_;
    for (auto* card : cards)
        if (card->form()) card->form()->commit();
}

void LayerStack::move(std::size_t from, int by) {
    const auto to = std::int64_t(from) + by;
    if (to < 0 || to >= std::int64_t(cards_.size()) || !session_->moveLayer(from, std::size_t(to))) return;
    cards_[std::size_t(to)]->header()->setFocus();
}

void LayerStack::showMenu(LayerCard* card, const QPoint& global) {
    QMenu menu(this);
    const auto index = card->index();
    auto* before = menu.addMenu(icon(QStringLiteral("add")), tr("Insert &Before"));
    fill_layer_menu(*before, session_, index);
    auto* after = menu.addMenu(tr("Insert &After"));
    fill_layer_menu(*after, session_, index + 1);
    menu.addSeparator();
    auto* up =
        menu.addAction(icon(QStringLiteral("up")), tr("Move &Up") + QStringLiteral("\tAlt+Up"), this, [this, index] { move(index, -1); });
    auto* down = menu.addAction(icon(QStringLiteral("down")), tr("Move &Down") + QStringLiteral("\tAlt+Down"), this,
                                [this, index] { move(index, 1); });
    up->setEnabled(index > 0);
    down->setEnabled(index + 1 < cards_.size());
    menu.addAction(icon(QStringLiteral("duplicate")), tr("Du&plicate"), this, [this, index] { session_->duplicateLayer(index); });
    menu.addAction(icon(QStringLiteral("remove")), tr("&Remove") + QStringLiteral("\tDel"), this,
                   [this, index] { session_->removeLayer(index); });
    menu.exec(global);
}

}  // namespace sallyport
