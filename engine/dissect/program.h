// SPDX-License-Identifier: GPL-3.0-or-later
// Layouts, compiled once at start: fields get ids, numbers that others refer to get registers, fixed prefixes become direct
// loads, child tables become arrays. Immutable afterwards; shared by all threads.
#pragma once
#include "dissect/registry.h"
#include "protocol/protocol.h"
#include <memory>
#include <unordered_map>

namespace sallyport {

/// An Extent whose field is a register.
struct ProgramExtent {
    layout::Extent::Kind kind = layout::Extent::Kind::none;
    std::uint8_t width = 0, ahead = 0, shift = 0;
    std::uint8_t multiple = 1;  // of a part: filled up to one
    std::uint16_t reg = 0;      // 1 …; 0: none
    std::uint64_t mask = ~0ull;
    std::int64_t mul = 1, add = 0;
    const char* delimiter = nullptr;

    std::int64_t apply(std::uint64_t v) const { return std::int64_t((v >> shift) & mask) * mul + add; }
    bool known() const { return kind != layout::Extent::Kind::none; }
};

inline constexpr std::int32_t status_behind = -2;  // a status that stands just behind its checksum, wherever that is

struct ProgramNode {
    layout::Op op = layout::Op::value;
    FieldType type = FieldType::none;
    bool little = false, exports = false;  // exports: stores a register that is read outside this node
    bool carries = false;                  // holds a payload or whole item: the walk must come by
    std::uint8_t width = 0, shift = 0;
    std::uint8_t pad = 1;
    std::uint16_t store = 0;                            // register that keeps the value, 0: none
    std::uint32_t span = 1;                             // this node and those inside it
    FieldId field[3] = {no_field, no_field, no_field};  // its own name and those shared with others
    std::uint32_t scale = 1;
    std::uint64_t mask = 0;               // of the bits, in place; 0: all
    std::uint64_t low = 0, high = ~0ull;  // when: the range; value: outside, it is not this field
    ProgramExtent size, arg[3];
    ProgramExtent key, other;  // payload
    std::uint16_t unless = 0;  // payload: register that must be 0
    std::int16_t table = -1;   // payload
    std::int32_t body = -1;    // use: where the shared layout begins among the nodes
    std::int32_t body_end = -1;
    std::int32_t of = -1;  // status: the load of the checksum field, or status_behind
    const layout::Item* item = nullptr;
};

/// A field at a place known before anything is read.
struct ProgramLoad {
    std::uint32_t at = 0;
    std::uint32_t need = 0;  // so many bytes must be there: it may overlay a longer value
    std::uint8_t width = 0, shift = 0;
    bool little = false, quick = false;
    std::uint8_t turn = 0;  // quick: the value lies in the 8 bytes at `window`, `turn` bits up
    std::uint32_t window = 0;
    std::uint64_t keep = ~0ull, mask = 0;
    std::uint32_t scale = 1;
    std::uint64_t low = 0, high = ~0ull;
    std::uint16_t reg = 0;
    std::uint32_t node = 0;

    /// The value; the caller has checked that the whole fixed part is there.
    std::uint64_t operator()(const std::uint8_t* p) const {
        if (quick) {
            std::uint64_t v;
            std::memcpy(&v, p + window, 8);
            return (__builtin_bswap64(v) >> turn & keep) * scale;
        }
        return slow(p);
    }
    std::uint64_t slow(const std::uint8_t* p) const {
        std::uint64_t v = load_number(p + at, width, little);
        return ((mask ? v & mask : v) >> shift) * scale;
    }
};

/// A number that must be in a range, or the header is none (layout: ensure); or may not be, or the header is none of the usual (seldom).
struct ProgramCheck {
    std::uint32_t node = 0, at = 0;         // where the layout asks for it, bytes from the header's beginning
    std::int32_t load = -1, low_load = -1;  // of the number, and of the least that it may be; -1: no field's
    /// False: the header is cut before that.
    bool read(const struct Program& program, const std::uint8_t* header, const Layer& layer, std::int64_t& value, std::int64_t& low) const;
};

/// The same in a header whose fixed part is there, in as few steps as may be: the walk does this for each packet.
struct QuickCheck {
    struct Number {
        std::uint32_t window = 0, scale = 1;
        std::uint8_t turn = 0;
        std::uint64_t keep = 0;  // 0: the number is 0
        std::int64_t read(const std::uint8_t* header) const {
            std::uint64_t v;
            std::memcpy(&v, header + window, 8);
            return std::int64_t((__builtin_bswap64(v) >> turn & keep) * scale);
        }
    };
    Number value, least;             // least: added to `low`
    std::int64_t low = 0, high = 0;  // of the value; below or above: not plain, or, where it is `seldom`, within
    bool is_size = false;            // the value is what is there of the layer
    bool is_seldom = false;

