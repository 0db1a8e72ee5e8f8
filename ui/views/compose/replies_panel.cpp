// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/replies_panel.h"
#include "ui/widgets/colors.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/pill.h"
#include <QCoreApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace sallyport {

namespace {

constexpr int cell_margin = 8;

class ReplyDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Colors& colors = Colors::of(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        if (selected) painter->fillRect(option.rect, colors.selection);
        else if (index.row() % 2) painter->fillRect(option.rect, colors.alternate);
        const QString text = index.data().toString();
        const auto kind = index.data(ReplyListModel::VerdictRole).value<VerdictKind>();
        if (index.column() == ReplyListModel::VerdictColumn && kind != VerdictKind::none) {
            paint_pill(*painter, option.rect.adjusted(cell_margin, 1, -2, -1), kind, text, option.font, option.palette);
            return;
        }
        const bool muted = index.column() == ReplyListModel::NumberColumn || index.column() == ReplyListModel::TimeColumn ||
                           index.data(ReplyListModel::WaitingRole).toBool();
        painter->setPen(selected ? colors.on_selection : muted ? colors.muted : colors.text);
        painter->setFont(option.font);
        const QRect area = option.rect.adjusted(cell_margin, 0, -cell_margin, 0);
        const int align = index.data(Qt::TextAlignmentRole).toInt();
        painter->drawText(area, align | Qt::TextSingleLine, option.fontMetrics.elidedText(text, Qt::ElideRight, area.width()));
    }
};

}  // namespace

RepliesPanel::RepliesPanel(SessionBridge* bridge, ReplyWatch* watch, QWidget* parent)
    : QWidget(parent), bridge_(bridge), watch_(watch), header_(new PanelHeader(tr("Replies"), this)), table_(new QTableView(this)) {
    table_->setObjectName(QStringLiteral("reply_table"));
    table_->setAccessibleName(tr("Replies to what was sent"));
    table_->setModel(&model_);
    model_.setSentInfo([this](std::uint64_t number) { return watch_->sentInfo(number); });
    table_->setItemDelegate(new ReplyDelegate(table_));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table_->setTabKeyNavigation(false);
    table_->setCornerButtonEnabled(false);
    table_->setFrameShape(QFrame::NoFrame);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setMinimumSectionSize(30);
    table_->viewport()->installEventFilter(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(table_, 1);
    connect(watch_, &ReplyWatch::changed, this, &RepliesPanel::refresh);
    connect(bridge_, &SessionBridge::stateChanged, this, &RepliesPanel::refresh);
    connect(table_, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        if (const auto packet = model_.packetOf(index.row())) emit packetRequested(*packet);
    });
    fitColumns();
    refresh();
}

void RepliesPanel::refresh() {
    model_.setRows(watch_->rows(), bridge_->store(), watch_->isStored(), watch_->isWatching());
    fitNumbers();
    const std::size_t sent = watch_->rows().size();
    header_->setNote(!sent               ? tr("matched to what was sent")
                     : watch_->isBlind() ? tr("nothing is captured: replies are not seen")
                                         : tr("%1 of %2 answered").arg(watch_->answered()).arg(sent));
    table_->viewport()->update();
}

void RepliesPanel::fitColumns() {
    const auto width = [this](const QString& sample) { return fontMetrics().horizontalAdvance(sample) + 2 * cell_margin + 4; };
    auto* header = table_->horizontalHeader();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    table_->setMinimumHeight((1 + least_rows) * fontMetrics().height() +
                             8);  // the heading and a row: what is shown above may need the room
    const auto give = [&](int column, int wanted) { header->resizeSection(column, std::max(wanted, header->sectionSizeHint(column))); };
    give(ReplyListModel::NumberColumn, width(QStringLiteral("8").repeated(number_digits_)));
    give(ReplyListModel::FromColumn, width(QStringLiteral("10.77.0.10")));
    give(ReplyListModel::TimeColumn, width(QStringLiteral("12.34 ms")));
    int word = width(ReplyListModel::tr("not judged"));
    for (const char* verdict : {"accept", "drop", "sent"})
        word = std::max(word, pill_size(QCoreApplication::translate("Verdict", verdict), font()).width() + 2 * cell_margin);
    give(ReplyListModel::VerdictColumn, word);
    fitWords();
}

/// What was sent and what came share what the others leave; where that is too little to read, the list scrolls sideways.
void RepliesPanel::fitWords() {
    constexpr int least_characters = 7;
    auto* header = table_->horizontalHeader();
    int room = table_->viewport()->width(), least = fontMetrics().averageCharWidth() * least_characters;
    for (int column = 0; column < model_.columnCount(); column++) {
        if (column == ReplyListModel::SentColumn || column == ReplyListModel::ReplyColumn)
            least = std::max(least, header->sectionSizeHint(column));
        else room -= header->sectionSize(column);
    }
    const int sent = std::max(least, room / 2);
    header->resizeSection(ReplyListModel::SentColumn, sent);
    header->resizeSection(ReplyListModel::ReplyColumn, std::max(least, room - sent));
}

/// The number of the last packet that was sent has room in its column.
void RepliesPanel::fitNumbers() {
    const auto& rows = watch_->rows();
    const int digits = rows.empty() ? 0 : int(QString::number(rows.back().number).size());
    if (digits <= number_digits_) return;
    number_digits_ = digits;
    fitColumns();
}

bool RepliesPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table_->viewport() && event->type() == QEvent::Resize) fitWords();
    if (watched == table_->viewport() && event->type() == QEvent::Paint && !model_.rowCount()) {
        QPainter painter(table_->viewport());
        painter.setPen(Colors::of(palette()).muted);
        painter.drawText(table_->viewport()->rect().adjusted(10, 4, -10, -4), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Answers to what you send show here"));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RepliesPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange) fitColumns();
}

}  // namespace sallyport
