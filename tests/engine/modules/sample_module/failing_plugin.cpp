// SPDX-License-Identifier: GPL-3.0-or-later
// Is loaded, and then fails in the way that its options name.
#include "modules/plugin_api.h"
#include <stdexcept>

using namespace sallyport;

static Result<std::unique_ptr<PacketModule>> make(const std::string& options) {
    if (options == "throw") throw std::runtime_error("no more luck");
    if (options == "nothing") return nullptr;
    return fail(message("the machine it wants is not there"), message("buy one"));
}

static const PluginEntry entry{.license = "MIT",
                               .info =
                                   [] {
                                       return ModuleInfo{"failing", "Failing", "Never works", "Sallyport's tests"};
                                   },
                               .available = [] { return ModuleAvailability{.usable = true}; },
                               .make = make};
SALLYPORT_PLUGIN(entry)
