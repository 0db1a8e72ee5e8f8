// SPDX-License-Identifier: GPL-3.0-or-later
// The table of contents of the views that can be shown and hidden: one line each, in the order of menus and docks.
#include "ui/views/view.h"

namespace sallyport {

#define SALLYPORT_VIEWS(view) view(rules) view(safety) view(compose) view(flows) view(statistics)

#define DECLARED(name) extern const ViewKind name##_view;
#define LISTED(name) &name##_view,
SALLYPORT_VIEWS(DECLARED)

std::span<const ViewKind* const> all_views() {
    static constexpr const ViewKind* all[] = {SALLYPORT_VIEWS(LISTED)};
    return all;
}

}  // namespace sallyport
