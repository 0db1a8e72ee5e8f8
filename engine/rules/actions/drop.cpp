// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/action.h"

namespace sallyport {
namespace {

class Drop : public RuleAction {
public:
    std::optional<Verdict> verdict() const override { return Verdict::drop; }
};

ActionKind::Made make(std::string_view words) {
    if (!words.empty()) return no_parameters("drop");
    return std::make_unique<Drop>();
}

}  // namespace

extern const ActionKind drop_action;
const ActionKind drop_action{"drop", words("Drop"), words("Stops the packet; its sender is told nothing."), "", make};

}  // namespace sallyport
