// SPDX-License-Identifier: GPL-3.0-or-later
// What rules can do, by name and sentence, for menus and editors: forwards to the rules room.
#pragma once
#include "rules/action.h"
