// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/swept_field.h"
#include "base/address.h"
#include "compose/composition_impl.h"
#include "dissect/value_parse.h"
#include <algorithm>

namespace sallyport {
namespace {

constexpr std::uint64_t most_packets = 1ull << 62;

/// An address as bytes: 4, 6 or 16 of them.
Result<ByteBuffer> address(const Field& field, std::string_view human) {
    auto bytes = parse_value(field, human, field.width);
    if (bytes && bytes->size() != field.width) return not_a_value(field, human, words("an address"));
    return bytes;
}

}  // namespace

Result<SweptField> SweptField::make(const Composition& packet, const Sweep& sweep) {
    SweptField out;
    std::string_view name = sweep.field;
    std::uint32_t occurrence = 1;
    if (auto mark = name.find('#'); mark != name.npos) {
        occurrence = std::uint32_t(std::strtoul(std::string(name.substr(mark + 1)).c_str(), nullptr, 10));
        name = name.substr(0, mark);
    }
    auto key = occurrence ? packet.find(name, occurrence - 1) : std::nullopt;
    auto field = key ? packet.field(*key) : std::nullopt;
    if (!field) {
        std::string near = programs().find(name) == no_field ? programs().nearest(name) : "";
        return fail(message("this packet has no %1 to sweep", sweep.field), near.empty() ? Message() : message("did you mean %1?", near));
    }
    if (!field->editable) return fail(message("%1 is computed from other fields: it cannot be swept", sweep.field));
    if (field->joined)
        return fail(message("%1 stands in bytes that were put together: it cannot be swept", sweep.field), message("set it to one value"));
    out.key_ = *key, out.field_ = field->field;
    auto& f = *field->field;
    const bool number = is_plain_number(f) && field->length <= 8 && field->length;
    const bool is_address = f.type == FieldType::ether || f.type == FieldType::ipv4 || f.type == FieldType::ipv6;
    for (auto& range : sweep.ranges) {
        Status added;
        if (number) added = out.add_numbers(*field, range);
        else if (is_address && f.width) added = out.add_addresses(*field, range);
        else if (!range.last.empty())
            added = fail(message("%1 has no ranges", sweep.field), message("list its values: %1={…,…}", sweep.field));
        else out.texts_.push_back(range.first), out.size_++;
        if (!added) return tl::unexpected(added.error());
    }
    if (!out.runs_.empty() && (number || is_address)) {
        out.width_ = std::min(8u, field->length);
        out.at_ = field->at + field->length - out.width_;
        out.mask_ = f.mask ? f.mask : out.width_ == 8 ? ~0ull : (1ull << 8 * out.width_) - 1;
        out.shift_ = f.shift();
        out.scale_ = f.unit_ns ? std::uint64_t(f.unit_ns) : f.scale;
        out.little_ = number && f.little;
    }
    return out;
}

Status SweptField::add_run(const ComposedField& field, const Sweep::Range& range, std::uint64_t first, std::uint64_t last) {
    const std::uint64_t step = range.step * (field.field->scale > 1 ? field.field->scale : 1);
    if (last < first)
        return fail(message("%1: the range %2..%3 runs backwards", field.key.name, range.first, range.last),
                    message("begin with the smaller value"));
    const std::uint64_t count = (last - first) / step + 1;
    if (count == 0 || count > most_packets - size_)
        return fail(message("%1: the range has too many values", field.key.name),
                    message("take a step: %1..%2/1000", range.first, range.last));
    size_ += count;
    runs_.push_back({first, step, size_});
    return {};
}

Status SweptField::add_numbers(const ComposedField& field, const Sweep::Range& range) {
    auto first = parse_number(*field.field, range.first);
    if (!first) return tl::unexpected(first.error());
    auto last = range.last.empty() ? first : parse_number(*field.field, range.last);
    if (!last) return tl::unexpected(last.error());
    const bool fits = field.field->type == FieldType::sint || (field.most == 0 && field.editor == FieldEditor::time) ||
                      (*first >= field.least && *last <= field.most && *first <= field.most);
    if (!fits)
        return fail(message("%1 cannot hold %2", field.key.name, range.last.empty() ? range.first : range.first + ".." + range.last),
                    message("it goes from %1 to %2", field.least, field.most));
    return add_run(field, range, *first, *last);
}

Status SweptField::add_addresses(const ComposedField& field, const Sweep::Range& range) {
    auto first = address(*field.field, range.first);
    if (!first) return tl::unexpected(first.error());
    auto last = range.last.empty() ? first : address(*field.field, range.last);
    if (!last) return tl::unexpected(last.error());
    const std::size_t width = std::min<std::size_t>(8, first->size()), high = first->size() - width;
    if (high_.empty()) high_.assign(first->begin(), first->begin() + std::ptrdiff_t(high));
    for (auto* end : {&*first, &*last})
        if (!std::equal(high_.begin(), high_.end(), end->begin()))
            return fail(message("%1: all values of a sweep must lie in one /64 network", field.key.name),
                        message("sweep each network by itself"));
    return add_run(field, range, load_be(first->data() + high, unsigned(width)), load_be(last->data() + high, unsigned(width)));
}

std::string SweptField::human(std::uint64_t index) const {
    if (!texts_.empty()) return texts_[std::size_t(index)];
    const std::uint64_t v = value(index);
    std::string out;
    std::uint8_t bytes[16] = {};
    switch (field_->type) {
        case FieldType::ipv4: store_number(bytes, 4, false, v), append_ipv4(bytes, out); return out;
        case FieldType::ether: store_number(bytes, 6, false, v), append_hex({bytes, 6}, ':', out); return out;
        case FieldType::ipv6:
            std::copy(high_.begin(), high_.end(), bytes);
            store_number(bytes + 8, 8, false, v), append_ipv6(bytes, out);
            return out;
        case FieldType::absolute_time:
        case FieldType::relative_time: {
            TreeNode node;
            Dissection none;
            node.field = field_, node.value = v;
            append_value(none, node, out);
            return out;
        }
        case FieldType::sint: return std::to_string(std::int64_t(v));
        default: return std::to_string(v);
    }
}

}  // namespace sallyport
