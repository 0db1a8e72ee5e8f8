// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/flows/flow_header.h"
#include "ui/widgets/colors.h"
#include <QPainter>
#include <QStyle>

namespace sallyport {

FlowHeader::FlowHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {
    setSectionsClickable(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(30);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

/// Qt keeps room beside every heading for the mark that stands above it here.
QSize FlowHeader::sectionSizeFromContents(int section) const {
    ensurePolished();
    QStyleOptionHeaderV2 option;
    initStyleOption(&option);
    option.section = section;
    option.text = model()->headerData(section, orientation()).toString();
    option.sortIndicator = QStyleOptionHeader::None;
    return style()->sizeFromContents(QStyle::CT_HeaderSection, &option, QSize(), this);
}

void FlowHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int section) const {
    QHeaderView::initStyleOptionForIndex(option, section);
    option->sortIndicator = QStyleOptionHeader::None;
}

void FlowHeader::paintSection(QPainter* painter, const QRect& area, int section) const {
    painter->save();
    QHeaderView::paintSection(painter, area, section);
    painter->restore();
    if (section != sortIndicatorSection()) return;
    const double wide = fontMetrics().height() * 0.24, high = wide * 0.6, top = area.top() + 3;
    const double middle = area.center().x(), tip = sortIndicatorOrder() == Qt::AscendingOrder ? top : top + high,
                 foot = 2 * top + high - tip;
    const QPointF points[] = {{middle - wide, foot}, {middle, tip}, {middle + wide, foot}};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(Colors::of(palette()).accent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(points, 3);
    painter->restore();
}

}  // namespace sallyport
