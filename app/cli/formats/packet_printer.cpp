// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/packet_printer.h"
#include "formats/picked_fields.h"
#include "formats/printers.h"

namespace sallyport::cli {

namespace {
struct NoPrinter : PacketPrinter {
    void print(const PrintedPacket&, std::string&) override {}
};
}  // namespace

std::unique_ptr<PacketPrinter> make_printer(const PrintChoice& choice) {
    switch (choice.format) {
        case Format::text:
        case Format::tabs: return make_text_printer(choice);
        case Format::fields: return make_fields_printer(choice);
        case Format::json: return choice.fields.empty() ? make_json_printer(choice) : make_json_fields_printer(choice);
        case Format::none: break;
    }
    return std::make_unique<NoPrinter>();
}

}  // namespace sallyport::cli
