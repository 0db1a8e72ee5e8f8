// SPDX-License-Identifier: GPL-3.0-or-later
// Options of several verbs: what stands around a packet module, and modules out of shared objects.
#pragma once
#include "options.h"
#include "session/session.h"

namespace sallyport::cli {

/// --wrap KIND=OPTIONS, which may be repeated. `into` must outlive the parsing.
Option wrap_option(std::vector<std::string>& into);
/// --module FILE and --module-options TEXT; `into.path` stays empty without them.
std::vector<Option> plugin_options(PluginSource& into);

}  // namespace sallyport::cli
