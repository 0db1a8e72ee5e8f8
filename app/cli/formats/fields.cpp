// SPDX-License-Identifier: GPL-3.0-or-later
// -T fields: a line a packet, the fields of -e separated as -E says.
#include "formats/picked_fields.h"
#include "formats/printers.h"

namespace sallyport::cli {

namespace {

class FieldsPrinter : public PacketPrinter {
public:
    explicit FieldsPrinter(const PrintChoice& choice) : style_(choice.style), picked_(choice) {}

    std::string before() const override {
        std::string out = style_.bom ? "\xef\xbb\xbf" : "";
        if (!style_.header) return out;
        for (std::size_t i = 0; i < picked_.count(); i++) {
            if (i) out += style_.separator;
            out += picked_.name(i);
        }
        return out + '\n';
    }

    void print(const PrintedPacket& packet, std::string& out) override {
        picked_.start(packet);
        for (std::size_t i = 0; i < picked_.count(); i++) {
            if (i) out += style_.separator;
            append_field(i, out);
        }
        out += '\n';
    }

private:
    void append_field(std::size_t field, std::string& out) {
        const std::size_t count = picked_.values(field);
        if (!count) return;  // no quotes around what is not there
        if (style_.quote) out += style_.quote;
        const std::size_t from = style_.occurrence == 'l' ? count - 1 : 0, to = style_.occurrence == 'f' ? 1 : count;
        for (std::size_t i = from; i < to; i++) {
            if (i > from) out += style_.aggregator;
            picked_.append(field, i, out);
        }
        if (style_.quote) out += style_.quote;
    }

    FieldStyle style_;
    PickedFields picked_;
};

}  // namespace

std::unique_ptr<PacketPrinter> make_fields_printer(const PrintChoice& choice) { return std::make_unique<FieldsPrinter>(choice); }

}  // namespace sallyport::cli
