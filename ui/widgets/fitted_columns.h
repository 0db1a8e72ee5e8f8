// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that keep suiting their words: with another language they follow, and those that somebody has given a width of their own stay.
#pragma once
#include <QHeaderView>
#include <functional>
#include <vector>

namespace sallyport {

class FittedColumns {
public:
    /// `usual` tells the pixels that a column's content usually needs; its heading has room in any case. The header must outlive this.
    FittedColumns(QHeaderView* header, std::function<int(int column)> usual) : header_(header), usual_(std::move(usual)) {}

    int width(int column) const;
    /// Gives every column that can be resized by hand its usual width, except `spared`.
    void fit(int spared = -1);
    /// What has changed the widths meanwhile (a zoom, a remembered layout) is the new start.
    void remember();
    /// The words are others: columns of their usual width get the new one, others only as much as a heading needs that was whole before.
    void follow(int spared = -1);

private:
    struct Needs {
        int width = 0, heading = 0;
    };
    bool canResize(int column, int spared) const {
        return column != spared && header_->sectionResizeMode(column) == QHeaderView::Interactive;
    }

    QHeaderView* header_;
    std::function<int(int)> usual_;
    std::vector<Needs> before_;
};

}  // namespace sallyport
