// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace sallyport {

/// Gives each entry that has none a letter to reach it by, free in this menu: for entries whose words are not known before (interfaces,
/// columns, layers). Letters at the beginning of words come first. The words must be final, an ampersand in them doubled. When there are
/// more entries than letters, the last ones stay without.
void letter_entries(QMenu& menu);

}  // namespace sallyport