    bool is_plain(const std::uint8_t* header, std::uint32_t size) const {
        const std::int64_t v = is_size ? size : value.read(header);
        return (v >= (least.keep ? least.read(header) : 0) + low && v <= high) != is_seldom;
    }
};

/// What the walk needs of a protocol whose header it can step over without running the layout.
struct ProgramStep {
    bool known = false;  // else: run the layout
    bool leaf = true;    // has no payload item
    std::uint32_t fixed = 0;
    std::int32_t header_load = -1, size_load = -1, key_load = -1, other_load = -1, unless_load = -1;
    ProgramExtent header, size, key;         // applied to those loads
    std::uint32_t sized = 0, sized_end = 0;  // the nodes of the part of variable size; none: equal
    std::int32_t table = -1;
};

struct Program {
    const Protocol* protocol = nullptr;
    std::vector<ProgramNode> nodes;  // the layout first, then the bodies of `use`
    std::uint32_t layout_end = 0;    // the layout's own nodes are [0, layout_end)
    std::uint32_t prefix_end = 0;    // of those, [0, prefix_end) lie at fixed places
    std::uint32_t registers = 1;
    std::vector<ProgramLoad> loads;        // the prefix, in order; aliases share one load
    std::vector<ProgramCheck> checks;      // in its order, too
    std::uint32_t least = 0;               // bytes without which nothing of it is there: its layout begins with ensure(left, …)
    std::vector<QuickCheck> quick_checks;  // what is left to look at when `plain_size` bytes are there; empty with that 0: no such way
    std::uint32_t plain_size = 0;
    bool asks_quoted = false;
    bool checks_carry = false;  // where one fails, a child may begin all the same
    ProgramStep step;
    std::vector<const Field*> register_fields;  // [reg]
    std::unordered_map<const Field*, std::uint16_t> register_of;
};

inline bool ProgramCheck::read(const Program& program, const std::uint8_t* header, const Layer& layer, std::int64_t& value,
                               std::int64_t& low) const {
    const std::uint32_t size = layer.end - layer.start;
    using Kind = layout::Extent::Kind;
    const auto number = [&](const ProgramExtent& e, std::int32_t from, std::int64_t& out) {
        if (from >= 0) {
            const ProgramLoad& l = program.loads[std::size_t(from)];
            return l.need <= size && (out = e.apply(l.slow(header)), true);
        }
        if (at > size) return false;
        if (e.kind == Kind::quoted) out = e.apply(layer.quoted);
        else if (e.kind == Kind::left) out = e.apply(size - at);
        else if (e.kind == Kind::peek)
            out = e.apply(size - at >= unsigned(e.ahead + e.width) ? load_be(header + at + e.ahead, e.width) : 0);
        else out = e.add;
        return true;
    };
    return number(program.nodes[node].size, load, value) && number(program.nodes[node].arg[0], low_load, low);
}

struct ChildTable {
    std::string name;
    std::vector<std::uint16_t> direct;  // small keys: protocol + 1
    std::unordered_map<std::uint64_t, std::uint16_t> sparse;
    std::vector<ProtocolId> guesses;               // looks_right is asked in this order
    std::uint16_t find(std::uint64_t key) const {  // protocol + 1, 0: none
        if (key < direct.size()) return direct[key];
        if (sparse.empty()) return 0;
        auto it = sparse.find(key);
        return it == sparse.end() ? 0 : it->second;
    }
};

class Programs final : public FieldRegistry {
public:
    Programs();
    const std::vector<FieldInfo>& fields() const override { return fields_; }
    FieldId find(std::string_view name) const override;
    std::vector<std::string> complete(std::string_view prefix, std::size_t most) const override;
    std::string nearest(std::string_view name) const override;

    const Program& operator[](ProtocolId id) const { return programs_[id]; }
    std::size_t size() const { return programs_.size(); }
    const ChildTable& table(int index) const { return tables_[std::size_t(index)]; }
    std::size_t table_count() const { return tables_.size(); }
    int table_index(std::string_view name) const;
    ProtocolId frame() const { return frame_; }
    int data() const { return data_; }  // protocol of what nobody claims, -1: none
    FieldId name_of(ProtocolId id) const { return protocol_fields_[id]; }
    /// What is not well formed in the descriptions; empty, or the tests fail.
    const std::vector<std::string>& faults() const { return faults_; }

private:
    friend class ProgramCompiler;
    int make_table(std::string_view name);
    FieldId add_field(const char* name, const Field& field, ProtocolId protocol, bool generated);
    void add_protocol_name(const char* name, const char* label, ProtocolId protocol);
    void link_children();
    void mark_exports(Program& program);

    std::vector<Program> programs_;
    std::vector<ChildTable> tables_;
    std::vector<FieldInfo> fields_;
    std::unordered_map<std::string_view, FieldId> by_name_;
    std::vector<FieldId> protocol_fields_;
    std::vector<std::string> faults_;
    ProtocolId frame_ = 0;
    int data_ = -1;
};
/// Built at first use; thread-safe.
const Programs& programs();

}  // namespace sallyport
