// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind options: "duration:5", "separator=/t". Errors say what would be right.
#pragma once
#include "base/result.h"
#include "formats/packet_printer.h"
#include <cstdint>
#include <string_view>

namespace sallyport::cli {

struct Autostop {  // where each condition goes; nullptr: not taken here
    std::uint64_t* seconds = nullptr;
    std::uint64_t* packets = nullptr;
    std::uint64_t* kilobytes = nullptr;
};
Status set_autostop(std::string_view text, Autostop into);
Status set_format(std::string_view text, Format& into);
Status set_field_style(std::string_view text, FieldStyle& into);
Status set_time_style(std::string_view text, TimeStyle& into);
Status set_file_type(std::string_view text, std::string& into);
Status set_preference(std::string_view text, std::vector<std::string>& into);
Status set_list(std::string_view text, std::vector<std::string>& into);

/// What is to be said of preferences that ask for something that we do not do, each once.
std::vector<std::string> unheard_preferences(const std::vector<std::string>& preferences);
/// tcp.relative_sequence_numbers: the last one said counts; without one they are relative.
bool relative_sequence_numbers(const std::vector<std::string>& preferences);

}  // namespace sallyport::cli
