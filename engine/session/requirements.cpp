// SPDX-License-Identifier: GPL-3.0-or-later
// What this machine and user allow, each tried in a way that leaves nothing behind.
#include "modules/nfqueue_module.h"
#include "modules/pcap_live_module.h"
#include "practice/practice_network.h"
#include "session/session.h"

namespace sallyport {
namespace {

Requirement from(Words name, Words when_met, const ModuleAvailability& available) {
    if (available.usable) return {name, true, when_met, {}};
    return {name, false, available.why, available.remedy};
}

Requirement check_user_namespaces() {
    if (auto tried = try_private_network(); !tried) return {words("user namespaces"), false, tried.error().what, tried.error().remedy};
    return {words("user namespaces"), true, words("the practice network can be made"), {}};
}

}  // namespace

std::span<const WrapperKind* const> wrapper_kinds() { return all_wrappers(); }
std::vector<FoundPlugin> installed_plugins() { return find_plugins(); }
std::vector<std::string> plugin_search_folders() { return plugin_folders(); }
Result<Plugin> load_plugin(const std::string& path) { return Plugin::load(path); }

std::vector<Requirement> check_requirements() {
    return {from(words("capture"), words("interfaces can be watched"), pcap_live_available()),
            from(words("nfqueue"), words("the kernel hands packets to rules"), nfqueue_available()), check_user_namespaces()};
}

}  // namespace sallyport
