// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actions.h"
#include "ui/widgets/icons.h"
#include <QWidget>

namespace sallyport {

namespace {
struct Spec {
    Act act;
    const char* text;
    const char* icon;  // "": the menu has none here on purpose, the word says it all
    const char* keys;  // several are separated by "; "
    const char* tip = "";
    bool checkable = false;
};
#define TEXT(words) QT_TRANSLATE_NOOP("Actions", words)

constexpr Spec specs[] = {
    {Act::open, TEXT("&Open…"), "open", "Ctrl+O", TEXT("Open a capture file")},
    {Act::close, TEXT("&Close"), "close", "Ctrl+W", TEXT("Close the capture")},
    {Act::save, TEXT("&Save"), "save", "Ctrl+S", TEXT("Save all packets, also while more arrive")},
    {Act::save_as, TEXT("Save &As…"), "save-as", "Ctrl+Shift+S", TEXT("Save all packets to another file")},
    {Act::save_selected, TEXT("Save S&elected…"), "export", "", TEXT("Save the selected packets")},
    {Act::save_shown, TEXT("Save S&hown…"), "export", "", TEXT("Save the packets that the filter shows")},
    {Act::save_marked, TEXT("Save &Marked…"), "export", "", TEXT("Save the marked packets")},
    {Act::quit, TEXT("&Quit"), "quit", "Ctrl+Q"},

    {Act::undo, TEXT("&Undo"), "undo", "Ctrl+Z"},
    {Act::redo, TEXT("&Redo"), "redo", "Ctrl+Shift+Z"},
    {Act::copy, TEXT("&Copy Rows"), "copy", "", TEXT("Copy the selected rows as text")},
    {Act::find, TEXT("&Find Packet…"), "find", "Ctrl+F", TEXT("Find a packet by filter, text or bytes")},
    {Act::find_next, TEXT("Find Ne&xt"), "", "Ctrl+N"},
    {Act::find_previous, TEXT("Find Pre&vious"), "", "Ctrl+B"},
    {Act::mark, TEXT("&Mark/Unmark Packet"), "mark", "Ctrl+M"},
    {Act::mark_all_shown, TEXT("Mark All &Shown"), "", "Ctrl+Shift+M"},
    {Act::unmark_all, TEXT("U&nmark All"), "", "Ctrl+Alt+M"},
    {Act::next_mark, TEXT("Next Mark"), "", "Ctrl+Shift+N"},
    {Act::previous_mark, TEXT("Previous Mark"), "", "Ctrl+Shift+B"},
    {Act::ignore, TEXT("&Ignore/Unignore Packet"), "ignore", "Ctrl+D"},
    {Act::reference, TEXT("Set/Unset &Time Reference"), "time", "Ctrl+T"},
    {Act::filter_focus, TEXT("Filter &Bar"), "filter", "Ctrl+/", TEXT("Write a filter")},
    {Act::preferences, TEXT("&Preferences…"), "preferences", "Ctrl+Shift+P"},

    {Act::show_toolbar, TEXT("&Toolbar"), "", "", "", true},
    {Act::show_list, TEXT("Packet &List"), "", "", "", true},
    {Act::show_fields, TEXT("Packet &Details"), "", "", "", true},
    {Act::show_bytes, TEXT("Packet &Bytes"), "", "", "", true},
    {Act::zoom_in, TEXT("Zoom &In"), "zoom-in", "Ctrl++; Ctrl+="},
    {Act::zoom_out, TEXT("Zoom &Out"), "zoom-out", "Ctrl+-"},
    {Act::zoom_reset, TEXT("&Normal Size"), "zoom-reset", "Ctrl+0"},
    {Act::full_screen, TEXT("&Full Screen"), "full-screen", "F11", "", true},
    {Act::expand_subtree, TEXT("E&xpand Subtree"), "", "Shift+Right"},
    {Act::collapse_subtree, TEXT("Collapse S&ubtree"), "", "Shift+Left"},
    {Act::expand_all, TEXT("&Expand All"), "expand", "Ctrl+Right"},
    {Act::collapse_all, TEXT("&Collapse All"), "collapse", "Ctrl+Left"},
    {Act::fit_columns, TEXT("Resi&ze Columns"), "columns", "Ctrl+Shift+R", TEXT("Give every column the width of what is visible in it")},
    {Act::reset_layout, TEXT("Reset La&yout"), "", "Ctrl+Shift+W", TEXT("Put panes and columns where they were at first")},

    {Act::back, TEXT("&Back"), "back", "Alt+Left", TEXT("The packet looked at before")},
    {Act::forward, TEXT("&Forward"), "forward", "Alt+Right"},
    {Act::go_to, TEXT("&Go to Packet…"), "go-to", "Ctrl+G"},
    {Act::next, TEXT("&Next Packet"), "go-next", "Ctrl+Down; F8"},
    {Act::previous, TEXT("&Previous Packet"), "go-prev", "Ctrl+Up; F7"},
    {Act::first, TEXT("F&irst Packet"), "go-first", "Ctrl+Home"},
    {Act::last, TEXT("&Last Packet"), "go-last", "Ctrl+End"},
    {Act::follow, TEXT("Follow the Live &End"), "autoscroll", "", TEXT("Scroll to new packets as they arrive"), true},

    {Act::start_page, TEXT("&Start Page"), "", "", TEXT("Interfaces, recent files, the practice network")},
    {Act::capture_options, TEXT("&Options…"), "interface", "Ctrl+K", TEXT("Choose interfaces and a capture filter")},
    {Act::start_stop, TEXT("&Stop"), "stop", "Ctrl+E"},
    {Act::restart, TEXT("&Restart"), "restart", "Ctrl+R", TEXT("The same source again, with an empty list")},
    {Act::refresh_interfaces, TEXT("Refresh &Interfaces"), "", "F5"},

    {Act::firewall, TEXT("&Firewall"), "shield", "", TEXT("Turn the firewall on or off: rules act on this computer's traffic"), true},
    {Act::drop_like, TEXT("&Drop Packets Like This"), "drop-like", "", TEXT("Add a rule that drops packets like the selected one")},
    {Act::accept_like, TEXT("&Accept Packets Like This"), "accept-like", "", TEXT("Add a rule that accepts packets like the selected one")},
    {Act::drop_filter, TEXT("Drop What the &Filter Shows…"), "drop", "", TEXT("Make a rule of the display filter")},
    {Act::why, TEXT("&Why This Verdict?"), "info", "", TEXT("Which rule decided the selected packet, and how long that took")},
    {Act::replay, TEXT("Replay This File Through the R&ules"), "restart", "", TEXT("What the rules would have done with these packets")},
    {Act::fail_open, TEXT("While Sallyport Cannot Judge: Let Traffic &Through"), "", "",
     TEXT("If it hangs or is overrun, packets pass unjudged. When it ends, traffic flows as without it"), true},
    {Act::fail_closed, TEXT("While Sallyport Cannot Judge: &Refuse Traffic"), "", "",
     TEXT("If it hangs or is overrun, nothing passes unjudged. When it ends, traffic flows as without it"), true},
    {Act::practice, TEXT("&Practice Network"), "practice", "", TEXT("A small network of its own, with real traffic and a firewall to try")},
    {Act::panic, TEXT("Panic: &Remove All Rules"), "panic", "Ctrl+Shift+X",
     TEXT("Take our rules out of the kernel at once and let everything go")},

    {Act::handbook, TEXT("&Keys and Filters"), "help", "F1"},
    {Act::about, TEXT("&About Sallyport"), "info", ""},
};
#undef TEXT
static_assert(std::size(specs) == std::size_t(Act::count), "every action has its line");
}  // namespace

Actions::Actions(QWidget* window) : QObject(window) {
    for (auto& spec : specs) {
        auto* action = new QAction(this);
        if (*spec.icon) action->setIcon(icon(QLatin1String(spec.icon)));
        if (*spec.keys) action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(spec.keys)));
        action->setCheckable(spec.checkable);
        actions_[std::size_t(spec.act)] = action;
        window->addAction(action);  // so that shortcuts work while menu bar or toolbar are hidden
    }
    (*this)[Act::quit]->setMenuRole(QAction::QuitRole);
    (*this)[Act::preferences]->setMenuRole(QAction::PreferencesRole);
    (*this)[Act::about]->setMenuRole(QAction::AboutRole);
    retranslate();
}

void Actions::retranslate() {
    for (auto& spec : specs) {
        auto* action = (*this)[spec.act];
        action->setText(tr(spec.text));
        QString tip = *spec.tip ? tr(spec.tip) : QString(action->text()).remove(QLatin1Char('&'));
        if (!action->shortcut().isEmpty()) tip += QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText));
        action->setToolTip(tip);
    }
}

}  // namespace sallyport
