// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/worth.h"
#include "dissect/program.h"
#include <algorithm>

namespace sallyport {
namespace {

bool leads_to_worth(const ChildTable& table, const std::vector<std::uint8_t>& worth) {
    const auto is_worth = [&](std::uint16_t child) { return child && worth[child - 1u]; };
    return std::any_of(table.direct.begin(), table.direct.end(), is_worth) ||
           std::any_of(table.sparse.begin(), table.sparse.end(), [&](auto& entry) { return is_worth(entry.second); }) ||
           std::any_of(table.guesses.begin(), table.guesses.end(), [&](ProtocolId guess) { return worth[guess]; });
}

/// It holds a child that is worth entering, or a function reads where its children are.
bool carries_worth(const Program& program, const std::vector<std::uint8_t>& worth) {
    return std::any_of(program.nodes.begin(), program.nodes.end(), [&](const ProgramNode& node) {
        if (node.op == layout::Op::payload) return node.table >= 0 && leads_to_worth(programs().table(node.table), worth);
        return node.op == layout::Op::read && node.item->carries;
    });
}

}  // namespace

void spread_worth(std::vector<std::uint8_t>& worth) {
    for (bool grew = true; grew;) {
        grew = false;
        for (std::size_t i = 0; i < worth.size(); i++)
            if (!worth[i] && carries_worth(programs()[ProtocolId(i)], worth)) worth[i] = grew = true;
    }
}

}  // namespace sallyport
