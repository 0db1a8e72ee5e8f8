// SPDX-License-Identifier: GPL-3.0-or-later
// Wrappers take any packet module and are packet modules themselves: they record, trace or disturb what passes. They can be
// nested: the first of a list stands nearest to the network, the last nearest to the engine.
#pragma once
#include "modules/packet_module.h"
#include <functional>
#include <span>

namespace sallyport {

/// Makes the module around a module. May be called more than once.
using WrapModule = std::function<std::unique_ptr<PacketModule>(std::unique_ptr<PacketModule>)>;

/// What a file of this folder defines, and one line of all_wrappers.cpp names.
struct WrapperKind {
    std::string_view name;     // the word before "=": "record"
    std::string_view options;  // what stands behind it, for help: "FILE"
    std::string_view help;     // one sentence or several, lines of at most 90 characters
    /// Reads what stands behind "=". Opens and makes nothing: initState() does that and tells what fails.
    Result<WrapModule> (*read)(std::string_view options);
};

std::span<const WrapperKind* const> all_wrappers();

/// "record=FILE": an error names the word that is wrong and what would be right.
Result<WrapModule> read_wrapper(std::string_view text);
/// Puts the wrappers that `texts` describe around a module, the first one innermost.
Result<std::unique_ptr<PacketModule>> wrapped(std::unique_ptr<PacketModule> module, const std::vector<std::string>& texts);

}  // namespace sallyport
