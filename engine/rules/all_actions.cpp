// SPDX-License-Identifier: GPL-3.0-or-later
// The table of contents of actions/: one line an action, in the order that menus show.
#include "rules/action.h"

namespace sallyport {

// clang-format off
#define SALLYPORT_ACTIONS(action) \
    action(accept)                \
    action(drop)
// clang-format on

#define DECLARED(name) extern const ActionKind name##_action;
#define LISTED(name) &name##_action,
SALLYPORT_ACTIONS(DECLARED)

std::span<const ActionKind* const> all_actions() {
    static constexpr const ActionKind* all[] = {SALLYPORT_ACTIONS(LISTED)};
    return all;
}

const ActionKind* find_action(std::string_view name) {
    for (auto* kind : all_actions())
        if (kind->name == name) return kind;
    return nullptr;
}

tl::unexpected<ActionFault> no_parameters(std::string_view action) {
    return tl::unexpected<ActionFault>(ActionFault{0, message("%1 takes a direction (in, out, forward) or \"when\" here", action), {}});
}

}  // namespace sallyport
