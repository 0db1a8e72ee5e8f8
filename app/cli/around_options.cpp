// SPDX-License-Identifier: GPL-3.0-or-later
#include "around_options.h"

namespace sallyport::cli {

Option wrap_option(std::vector<std::string>& into) {
    std::string help = "put something around the packet module; may be repeated, the first is next to the network:";
    for (auto* kind : wrapper_kinds())
        help += "\n" + std::string(kind->name) + "=" + std::string(kind->options) + "\n" + std::string(kind->help);
    return {0, "wrap", "KIND=OPTIONS", help, [&into](std::string_view text) -> Status {
                if (auto read = read_wrapper(text); !read) return tl::unexpected(read.error());
                into.emplace_back(text);
                return {};
            }};
}

std::vector<Option> plugin_options(PluginSource& into) {
    return {{0, "module", "FILE", "packets come from this plug-in, a shared object (sallyport-cli modules lists those that are installed)",
             set_text(into.path)},
            {0, "module-options", "TEXT", "what that plug-in takes", set_text(into.options)}};
}

}  // namespace sallyport::cli
