// SPDX-License-Identifier: GPL-3.0-or-later
// As built with another standard library.
#include "modules/plugin_api.h"

static const sallyport::PluginEntry entry{.layout = sallyport::plugin_layout() ^ 1, .license = "GPL-3.0-or-later"};
SALLYPORT_PLUGIN(entry)
