// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/plugin.h"
#include "modules/plugin_file.h"
#include <algorithm>
#include <cerrno>
#include <dlfcn.h>
#include <exception>
#include <filesystem>

namespace sallyport {
namespace {

constexpr const char* entry_symbol = "sallyport_plugin";
constexpr Words rebuild = words("build it again with the headers of this Sallyport, by the same compiler");

tl::unexpected<Error> refuse(const std::string& path, const Message& why, Message remedy, int code) {
    return fail(message("cannot load the plug-in %1: %2", path, why), std::move(remedy), code);
}

/// What dlerror() says, without the path that stands before it.
std::string loader_error(const std::string& path) {
    const char* said = ::dlerror();
    std::string text = said ? said : "unknown error";
    return text.starts_with(path + ": ") ? text.substr(path.size() + 2) : text;
}

/// Runs the plug-in's code; an exception that leaves it becomes an error.
template <class Call>
auto guarded(const std::string& path, Call call) -> Result<decltype(call())> {
    constexpr Words report = words("report it to the author of the plug-in");
    try {
        return call();
    } catch (const std::exception& thrown) {
        return fail(message("the plug-in %1 failed: %2", path, thrown.what()), report, EPROTO);
    } catch (...) { return fail(message("the plug-in %1 failed with an unknown exception", path), report, EPROTO); }
}

Status check_entry(const std::string& path, const PluginEntry* entry) {
    if (!entry || entry->magic != plugin_magic)
        return refuse(path, message("it is not a plug-in of Sallyport: its entry is something else"), message("name another file"),
                      ENOEXEC);
    if (entry->api_version != packet_module_api_version)
        return refuse(path,
                      message("it was built for version %1 of the packet module interface, and this program has %2", entry->api_version,
                              packet_module_api_version),
                      entry->api_version < packet_module_api_version ? rebuild : words("update Sallyport, or build it for this one"),
                      EPROTONOSUPPORT);
    if (entry->layout != plugin_layout())
        return refuse(path, message("it was built with another standard library or other compiler options than this program"), rebuild,
                      EPROTONOSUPPORT);
    if (!entry->info || !entry->available || !entry->make || !entry->license || !*entry->license)
        return refuse(path, message("its entry is incomplete"), message("the author has to fill in license, info, available and make"),
                      EPROTO);
    return {};
}

}  // namespace

Result<Plugin> Plugin::load(const std::string& given) {
    std::error_code unknown;
    auto path = std::filesystem::absolute(given, unknown).string();  // dlopen() looks elsewhere for a name without a slash
    if (unknown) path = given;
    if (auto file = check_plugin_file(path); !file) return tl::unexpected(file.error());
    void* library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return refuse(path, Message::foreign(loader_error(path)), message("build it against the libraries of this machine"), ENOEXEC);
    auto* symbol = reinterpret_cast<const PluginEntry* (*)()>(::dlsym(library, entry_symbol));
    const PluginEntry* entry = symbol ? symbol() : nullptr;
    Status good =
        symbol ? check_entry(path, entry)
               : Status(refuse(path, message("it is not a plug-in of Sallyport: it has no symbol sallyport_plugin"),
                               message("name another file, or give it SALLYPORT_PLUGIN(entry) (engine/modules/plugin_api.h)"), ENOEXEC));
    Plugin plugin(path, entry);
    if (good) {
        auto info = guarded(path, [&] { return entry->info(); });
        if (!info) good = tl::unexpected(info.error());
        else if (info->name.empty() || info->title.empty())
            good = refuse(path, message("it does not tell its name"), message("report it to its author"), EPROTO);
        else plugin.info_ = std::move(*info);
    }
    if (good) return plugin;
    ::dlclose(library);  // nothing of it is referred to yet; one that is used stays for good
    return tl::unexpected(good.error());
}

ModuleAvailability Plugin::available() const {
    auto told = guarded(path_, [&] { return entry_->available(); });
    return told ? *told : ModuleAvailability{false, told.error().what, told.error().remedy};
}

Result<std::unique_ptr<PacketModule>> Plugin::make(const std::string& options) const {
    auto made = guarded(path_, [&] { return entry_->make(options); });
    if (!made) return tl::unexpected(made.error());
    if (!*made)
        return fail(message("the plug-in %1 cannot start: %2", path_, made->error().what), made->error().remedy, made->error().code);
    if (!**made) return fail(message("the plug-in %1 made no module", path_), message("report it to the author of the plug-in"), EPROTO);
    return std::move(*made);
}

}  // namespace sallyport
