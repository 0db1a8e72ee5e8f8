// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "dissect/program.h"

namespace sallyport {

/// Turns one protocol's layout into its Program. Used by Programs alone.
class ProgramCompiler {
public:
    ProgramCompiler(Programs& all, Program& program, ProtocolId id) : all_(all), p_(program), id_(id) {}
    void run();

private:
    ProgramExtent extent(const layout::Extent& e);
    std::uint16_t register_for(const Field* field);
    void compile(std::span<const layout::Item> items, std::uint8_t around_width, bool around_little);
    void compile_bodies();
    void name_fields(ProgramNode& node, const layout::Item& item);
    void store_registers();
    void mark_carriers();
    void find_prefix();
    std::uint32_t prefix(std::uint32_t first, std::uint32_t last, std::uint32_t& at);
    void add_load(std::uint32_t node, std::uint32_t at);
    bool quicken(const ProgramCheck& check, QuickCheck& quick);
    void quicken_checks();
    void add_check(std::uint32_t node, std::uint32_t at);
    void check_either(const ProgramNode& node);
    bool carries_when_plain(std::uint32_t first, std::uint32_t last) const;
    void make_quick(ProgramLoad& load, std::uint32_t fixed) const;
    void find_step();
    std::int32_t load_of(std::uint16_t reg) const;
    void check();
    void fault(const std::string& what);

    struct Body {
        std::span<const layout::Item> items;
        std::int32_t begin = -1, end = -1;
    };
    Programs& all_;
    Program& p_;
    ProtocolId id_;
    std::vector<Body> bodies_;
    std::uint32_t fixed_ = 0;
};

}  // namespace sallyport
