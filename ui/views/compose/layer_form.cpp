// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/layer_form.h"
#include "ui/views/compose/field_row.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icons.h"
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace sallyport {

namespace {
constexpr std::size_t at_first = 120;    // lines of a form; a hostile packet has thousands of fields
constexpr std::size_t most_lines = 600;  // that are made because a field of them is looked for
}  // namespace

LayerForm::LayerForm(ComposeSession* session, std::size_t layer, QWidget* parent)
    : QWidget(parent),
      session_(session),
      layer_(layer),
      most_(at_first),
      lines_(new QVBoxLayout),
      foot_(new QWidget(this)),
      more_(new QPushButton(foot_)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(0);
    lines_->setSpacing(0);
    layout->addLayout(lines_);
    layout->addWidget(foot_);
    auto* flow = new FlowLayout(foot_);
    flow->setContentsMargins(24, 3, 10, 3);
    more_->setProperty("role", "quiet");
    flow->addWidget(more_);
    connect(more_, &QPushButton::clicked, this, [this] {
        most_ *= 4;
        refresh();
    });
    refresh();
}

void LayerForm::refresh() {
    const auto rows = compose_rows(session_->packet().fields(layer_));
    const std::size_t shown = std::min(rows.size(), most_);
    std::size_t same = 0;
    while (same < shown && same < rows_.size() && rows_[same]->row().isLike(rows[same])) same++;
    for (std::size_t i = 0; i < same; i++) rows_[i]->show(rows[i]);
    if (same != shown || shown != rows_.size()) rebuild({rows.begin(), rows.begin() + std::ptrdiff_t(shown)}, same);
    more_->setVisible(shown < rows.size());
    more_->setText(tr("Show %n more field(s)", nullptr, int(rows.size() - shown)));
    showAdditions();
    showFocus();
}

/// The first `same` lines stay, and as many of the last as are alike; between them lines are made anew.
void LayerForm::rebuild(const std::vector<ComposeRow>& rows, std::size_t same) {
    const auto focus = session_->focus();
    const bool typing = focusWidget() && focusWidget()->hasFocus();
    for (std::size_t i = same; i < rows_.size(); i++) {
        rows_[i]->blockSignals(true);
        rows_[i]->hide();
        rows_[i]->deleteLater();  // one of them may be what told of the change
    }
    rows_.resize(same);
    for (std::size_t i = same; i < rows.size(); i++) {
        rows_.push_back(new FieldRow(session_, rows[i], this));
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
    if (auto* row = find(); row || more_->isHidden() || most_ >= most_lines) return row;
    most_ = most_lines;
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
    const int width = std::clamp(this->width() / 3, fontMetrics().averageCharWidth() * 10, usual);
    for (auto* row : rows_) row->setLabelWidth(width - 14 * row->row().field.depth);
}

void LayerForm::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitLabels();
}

}  // namespace sallyport
