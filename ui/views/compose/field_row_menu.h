// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/bridge/compose_session.h"
#include "ui/models/compose_rows.h"

class QMenu;

namespace sallyport {

/// What can be done with a field beside typing: vary it, let it follow, copy it, remove the element that it is of.
void fill_field_row_menu(QMenu& menu, ComposeSession* session, const ComposeRow& row);

}  // namespace sallyport
