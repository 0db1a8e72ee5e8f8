// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/menus.h"
#include "ui/widgets/icons.h"
#include "ui/window/actions.h"
#include "ui/window/view_docks.h"
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <initializer_list>
#include <optional>

namespace sallyport {

namespace {
QString spoken(const char* text) { return QCoreApplication::translate("Menus", text); }

/// Adds actions; an empty entry is a separator.
void fill(QMenu* menu, const Actions& actions, std::initializer_list<std::optional<Act>> acts) {
    for (auto act : acts)
        if (act) menu->addAction(actions[*act]);
        else menu->addSeparator();
}
constexpr std::nullopt_t line = std::nullopt;

/// The own actions of the views that belong into a menu: below the action that shows the view, or in a submenu of its name.
void add_views(QMenu* menu, const ViewDocks& views, ViewMenu place, bool submenus) {
    for (auto& view : views.views()) {
        if (view.kind->menu != place) continue;
        if (submenus) {
            auto* own = menu->addMenu(icon(QLatin1String(view.kind->name)), view.toggle->text());
            own->addActions(view.widget->actions());
            continue;
        }
        if (!menu->isEmpty()) menu->addSeparator();
        menu->addAction(view.toggle);
        menu->addActions(view.widget->actions());
    }
}

void add_view_menu(QMenuBar& bar, const QString& title, const ViewDocks& views, ViewMenu place) {
    auto* menu = new QMenu(title, &bar);
    add_views(menu, views, place, false);
    if (!menu->isEmpty()) bar.addMenu(menu);
    else delete menu;
}
}  // namespace

Menus build_menus(QMenuBar& bar, const Actions& actions, const ViewDocks& views) {
    Menus menus;
    auto* file = bar.addMenu(spoken(QT_TRANSLATE_NOOP("Menus", "&File")));
    fill(file, actions, {Act::open});
    menus.recent = file->addMenu(icon(QStringLiteral("recent")), spoken(QT_TRANSLATE_NOOP("Menus", "Open &Recent")));
    fill(file, actions,
         {Act::close, line, Act::save, Act::save_as, Act::save_selected, Act::save_shown, Act::save_marked, line, Act::quit});

    auto* edit = bar.addMenu(spoken(QT_TRANSLATE_NOOP("Menus", "&Edit")));
    fill(edit, actions,
         {Act::undo, Act::redo, line, Act::copy, line, Act::find, Act::find_next, Act::find_previous, line, Act::mark, Act::mark_all_shown,
          Act::unmark_all, Act::next_mark, Act::previous_mark, line, Act::ignore, Act::reference, line, Act::preferences});

    auto* view = bar.addMenu(spoken(QT_TRANSLATE_NOOP("Menus", "&View")));
    fill(view, actions, {Act::show_toolbar, Act::show_list, Act::show_fields, Act::show_bytes, line});
    for (auto& one : views.views()) view->addAction(one.toggle);
    fill(view, actions, {line, Act::full_screen});
    menus.time_format = view->addMenu(icon(QStringLiteral("time")), spoken(QT_TRANSLATE_NOOP("Menus", "Time Dis&play Format")));
    fill(view, actions,
         {line, Act::zoom_in, Act::zoom_out, Act::zoom_reset, line, Act::expand_subtree, Act::collapse_subtree, Act::expand_all,
          Act::collapse_all, line, Act::fit_columns, Act::reset_layout});

    auto* go = bar.addMenu(spoken(QT_TRANSLATE_NOOP("Menus", "&Go")));
    fill(go, actions,
         {Act::back, Act::forward, line, Act::go_to, Act::next, Act::previous, Act::first, Act::last, line, Act::follow, line,
          Act::filter_focus});

    auto* capture = bar.addMenu(spoken(QT_TRANSLATE_NOOP("Menus", "&Capture")));
    fill(capture, actions,
         {Act::capture_options, Act::open_module, line, Act::start_stop, Act::restart, line, Act::start_page, Act::refresh_interfaces});

    menus.firewall = bar.addMenu(spoken(QT_TRANSLATE_NOOP("Menus", "F&irewall")));
    fill(menus.firewall, actions,
         {Act::firewall, Act::practice, line, Act::drop_like, Act::accept_like, Act::drop_filter, Act::why, line, Act::replay});
    add_views(menus.firewall, views, ViewMenu::firewall, true);
    fill(menus.firewall, actions, {line, Act::fail_open, Act::fail_closed, line, Act::panic});
    auto* policies = new QActionGroup(menus.firewall);
    policies->addAction(actions[Act::fail_open]);
    policies->addAction(actions[Act::fail_closed]);

    add_view_menu(bar, spoken(QT_TRANSLATE_NOOP("Menus", "C&ompose")), views, ViewMenu::compose);
    add_view_menu(bar, spoken(QT_TRANSLATE_NOOP("Menus", "&Statistics")), views, ViewMenu::statistics);

    auto* help = bar.addMenu(spoken(QT_TRANSLATE_NOOP("Menus", "&Help")));
    fill(help, actions, {Act::handbook, line, Act::about});
    return menus;
}

}  // namespace sallyport
