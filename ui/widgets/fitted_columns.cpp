// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fitted_columns.h"
#include <algorithm>

namespace sallyport {

int FittedColumns::width(int column) const { return std::max(usual_(column), header_->sectionSizeHint(column)); }

void FittedColumns::fit(int spared) {
    for (int i = 0; i < header_->count(); i++)
        if (canResize(i, spared)) header_->resizeSection(i, width(i));
    remember();
}

void FittedColumns::remember() {
    before_.clear();
    for (int i = 0; i < header_->count(); i++) before_.push_back({width(i), header_->sectionSizeHint(i)});
}

void FittedColumns::follow(int spared) {
    for (int i = 0; i < header_->count() && std::size_t(i) < before_.size(); i++) {
        if (!canResize(i, spared)) continue;
        const Needs was = before_[std::size_t(i)];
        const int now = width(i), heading = header_->sectionSizeHint(i), size = header_->sectionSize(i);
        if (size == was.width || header_->isSectionHidden(i)) header_->resizeSection(i, now);
        else if (size >= was.heading && size < heading) header_->resizeSection(i, heading);
    }
    remember();
}

}  // namespace sallyport
