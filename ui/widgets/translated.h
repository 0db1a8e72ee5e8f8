// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <functional>

namespace sallyport {

/// Runs `say` now, and again whenever the language changes, as long as `owner` lives: the place for every text that tr() gives to the
/// owner, its children and its actions. Qt sends QEvent::LanguageChange to every object in the tree of a widget.
void translated(QWidget* owner, std::function<void()> say);

}  // namespace sallyport
