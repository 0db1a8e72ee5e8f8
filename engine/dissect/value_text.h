// SPDX-License-Identifier: GPL-3.0-or-later
// The human form of values, as tshark's -T fields prints them; shared by tree, find, columns.
#pragma once
#include "dissect/program.h"
#include <string>

namespace sallyport {

/// Appends the form of a value: `number` for numbers, booleans and times, `wire` for the rest. Codings must be handled before.
void append_plain_value(const Field& field, std::uint64_t number, Bytes wire, std::string& out);
/// How no bytes are printed.
inline constexpr std::string_view no_bytes = "<none>";
/// Which control characters of a string are escaped: all, so that the text parses back, or those few that tshark's -T fields escapes.
enum class Escapes : std::uint8_t { all, few };
/// A string's bytes as people read them: cut at the first NUL, what is no text replaced by U+FFFD, control characters escaped.
void append_text(Bytes wire, bool utf8, std::string& out, Escapes escapes = Escapes::all);

}  // namespace sallyport
