// SPDX-License-Identifier: GPL-3.0-or-later
// Its author forgot the licence.
#include "modules/plugin_api.h"

using namespace sallyport;
static const PluginEntry entry{.info =
                                   [] {
                                       return ModuleInfo{"incomplete", "Incomplete"};
                                   },
                               .available = [] { return ModuleAvailability{}; },
                               .make = [](const std::string&) -> Result<std::unique_ptr<PacketModule>> { return nullptr; }};
SALLYPORT_PLUGIN(entry)
