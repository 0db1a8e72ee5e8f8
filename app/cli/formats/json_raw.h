// SPDX-License-Identifier: GPL-3.0-or-later
// -T json -x: the bytes of each field beside its value, as tshark gives them.
#pragma once
#include "dissect/dissection.h"
#include "formats/json_writer.h"
#include <string>

namespace sallyport::cli {

/// "NAME_raw": [hex digits, first byte, bytes, bits within them (0: all), type]. Nothing for what has no bytes. The digits of some
/// bits are those of their value; the type counts as Wireshark's FT_ do.
void write_raw(const Dissection& dissection, const TreeNode& node, const std::string& name, JsonWriter& out);

}  // namespace sallyport::cli
