// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window: its words, icon and shortcut (Wireshark's, where Wireshark has one) in one table. What an action
// does is connected by the part of the window that it belongs to.
#pragma once
#include <QAction>
#include <QObject>
#include <array>
#include <cstdint>

namespace sallyport {

enum class Act : std::uint8_t {
    open,
    close,
    save,
    save_as,
    save_selected,
    save_shown,
    save_marked,
    quit,
    undo,
    redo,
    copy,
    find,
    find_next,
    find_previous,
    mark,
    mark_all_shown,
    unmark_all,
    next_mark,
    previous_mark,
    ignore,
    reference,
    filter_focus,
    preferences,
    show_toolbar,
    show_list,
    show_fields,
    show_bytes,
    zoom_in,
    zoom_out,
    zoom_reset,
    full_screen,
    expand_subtree,
    collapse_subtree,
    expand_all,
    collapse_all,
    fit_columns,
    reset_layout,
    back,
    forward,
    go_to,
    next,
    previous,
    first,
    last,
    follow,
    start_page,
    capture_options,
    open_module,
    start_stop,
    restart,
    refresh_interfaces,
    firewall,
    drop_like,
    accept_like,
    drop_filter,
    why,
    replay,
    fail_open,
    fail_closed,
    practice,
    panic,
    handbook,
    about,
    count
};

class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QWidget* window);
    QAction* operator[](Act act) const { return actions_[std::size_t(act)]; }
    /// Puts all words in the language that is set now.
    void retranslate();

private:
    std::array<QAction*, std::size_t(Act::count)> actions_{};
};

}  // namespace sallyport
