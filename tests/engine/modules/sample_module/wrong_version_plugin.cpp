// SPDX-License-Identifier: GPL-3.0-or-later
// As built from the headers of a Sallyport that is to come.
#include "modules/plugin_api.h"

static const sallyport::PluginEntry entry{.api_version = sallyport::packet_module_api_version + 1, .license = "GPL-3.0-or-later"};
SALLYPORT_PLUGIN(entry)
