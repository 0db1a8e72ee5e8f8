// SPDX-License-Identifier: GPL-3.0-or-later
// tshark's -x: sixteen bytes a line in hex and as characters.
#pragma once
#include "dissect/dissection.h"

namespace sallyport::cli {

void append_hex_dump(Bytes bytes, std::string& out);
/// The packet, and if there are any, its reassembled or decrypted bytes, each under its name.
void append_hex_dump(const Dissection& dissection, std::string& out);

}  // namespace sallyport::cli
