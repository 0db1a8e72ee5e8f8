// SPDX-License-Identifier: GPL-3.0-or-later
// The headings of the flow list. The mark of the order stands above the words: beside them, the style paints it over the last letter
// of what is aligned to the right.
#pragma once
#include <QHeaderView>

namespace sallyport {

class FlowHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit FlowHeader(QWidget* parent = nullptr);

protected:
    QSize sectionSizeFromContents(int section) const override;
    void initStyleOptionForIndex(QStyleOptionHeader* option, int section) const override;
    void paintSection(QPainter* painter, const QRect& area, int section) const override;
};

}  // namespace sallyport
