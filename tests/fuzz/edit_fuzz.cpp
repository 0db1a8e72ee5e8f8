// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged packets in which fields are then set, replaced, inserted and removed. Input: link type, where to begin, which values (a byte
// each), the packet.
#include "dissect/edit.h"
#include "fuzz/whole_dissection.h"

namespace {
using namespace sallyport;

constexpr const char* values[] = {
    "0",
    "1",
    "255",
    "65535",
    "4294967295",
    "18446744073709551615",
    "-1",
    "a.longer.name.example",
    "x",
    "",
    "00:11:22:33:44:55",
    "192.0.2.1",
    "2001:db8::1",
    "0011223344556677",
    "1.5",
    "2020-01-01 00:00:00",
};
constexpr std::uint8_t element[] = {1, 4, 0xc0, 0, 7, 7, 7, 7};
constexpr unsigned most_edits = 48;

void edit(Editor& editor, std::size_t node, unsigned kind) {
    auto index = std::int32_t(node);
    ByteBuffer before(editor.bytes().begin(), editor.bytes().end());
    Status ok;
    switch (kind % 8) {
        case 5: ok = editor.set_bytes(index, Bytes(element, kind / 8 % sizeof element)); break;
        case 6: ok = editor.insert(index, Bytes(element, 1 + kind / 8 % sizeof element)); break;
        case 7: ok = editor.remove(index); break;
        default: ok = editor.set_node(index, values[kind % std::size(values)]);
    }
    if (!ok) {
        fuzz::must(!ok.error().what.empty(), "an error says what");
        fuzz::must(std::equal(before.begin(), before.end(), editor.bytes().begin(), editor.bytes().end()),
                   "a refused edit changes nothing");
    }
    fuzz::must(editor.dissection().context.bytes.data() == editor.bytes().data(), "the tree is of the bytes");
    fuzz::check_ranges(editor.dissection());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::FuzzInput input(data, size);
    auto link_type = input.byte();
    unsigned begin = input.byte(), kind = input.byte();
    if (input.left() > 4096) return 0;
    Editor editor(fuzz::packet_of(link_type, input.rest()));
    for (unsigned i = 0; i < most_edits && editor.bytes().size() < 20'000; i++, kind++) {
        auto count = editor.dissection().nodes.size();
        edit(editor, (begin + i) % count, kind);
    }
    return 0;
}
