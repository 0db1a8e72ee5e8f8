// SPDX-License-Identifier: GPL-3.0-or-later
// Text between quotes, with the escapes of wireshark-filter(4).
#pragma once
#include "base/message.h"
#include <cstddef>
#include <string>
#include <string_view>

namespace sallyport::filtering {

struct QuotedText {
    std::string bytes;     // escapes resolved
    std::size_t next = 0;  // behind the closing quote
    bool escaped = false;  // an escape was resolved: offsets within differ from those written
    Message fault;         // why it is no quoted text; empty when it is
    std::size_t fault_at = 0, fault_length = 1;
};

/// Reads from `at` (behind the opening quote) to the closing `quote`. Raw text keeps its backslashes.
QuotedText read_quoted(std::string_view text, std::size_t at, char quote, bool raw);

/// The text between double quotes that reads back as these bytes.
std::string quote_text(std::string_view bytes);

}  // namespace sallyport::filtering
