// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actions.h"
#include "ui/widgets/icons.h"
#include <QCoreApplication>
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

constexpr Spec specs[] = {
    {Act::open, QT_TRANSLATE_NOOP("Actions", "&Open…"), "open", "Ctrl+O", QT_TRANSLATE_NOOP("Actions", "Open a capture file")},
    {Act::close, QT_TRANSLATE_NOOP("Actions", "&Close"), "close", "Ctrl+W", QT_TRANSLATE_NOOP("Actions", "Close the capture")},
    {Act::save, QT_TRANSLATE_NOOP("Actions", "&Save"), "save", "Ctrl+S",
     QT_TRANSLATE_NOOP("Actions", "Save all packets, also while more arrive")},
    {Act::save_as, QT_TRANSLATE_NOOP("Actions", "Save &As…"), "save-as", "Ctrl+Shift+S",
     QT_TRANSLATE_NOOP("Actions", "Save all packets to another file")},
    {Act::save_selected, QT_TRANSLATE_NOOP("Actions", "Save S&elected…"), "export", "",
     QT_TRANSLATE_NOOP("Actions", "Save the selected packets")},
    {Act::save_shown, QT_TRANSLATE_NOOP("Actions", "Save S&hown…"), "export", "",
     QT_TRANSLATE_NOOP("Actions", "Save the packets that the filter shows")},
    {Act::save_marked, QT_TRANSLATE_NOOP("Actions", "Save &Marked…"), "export", "",
     QT_TRANSLATE_NOOP("Actions", "Save the marked packets")},
    {Act::quit, QT_TRANSLATE_NOOP("Actions", "&Quit"), "quit", "Ctrl+Q"},

    {Act::undo, QT_TRANSLATE_NOOP("Actions", "&Undo"), "undo", "Ctrl+Z"},
    {Act::redo, QT_TRANSLATE_NOOP("Actions", "&Redo"), "redo", "Ctrl+Shift+Z; Ctrl+Y"},
    {Act::copy, QT_TRANSLATE_NOOP("Actions", "Cop&y Rows"), "copy", "", QT_TRANSLATE_NOOP("Actions", "Copy the selected rows as text")},
    {Act::find, QT_TRANSLATE_NOOP("Actions", "&Find Packet…"), "find", "Ctrl+F",
     QT_TRANSLATE_NOOP("Actions", "Find a packet by filter, text or bytes")},
    {Act::find_next, QT_TRANSLATE_NOOP("Actions", "Find Ne&xt"), "", "Ctrl+N"},
    {Act::find_previous, QT_TRANSLATE_NOOP("Actions", "Find Pre&vious"), "", "Ctrl+B"},
    {Act::mark, QT_TRANSLATE_NOOP("Actions", "&Mark/Unmark Packet"), "mark", "Ctrl+M"},
    {Act::mark_all_shown, QT_TRANSLATE_NOOP("Actions", "Mark All &Shown"), "", "Ctrl+Shift+M"},
    {Act::unmark_all, QT_TRANSLATE_NOOP("Actions", "U&nmark All"), "", "Ctrl+Alt+M"},
    {Act::next_mark, QT_TRANSLATE_NOOP("Actions", "Next Mar&k"), "", "Ctrl+Shift+N"},
    {Act::previous_mark, QT_TRANSLATE_NOOP("Actions", "Pr&evious Mark"), "", "Ctrl+Shift+B"},
    {Act::ignore, QT_TRANSLATE_NOOP("Actions", "&Ignore/Unignore Packet"), "ignore", "Ctrl+D"},
    {Act::reference, QT_TRANSLATE_NOOP("Actions", "Set/Unset &Time Reference"), "time", "Ctrl+T"},
    {Act::filter_focus, QT_TRANSLATE_NOOP("Actions", "Filter Ba&r"), "filter", "Ctrl+/", QT_TRANSLATE_NOOP("Actions", "Write a filter")},
    {Act::preferences, QT_TRANSLATE_NOOP("Actions", "&Preferences…"), "preferences", "Ctrl+Shift+P"},

    {Act::show_toolbar, QT_TRANSLATE_NOOP("Actions", "&Toolbar"), "", "", "", true},
    {Act::show_list, QT_TRANSLATE_NOOP("Actions", "Packet &List"), "", "", "", true},
    {Act::show_fields, QT_TRANSLATE_NOOP("Actions", "Packet &Details"), "", "", "", true},
    {Act::show_bytes, QT_TRANSLATE_NOOP("Actions", "Packet &Bytes"), "", "", "", true},
    {Act::zoom_in, QT_TRANSLATE_NOOP("Actions", "Zoom &In"), "zoom-in", "Ctrl++; Ctrl+="},
    {Act::zoom_out, QT_TRANSLATE_NOOP("Actions", "Zoom &Out"), "zoom-out", "Ctrl+-"},
    {Act::zoom_reset, QT_TRANSLATE_NOOP("Actions", "&Normal Size"), "zoom-reset", "Ctrl+0"},
    {Act::full_screen, QT_TRANSLATE_NOOP("Actions", "&Full Screen"), "full-screen", "F11", "", true},
    {Act::expand_subtree, QT_TRANSLATE_NOOP("Actions", "E&xpand Subtree"), "", "Shift+Right"},
    {Act::collapse_subtree, QT_TRANSLATE_NOOP("Actions", "Collapse S&ubtree"), "", "Shift+Left"},
    {Act::expand_all, QT_TRANSLATE_NOOP("Actions", "&Expand All"), "expand", "Ctrl+Right"},
    {Act::collapse_all, QT_TRANSLATE_NOOP("Actions", "&Collapse All"), "collapse", "Ctrl+Left"},
    {Act::fit_columns, QT_TRANSLATE_NOOP("Actions", "Resi&ze Columns"), "columns", "Ctrl+Shift+R",
     QT_TRANSLATE_NOOP("Actions", "Give every column the width of what is visible in it")},
    {Act::reset_layout, QT_TRANSLATE_NOOP("Actions", "Reset La&yout"), "", "Ctrl+Shift+W",
     QT_TRANSLATE_NOOP("Actions", "Put panes and columns where they were at first")},

    {Act::back, QT_TRANSLATE_NOOP("Actions", "&Back"), "back", "Alt+Left", QT_TRANSLATE_NOOP("Actions", "The packet looked at before")},
    {Act::forward, QT_TRANSLATE_NOOP("Actions", "&Forward"), "forward", "Alt+Right"},
    {Act::go_to, QT_TRANSLATE_NOOP("Actions", "&Go to Packet…"), "go-to", "Ctrl+G"},
    {Act::next, QT_TRANSLATE_NOOP("Actions", "&Next Packet"), "go-next", "Ctrl+Down; F8"},
    {Act::previous, QT_TRANSLATE_NOOP("Actions", "&Previous Packet"), "go-prev", "Ctrl+Up; F7"},
    {Act::first, QT_TRANSLATE_NOOP("Actions", "F&irst Packet"), "go-first", "Ctrl+Home"},
    {Act::last, QT_TRANSLATE_NOOP("Actions", "&Last Packet"), "go-last", "Ctrl+End"},
    {Act::follow, QT_TRANSLATE_NOOP("Actions", "Follow the Live &End"), "autoscroll", "",
     QT_TRANSLATE_NOOP("Actions", "Scroll to new packets as they arrive"), true},

    {Act::start_page, QT_TRANSLATE_NOOP("Actions", "Start Pa&ge"), "list", "",
     QT_TRANSLATE_NOOP("Actions", "Interfaces, recent files, the practice network")},
    {Act::capture_options, QT_TRANSLATE_NOOP("Actions", "O&ptions…"), "interface", "Ctrl+K",
     QT_TRANSLATE_NOOP("Actions", "Choose interfaces and a capture filter")},
    {Act::open_module, QT_TRANSLATE_NOOP("Actions", "Plug-in &Module…"), "open", "",
     QT_TRANSLATE_NOOP("Actions", "Packets from a packet module of somebody else: a shared object, which runs as part of this program")},
    {Act::start_stop, QT_TRANSLATE_NOOP("Actions", "&Stop"), "stop", "Ctrl+E"},
    {Act::restart, QT_TRANSLATE_NOOP("Actions", "&Restart"), "restart", "Ctrl+R",
     QT_TRANSLATE_NOOP("Actions", "The same source again, with an empty list")},
    {Act::refresh_interfaces, QT_TRANSLATE_NOOP("Actions", "Refresh &Interfaces"), "", "F5"},

    {Act::firewall, QT_TRANSLATE_NOOP("Actions", "&Firewall"), "shield", "",
     QT_TRANSLATE_NOOP("Actions", "Turn the firewall on or off: rules act on this computer's traffic"), true},
    {Act::drop_like, QT_TRANSLATE_NOOP("Actions", "&Drop Packets Like This"), "drop-like", "",
     QT_TRANSLATE_NOOP("Actions", "Add a rule that drops packets like the selected one")},
    {Act::accept_like, QT_TRANSLATE_NOOP("Actions", "&Accept Packets Like This"), "accept-like", "",
     QT_TRANSLATE_NOOP("Actions", "Add a rule that accepts packets like the selected one")},
    {Act::drop_filter, QT_TRANSLATE_NOOP("Actions", "Drop What the Filter S&hows…"), "drop", "",
     QT_TRANSLATE_NOOP("Actions", "Make a rule of the display filter")},
    {Act::why, QT_TRANSLATE_NOOP("Actions", "&Why This Verdict?"), "info", "",
     QT_TRANSLATE_NOOP("Actions", "Which rule decided the selected packet, and how long that took")},
    {Act::replay, QT_TRANSLATE_NOOP("Actions", "Replay This File Through the R&ules"), "restart", "",
     QT_TRANSLATE_NOOP("Actions", "What the rules would have done with these packets")},
    {Act::fail_open, QT_TRANSLATE_NOOP("Actions", "While Sallyport Cannot Judge: Let Traffic &Through"), "", "",
     QT_TRANSLATE_NOOP("Actions",
                       "If it hangs or is overrun, packets wait until its queue is full; then they pass unjudged. When it ends, traffic "
                       "flows as without it"),
     true},
    {Act::fail_closed, QT_TRANSLATE_NOOP("Actions", "While Sallyport Cannot Judge: Refus&e Traffic"), "", "",
     QT_TRANSLATE_NOOP("Actions", "If it hangs or is overrun, nothing passes unjudged. When it ends, traffic flows as without it"), true},
    {Act::practice, QT_TRANSLATE_NOOP("Actions", "&Practice Network"), "practice", "",
     QT_TRANSLATE_NOOP("Actions", "A small network of its own, with real traffic and a firewall to try")},
    {Act::panic, QT_TRANSLATE_NOOP("Actions", "Pa&nic: Remove All Rules"), "panic", "Ctrl+Shift+X",
     QT_TRANSLATE_NOOP("Actions", "Take our rules out of the kernel at once and let everything go")},

    {Act::handbook, QT_TRANSLATE_NOOP("Actions", "&Keys and Filters"), "help", "F1"},
    {Act::about, QT_TRANSLATE_NOOP("Actions", "&About Sallyport"), "info", ""},
};
static_assert(std::size(specs) == std::size_t(Act::count), "every action has its line");
}  // namespace

Actions::Actions(QWidget* window) : QObject(window) {
    for (auto& spec : specs) {
        auto* action = new QAction(this);
        if (*spec.icon) action->setIcon(icon(QLatin1String(spec.icon)));
        if (*spec.keys) action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(spec.keys)));
        action->setCheckable(spec.checkable);
        if (spec.checkable) action->setIconVisibleInMenu(false);  // it would stand where the tick tells that it is on
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
        action->setText(QCoreApplication::translate("Actions", spec.text));
        QString tip = *spec.tip ? QCoreApplication::translate("Actions", spec.tip) : QString(action->text()).remove(QLatin1Char('&'));
        if (!action->shortcut().isEmpty()) tip += QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText));
        action->setToolTip(tip);
    }
}

}  // namespace sallyport
