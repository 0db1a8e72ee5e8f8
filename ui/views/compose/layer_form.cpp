// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/layer_form.h"
#include "ui/views/compose/field_row.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/menu_letters.h"
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace sallyport {

namespace {
constexpr std::size_t at_first = 60;     // lines of a form
constexpr std::size_t most_lines = 480;  // that are made at the same time
}  // namespace

LayerForm::LayerForm(ComposeSession* session, std::size_t layer, QWidget* parent)
    : QWidget(parent),
      session_(session),
      layer_(layer),
      most_(at_first),
      lines_(new QVBoxLayout),
      foot_(new QWidget(this)),
      earlier_(new QPushButton(this)),
      more_(new QPushButton(foot_)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(0);
    lines_->setSpacing(0);
    earlier_->setProperty("role", "quiet");
    layout->addWidget(earlier_, 0, Qt::AlignLeft);
    layout->addLayout(lines_);
    layout->addWidget(foot_);
    auto* flow = new FlowLayout(foot_);
    flow->setContentsMargins(24, 3, 10, 3);
    more_->setProperty("role", "quiet");
    flow->addWidget(more_);
    connect(earlier_, &QPushButton::clicked, this, &LayerForm::showEarlier);
    connect(more_, &QPushButton::clicked, this, &LayerForm::showMore);
    refresh();
}

void LayerForm::showMore() {
    if (most_ < most_lines) most_ += at_first;
    else from_ += at_first;
    refresh();
}

void LayerForm::showEarlier() {
    const std::size_t step = std::min(from_, at_first);
    from_ -= step;
    if (most_ < most_lines) most_ += step;
    refresh();
}

void LayerForm::refresh() {
    const auto all = session_->rows(layer_);  // kept: a line that goes may tell of an edit
    const auto& rows = *all;
    if (from_ >= rows.size()) from_ = 0;
    const std::size_t shown = std::min(rows.size() - from_, most_);
    std::size_t same = 0;
    while (same < shown && same < rows_.size() && rows_[same]->row().isLike(rows[from_ + same])) same++;
    for (std::size_t i = 0; i < same; i++) rows_[i]->show(rows[from_ + i]);
    if (same != shown || shown != rows_.size()) rebuild(shown, same);
    const std::size_t later = rows.size() - from_ - shown;
    earlier_->setVisible(from_ > 0);
    const auto page = [](std::size_t left) { return std::min(left, at_first); };
    earlier_->setText(from_ == 1 ? tr("Show 1 earlier field") : tr("Show %1 earlier fields").arg(page(from_)));
    more_->setVisible(later > 0);
    more_->setText(later == 1 ? tr("Show 1 more field") : tr("Show %1 more fields").arg(page(later)));
    more_->setToolTip(tr("%1 follow").arg(later));
    earlier_->setToolTip(tr("%1 stand before").arg(from_));
    showAdditions();
    showFocus();
}

/// The first `same` lines stay, the others are made anew.
void LayerForm::rebuild(std::size_t shown, std::size_t same) {
    const auto focus = session_->focus();
    const bool typing = focusWidget() && focusWidget()->hasFocus();
    for (std::size_t i = same; i < rows_.size(); i++) {
        rows_[i]->blockSignals(true);
        rows_[i]->hide();
        rows_[i]->deleteLater();  // one of them may be what told of the change
    }
    rows_.resize(same);
    const auto all = session_->rows(layer_);
    for (std::size_t i = same; i < shown && from_ + i < all->size(); i++) {
        rows_.push_back(new FieldRow(session_, (*all)[from_ + i], this));
        lines_->addWidget(rows_.back());
        rows_.back()->setVisible(true);
    }
    fitLabels();
    if (!typing || !focus) return;
    if (auto* row = rowOf(*focus)) row->enter(*focus);
}

QMenu* LayerForm::additionMenu(const std::vector<Addition>& kinds) {
    auto* menu = new QMenu(this);
    for (auto& kind : kinds) {
        auto* action = menu->addAction(QString::fromStdString(kind.label));
        connect(action, &QAction::triggered, this, [this, kind] { session_->addElement(kind); });
    }
    letter_entries(*menu);
    return menu;
}

void LayerForm::showAdditions() {
    for (auto* adder : adders_) adder->deleteLater(), adder->hide();
    adders_.clear();
    std::map<std::string, std::vector<Addition>> lists;
    std::vector<std::string> order;
    for (auto& addition : session_->packet().additions(layer_)) {
        if (!lists.contains(addition.list)) order.push_back(addition.list);
        lists[addition.list].push_back(addition);
    }
    for (auto& list : order) {
        auto& kinds = lists[list];
        auto* button = new QPushButton(icon(QStringLiteral("add"), IconTint::muted), QString::fromStdString(list), foot_);
        button->setProperty("role", "quiet");
        button->setAccessibleName(tr("Add: %1").arg(QString::fromStdString(list)));
        if (kinds.size() > 1) {
            auto* menu = additionMenu(kinds);
            menu->setParent(button, menu->windowFlags());
            connect(button, &QPushButton::clicked, menu, [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
        } else {
            connect(button, &QPushButton::clicked, this, [this, kind = kinds.front()] { session_->addElement(kind); });
        }
        foot_->layout()->addWidget(button);
        button->show();
        adders_.push_back(button);
    }
    foot_->setVisible(!adders_.empty() || !more_->isHidden());
}

FieldRow* LayerForm::rowOf(const FieldKey& key) {
    const auto find = [&]() -> FieldRow* {
        const auto found = std::find_if(rows_.begin(), rows_.end(), [&](auto* row) { return row->row().has(key); });
        return found == rows_.end() ? nullptr : *found;
    };
    const auto all = session_->rows(layer_);
    if (auto* row = find(); row || all->size() == rows_.size()) return row;
    const auto wanted = std::find_if(all->begin(), all->end(), [&](auto& row) { return row.has(key); });
    if (wanted == all->end()) return nullptr;
    const auto index = std::size_t(wanted - all->begin());
    from_ = index - std::min(index, at_first / 4);  // with some before it
    most_ = at_first;
    refresh();
    return find();
}

void LayerForm::showFocus() {
    auto& focus = session_->focus();
    for (auto* row : rows_) row->setCurrent(focus && row->row().has(*focus));
}

void LayerForm::commit() {
    const std::vector<FieldRow*> rows = rows_;  // a commit may change them
    for (auto* row : rows) row->commit();
}

void LayerForm::fitLabels() {
    const int usual = fontMetrics().averageCharWidth() * 26;
    const int width = std::clamp(this->width() * 9 / 25, fontMetrics().averageCharWidth() * 10, usual);
    for (auto* row : rows_) row->fit(this->width(), width - 14 * row->row().field.depth);
}

void LayerForm::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitLabels();
}

}  // namespace sallyport
