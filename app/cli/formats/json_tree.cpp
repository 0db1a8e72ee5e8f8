// SPDX-License-Identifier: GPL-3.0-or-later
// -T json: the whole tree. A field with a value and fields inside gives two members: "ip.flags" and "ip.flags_tree". Groups are
// named by their line in the tree, or by the field that is found and stands for them as a whole (tcp.options.mss). Names shared with
// others (ip.addr) stand behind the field, or first inside it.
#include "base/address.h"
#include "dissect/dissection.h"
#include "dissect/value_text.h"
#include "formats/json.h"
#include "formats/json_raw.h"
#include "formats/printers.h"
#include "formats/tree.h"
#include "protocol/coding.h"
#include <algorithm>

namespace sallyport::cli {

namespace {

class JsonTreePrinter : public JsonPrinter {
public:
    explicit JsonTreePrinter(bool raw) : raw_(raw) {}

protected:
    void layers(const PrintedPacket& packet, JsonWriter& out) override {
        dissect(packet.context, dissection_);
        index_children();
        for (auto node : children_of(-1)) write(node, out);
    }

private:
    /// Nodes by parent: children of node p are ordered_[first_[p + 1]] … ordered_[first_[p + 2] - 1].
    void index_children() {
        auto& nodes = dissection_.nodes;
        first_.assign(nodes.size() + 2, 0);
        for (auto& node : nodes) first_[std::size_t(node.parent + 1) + 1]++;
        for (std::size_t i = 1; i < first_.size(); i++) first_[i] += first_[i - 1];
        ordered_.resize(nodes.size());
        filled_.assign(first_.begin(), first_.end());
        for (std::size_t i = 0; i < nodes.size(); i++) ordered_[filled_[std::size_t(nodes[i].parent + 1)]++] = std::uint32_t(i);
    }

    std::span<const std::uint32_t> children_of(std::int64_t node) const {
        const std::size_t from = first_[std::size_t(node + 1)], to = first_[std::size_t(node + 2)];
        return std::span(ordered_).subspan(from, to - from);
    }

    static bool has_value(const TreeNode& node) {
        return node.field && node.field->type != FieldType::none && node.field->type != FieldType::protocol;
    }

    void write(std::uint32_t index, JsonWriter& out) {
        const TreeNode& node = dissection_.nodes[index];
        const auto inside = children_of(index);
        const std::string name = member_name(node);
        if (node.hidden && node_name(dissection_, node).empty()) return;  // an empty list, or computed for the description's own use
        if (raw_ && (node.field || node.is_layer)) write_raw(dissection_, node, name, out);
        if (is_label(node)) {
            if (stands_for(node, inside)) return write_whole(inside, out);
            out.key(name);
            return write_inside(inside, out);
        }
        const bool is_line = name.ends_with(".line");
        if (is_line)  // … of a message is what is known of it and, behind that, its text
            for (auto child : inside) write(child, out);
        const std::string value = value_of(node);
        out.key(name);
        out.text(value);
        if (is_line) return;
        // Hidden fields alone make no level: they stand beside theirs, as ip.src_host beside ip.src. So does what reads the same bytes
        // in another way, as icmp.seq_le beside icmp.seq.
        const bool opens = std::ranges::any_of(inside, [&](auto child) { return !stands_beside(node, dissection_.nodes[child]); });
        if (opens) out.key(name + "_tree"), out.open('{');
        for (auto also : node.field->also)
            if (also) {
                if (raw_) write_raw(dissection_, node, also, out);
                out.key(also), out.text(value);
            }
        for (auto child : inside) write(child, out);
        if (opens) out.close('}');
    }

    static bool hidden(const TreeNode& node) { return node.field && node.field->hidden; }
    static bool stands_beside(const TreeNode& node, const TreeNode& child) {
        const bool is_number = child.field && child.field->type == FieldType::uint && child.field->mask == 0;
        return hidden(child) || (is_number && node.field->mask == 0 && child.at == node.at && child.length == node.length);
    }
    /// A part of the tree without a value that tshark prints: groups, and lines that have fields inside but no name.
    bool is_label(const TreeNode& node) const {
        return !has_value(node) || (node_name(dissection_, node).empty() && !node.generated && node.field->type == FieldType::string);
    }
    /// A group without a name whose first field is all of it, found and not shown: an option of TCP or IPv4 as a whole.
    bool stands_for(const TreeNode& group, std::span<const std::uint32_t> inside) const {
        if (group.field || inside.empty()) return false;
        const TreeNode& whole = dissection_.nodes[inside.front()];
        return hidden(whole) && has_value(whole) && whole.at == group.at && whole.length == group.length;
    }
    void write_whole(std::span<const std::uint32_t> inside, JsonWriter& out) {
        const TreeNode& whole = dissection_.nodes[inside.front()];
        const std::string name = member_name(whole);
        if (raw_) write_raw(dissection_, whole, name, out);
        out.key(name);
        out.text(value_of(whole));
        out.key(name + "_tree");
        write_inside(inside.subspan(1), out);
    }
    void write_inside(std::span<const std::uint32_t> inside, JsonWriter& out) {
        if (inside.empty()) return out.text("");
        out.open('{');
        for (auto child : inside) write(child, out);
        out.close('}');
    }

    std::string member_name(const TreeNode& node) const {
        auto name = node_name(dissection_, node);
        return name.empty() ? node_text(dissection_, node) : std::string(name);
    }

    std::string value_of(const TreeNode& node) const {
        std::string out;
        const auto bytes = dissection_.bytes_of(node.source);
        const bool plain =
            !(node.field->coding && node.field->coding->text) && node.at <= bytes.size() && node.length <= bytes.size() - node.at;
        if (plain && node.field->type == FieldType::bytes) append_hex(bytes.subspan(node.at, node.length), ':', out);
        else if (plain && node.field->type == FieldType::string) append_string(bytes.subspan(node.at, node.length), node.field->utf8, out);
        else append_value(dissection_, node, out);
        return out;
    }

    /// A string as it is: JSON has escapes of its own for control characters.
    static void append_string(Bytes text, bool utf8, std::string& out) {
        auto is_control = [](std::uint8_t byte) { return byte < 0x20 || byte == 0x7f; };
        text = text.first(std::size_t(std::ranges::find(text, 0) - text.begin()));
        while (!text.empty()) {
            const auto run = std::size_t(std::ranges::find_if(text, is_control) - text.begin());
            append_text(text.first(run), utf8, out);
            if (run < text.size()) out += char(text[run]);
            text = text.subspan(std::min(run + 1, text.size()));
        }
    }

    bool raw_;
    Dissection dissection_;
    std::vector<std::uint32_t> first_, filled_, ordered_;
};

}  // namespace

std::unique_ptr<PacketPrinter> make_json_printer(const PrintChoice& choice) { return std::make_unique<JsonTreePrinter>(choice.hex); }

}  // namespace sallyport::cli
