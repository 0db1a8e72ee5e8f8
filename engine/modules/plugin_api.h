// SPDX-License-Identifier: GPL-3.0-or-later
// What a packet module outside of this source tree offers: one C symbol that leads to an entry.
//
//     #include "modules/plugin_api.h"
//     static const sallyport::PluginEntry entry{.license = "GPL-3.0-or-later", .info = …, .available = …, .make = …};
//     SALLYPORT_PLUGIN(entry)
//
// What binds the two. The symbol is C; what passes after it is C++: the classes of packet_module.h, the standard library's strings
// and pointers, tl::expected. So a plug-in is built from the headers of the Sallyport that loads it (engine/ in the include path;
// link sallyport_modules, or packet/link_type.cpp alone, for what they declare), with the same standard library. Two numbers are
// compared before anything else is believed: api_version, raised whenever packet_module.h changes what a member means or where it
// stands; and layout, made of the sizes of what passes, which shows another standard library or other compiler options. No
// exception may leave a plug-in. Once loaded, its code stays until the program ends: packets may refer to it.
//
// Licence. A plug-in runs in this program's memory and becomes part of one work with it: it has to be under a licence that goes
// together with the GNU GPL, version 3 or later, and says which one by its SPDX name.
#pragma once
#include "modules/packet_module.h"

namespace sallyport {

inline constexpr std::uint64_t plugin_magic = 0x53616c6c79706f72;  // "Sallypor"

/// A number that differs where what passes between program and plug-in is laid out differently (FNV-1a over sizes).
constexpr std::uint32_t plugin_layout() {
    std::uint32_t hash = 2166136261u;
    for (std::size_t size : {sizeof(Packet), sizeof(ModuleState), sizeof(PacketModule), sizeof(ModuleInfo), sizeof(ModuleAvailability),
                             sizeof(ModuleStatistics), sizeof(CaptureInterface), sizeof(Received), sizeof(Error), sizeof(std::string),
                             sizeof(ByteBuffer), sizeof(Result<std::unique_ptr<PacketModule>>), sizeof(std::shared_ptr<const void>)})
        hash = (hash ^ std::uint32_t(size)) * 16777619u;
#ifdef _LIBCPP_VERSION
    hash = (hash ^ 1u) * 16777619u;
#endif
    return hash;
}

struct PluginEntry {
    // ── in every version at these places ──
    std::uint64_t magic = plugin_magic;
    std::uint32_t api_version = packet_module_api_version;
    std::uint32_t layout = plugin_layout();
    // ── as of api_version ──
    const char* license = nullptr;  // SPDX: "GPL-3.0-or-later", "MIT"
    const char* options_help = "";  // what make() takes: "PORT", "socket=PATH"; "": nothing
    ModuleInfo (*info)() = nullptr;
    ModuleAvailability (*available)() = nullptr;
    /// A module of its own for each session. An error names what is wrong with the options; what the machine refuses is for initState().
    Result<std::unique_ptr<PacketModule>> (*make)(const std::string& options) = nullptr;
};

}  // namespace sallyport

/// Once in a plug-in, outside of every namespace: `entry` is a PluginEntry that lives as long as the program.
#define SALLYPORT_PLUGIN(entry) \
    extern "C" __attribute__((visibility("default"))) const sallyport::PluginEntry* sallyport_plugin() { return &(entry); }
