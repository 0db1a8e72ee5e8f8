// SPDX-License-Identifier: GPL-3.0-or-later
// What a FindPlan holds. For find.cpp, which carries it out, and find_plan.cpp, which makes it.
#pragma once
#include "dissect/find.h"
#include "dissect/program.h"

namespace sallyport {

struct FindPlan::Impl {
    struct DirectLoad {
        std::uint32_t load;
        std::uint16_t slot;
    };
    struct PerProgram {
        std::vector<DirectLoad> loads;     // of slots that are direct everywhere
        std::vector<std::uint8_t> wants;   // [node]: run its inside; empty: nothing to run
        std::uint32_t run_end = 0;         // top-level nodes behind it hold nothing wanted
        std::vector<std::uint16_t> slots;  // that a run may fill
        std::vector<std::uint8_t> longer;  // [slot]: direct, but a longer header may hold others
        bool trailer = false;
    };
    std::vector<FieldId> wanted;
    std::vector<std::int16_t> slot_of;         // [FieldId], -1: not wanted
    std::vector<std::uint8_t> direct;          // [slot]: loads alone give it, in headers that are plain and not longer
    std::vector<Faults> faults;                // [slot]: it is told by the faults of the whole tree
    std::vector<std::uint8_t> protocol_named;  // [protocol]: its name is wanted
    std::vector<PerProgram> programs;
    std::vector<std::uint8_t> worth;
    bool all_layers = false, to_data = false;

    bool names(const ProgramNode& n) const {
        for (auto f : n.field)
            if (f != no_field && slot_of[f] >= 0) return true;
        return false;
    }
    /// Do the program's loads give all values of the slot in this layer?
    bool is_loaded(std::size_t slot, const Layer& l) const {
        if (!direct[slot] || !l.plain) return false;
        auto& mine = programs[l.protocol];
        return mine.longer.empty() || !mine.longer[slot] || l.header_end - l.start == sallyport::programs()[l.protocol].step.fixed;
    }
    void choose_direct();
    void choose_slots(std::size_t id);
    void plan_program(std::size_t id);
    bool mark(const Program& p, std::vector<std::uint8_t>& wants, std::uint32_t first, std::uint32_t last,
              std::vector<std::uint8_t>& seen_bodies);
    void find_worth();
};

}  // namespace sallyport
