// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/action.h"

namespace sallyport {
namespace {

class Accept : public RuleAction {
public:
    std::optional<Verdict> verdict() const override { return Verdict::accept; }
};

ActionKind::Made make(std::string_view words) {
    if (!words.empty()) return no_parameters("accept");
    return std::make_unique<Accept>();
}

}  // namespace

extern const ActionKind accept_action;
const ActionKind accept_action{"accept", words("Accept"), words("Lets the packet pass."), "", make};

}  // namespace sallyport
