// SPDX-License-Identifier: GPL-3.0-or-later
// Editing a packet by fields, as the window and the command line do it: forwards to the dissect room.
#pragma once
#include "dissect/edit.h"
