// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissect/program.h"
#include "dissect/program_compiler.h"
#include <algorithm>
#include <cstring>

namespace sallyport {

namespace {
constexpr std::uint64_t direct_table_keys = 65536;  // ports, ethertypes, protocol numbers: one array look-up
constexpr std::uint64_t widest_range = 65536;
}  // namespace

Programs::Programs() {
    auto protocols = all_protocols();
    programs_.resize(protocols.size());
    protocol_fields_.resize(protocols.size(), no_field);
    fields_.reserve(2048);  // by_name_ keys point into them
    for (std::size_t i = 0; i < protocols.size(); i++) {
        auto& p = programs_[i];
        p.protocol = protocols[i];
        if (!std::strcmp(p.protocol->name, "frame")) frame_ = ProtocolId(i);
        if (!std::strcmp(p.protocol->name, "data")) data_ = int(i);
        add_protocol_name(p.protocol->name, p.protocol->label, ProtocolId(i));
        if (p.protocol->also_in) add_protocol_name(p.protocol->also_in, p.protocol->label, ProtocolId(i));
    }
    for (std::size_t i = 0; i < protocols.size(); i++) {
        ProgramCompiler(*this, programs_[i], ProtocolId(i)).run();
        mark_exports(programs_[i]);
    }
    link_children();
    by_name_.clear();
    for (std::size_t i = 0; i < fields_.size(); i++) by_name_.emplace(fields_[i].name, FieldId(i));
}

void Programs::add_protocol_name(const char* name, const char* label, ProtocolId id) {
    FieldId known = no_field;
    for (std::size_t i = 0; i < fields_.size(); i++)
        if (fields_[i].name == name) known = FieldId(i);
    if (known == no_field) {
        FieldInfo info;
        info.name = name, info.label = label, info.type = FieldType::protocol, info.is_protocol = true;
        known = FieldId(fields_.size());
        fields_.push_back(std::move(info));
        by_name_.emplace(name, known);
    }
    fields_[known].protocols.push_back(id);
    if (protocol_fields_[id] == no_field) protocol_fields_[id] = known;
}

FieldId Programs::add_field(const char* name, const Field& field, ProtocolId protocol, bool generated) {
    auto found = by_name_.find(name);
    if (found == by_name_.end()) {
        FieldInfo info;
        info.name = name, info.label = field.label, info.type = field.type, info.base = field.base, info.width = field.width;
        info.choices = field.choices, info.generated = generated, info.field = &field;
        found = by_name_.emplace(name, FieldId(fields_.size())).first;
        fields_.push_back(std::move(info));
    }
    auto& info = fields_[found->second];
    if (info.is_protocol && field.type != FieldType::none) {
        // Wireshark too has a few names that are both (data.data is not, but icmpv6.opt is): the protocol keeps the name.
        faults_.push_back(std::string(name) + ": is a protocol's name as well");
    } else if (info.type != field.type) {  // the base may differ: Wireshark prints the size in a multicast DNS option in hex
        faults_.push_back(std::string(name) + ": two declarations disagree on its type");
    }
    if (info.protocols.empty() || info.protocols.back() != protocol) info.protocols.push_back(protocol);
    return found->second;
}

int Programs::table_index(std::string_view name) const {
    for (std::size_t i = 0; i < tables_.size(); i++)
        if (tables_[i].name == name) return int(i);
    return -1;
}
int Programs::make_table(std::string_view name) {
    if (int i = table_index(name); i >= 0) return i;
    tables_.push_back({std::string(name), {}, {}, {}});
    return int(tables_.size() - 1);
}

void Programs::link_children() {
    for (std::size_t id = 0; id < programs_.size(); id++) {
        auto& protocol = *programs_[id].protocol;
        for (auto& parent : protocol.parents) {
            auto& table = tables_[std::size_t(make_table(parent.table))];
            std::uint64_t last = parent.last ? parent.last : parent.value;
            if (last - parent.value > widest_range) {
                faults_.push_back(std::string(protocol.name) + ": too wide a range in " + parent.table);
                continue;
            }
            for (std::uint64_t key = parent.value; key <= last; key++) {
                if (table.find(key))
                    faults_.push_back(std::string(protocol.name) + ": its place " + std::to_string(key) + " in " + parent.table +
                                      " is taken by " + programs_[table.find(key) - 1u].protocol->name);
                else if (key < direct_table_keys) {
                    if (table.direct.size() <= key) table.direct.resize(key + 1);
                    table.direct[key] = std::uint16_t(id + 1);
                } else table.sparse[key] = std::uint16_t(id + 1);
            }
        }
        for (auto* table : protocol.guessed_in) tables_[std::size_t(make_table(table))].guesses.push_back(ProtocolId(id));
    }
}

namespace {
/// Where an ensure in a node fails, does what stands behind the node go, too? Bounds keep it in.
bool may_end_beyond(const Program& p, std::size_t index) {
    for (std::size_t i = index; i < index + p.nodes[index].span; i++) {
        const ProgramNode& n = p.nodes[i];
        if (n.op == layout::Op::ensure) return true;
        const bool is_bound = n.op == layout::Op::value || ((n.op == layout::Op::group || n.op == layout::Op::part) && n.size.known());
        if (is_bound) i += n.span - 1;
    }
    return false;
}
}  // namespace

/// Which nodes keep a number that something outside them reads: those cannot be skipped even when nobody wants their fields.
void Programs::mark_exports(Program& p) {
    auto reads = [](const ProgramNode& n, std::uint16_t reg) {
        return n.size.reg == reg || n.arg[0].reg == reg || n.arg[1].reg == reg || n.arg[2].reg == reg || n.key.reg == reg ||
               n.other.reg == reg || n.unless == reg;
    };
    for (std::size_t i = 0; i < p.nodes.size(); i++) {
        auto& n = p.nodes[i];
        // How far a function reads only it knows: it must run where a child begins behind it.
        if (n.op == layout::Op::read && n.item->reader != p.protocol->trailer)
            n.exports = std::any_of(p.nodes.begin() + std::ptrdiff_t(i + n.span), p.nodes.end(), [](auto& later) { return later.carries; });
        n.exports = n.exports || may_end_beyond(p, i);
        for (std::size_t k = i; k < i + n.span && !n.exports; k++) {
            if (!p.nodes[k].store) continue;
            for (std::size_t r = 0; r < p.nodes.size() && !n.exports; r++)
                if ((r < i || r >= i + n.span) && (reads(p.nodes[r], p.nodes[k].store) || p.nodes[r].op == layout::Op::read))
                    n.exports = true;
        }
    }
}

FieldId Programs::find(std::string_view name) const {
    auto it = by_name_.find(name);
    return it == by_name_.end() ? no_field : it->second;
}

std::vector<std::string> Programs::complete(std::string_view prefix, std::size_t most) const {
    std::vector<std::string> names;
    for (auto& f : fields_)
        if (std::string_view(f.name).starts_with(prefix)) names.push_back(f.name);
    std::sort(names.begin(), names.end());
    if (names.size() > most) names.resize(most);
    return names;
}

namespace {
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); j++) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); i++) {
        std::size_t corner = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); j++) {
            std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, corner + (a[i - 1] != b[j - 1])});
            corner = above;
        }
    }
    return row[b.size()];
}
}  // namespace

std::string Programs::nearest(std::string_view name) const {
    std::string best;
    std::size_t least = name.size() / 2 + 1;  // farther than half its letters is no suggestion
    for (auto& f : fields_) {
        const std::size_t longer = std::max(name.size(), f.name.size()), shorter = std::min(name.size(), f.name.size());
        if (longer - shorter >= least) continue;  // that many letters are added at least: a name of hundreds is like none
        if (std::size_t d = edit_distance(name, f.name); d < least) least = d, best = f.name;
    }
    return best;
}

const Programs& programs() {
    static const Programs all;
    return all;
}
const FieldRegistry& field_registry() { return programs(); }

}  // namespace sallyport
