// SPDX-License-Identifier: GPL-3.0-or-later
// Composing packets, as the window and the command line do it: forwards to the compose room.
#pragma once
#include "compose/composition.h"
#include "compose/hex_paste.h"
#include "compose/link_layer.h"
#include "compose/packet_series.h"
#include "compose/packet_template.h"
#include "compose/reply_matcher.h"
