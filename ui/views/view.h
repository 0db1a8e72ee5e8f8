// SPDX-License-Identifier: GPL-3.0-or-later
// A view that people can show and hide: one folder here and one line in all_views.cpp. The window makes its dock, its entry in the
// View menu, its place in the layout that is restored at the next start, and its words again when the language changes.
#pragma once
#include "ui/views/view_host.h"
#include <QWidget>
#include <cstdint>
#include <span>

namespace sallyport {

class PanelHeader;

/// Where it stands at first; people move it as they like.
enum class ViewPlace : std::uint8_t {
    side,  // in the column at the right, below those that stand there
    wide,  // at the bottom, over the whole width; several are tabs of one place
};
/// The menu that offers its actions (those of its widget, QWidget::actions()).
enum class ViewMenu : std::uint8_t { none, firewall, compose, statistics };

struct ViewKind {
    const char* name;       // object name, key of settings: "rules"
    const char* title;      // of its dock; QT_TRANSLATE_NOOP("Views", …), as `words` and `tip`
    const char* words;      // in the menu, with its mnemonic: "&Rules"
    const char* tip;        // one sentence
    const char* icon = "";  // "": none, the word says it all
    const char* keys = "";  // shortcut that shows and hides it; "" where the menu is near enough
    ViewPlace place = ViewPlace::side;
    ViewMenu menu = ViewMenu::none;
    bool shown = false;       // before the user chose
    bool in_toolbar = false;  // one of the main jobs: a button there
    /// The widget, owned by `parent`. `header` is its dock's, for links and notes. The host outlives it.
    QWidget* (*make)(ViewHost& host, PanelHeader& header, QWidget* parent);
};

/// In the order of menus and docks.
std::span<const ViewKind* const> all_views();

}  // namespace sallyport
