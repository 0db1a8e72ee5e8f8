// SPDX-License-Identifier: GPL-3.0-or-later
// The output formats, one file each.
#pragma once
#include "formats/packet_printer.h"

namespace sallyport::cli {

std::unique_ptr<PacketPrinter> make_text_printer(const PrintChoice& choice);
std::unique_ptr<PacketPrinter> make_fields_printer(const PrintChoice& choice);
std::unique_ptr<PacketPrinter> make_json_printer(const PrintChoice& choice);         // the whole tree
std::unique_ptr<PacketPrinter> make_json_fields_printer(const PrintChoice& choice);  // -e

}  // namespace sallyport::cli
