// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as text for the clipboard.
#pragma once
#include "base/bytes.h"
#include <QString>

namespace sallyport {

QString hex_stream(Bytes bytes);                              // "450000810a"
QString hex_spaced(Bytes bytes);                              // "45 00 00 81 0a"
QString printable_text(Bytes bytes);                          // what is not printable becomes a dot
QString hex_dump(Bytes bytes, std::size_t first_offset = 0);  // lines of offset, hexadecimal and text, as text2pcap reads them
QString c_array(Bytes bytes);                                 // "const unsigned char packet[] = { … };"

}  // namespace sallyport
