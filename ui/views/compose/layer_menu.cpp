// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/layer_stack.h"
#include "ui/widgets/menu_letters.h"
#include <QMenu>
#include <algorithm>

namespace sallyport {

namespace {

constexpr std::size_t most_in_one = 24;  // entries; more are put into submenus by their first letters

struct Entry {
    QString label, name;
};

std::vector<Entry> entries_at(const Composition& packet, std::size_t index) {
    std::vector<Entry> entries;
    const auto& registry = field_registry();
    for (auto& name : packet.can_stand_at(index)) {
        const auto id = registry.find(name);
        const std::string& label = id == no_field ? name : registry.fields()[id].label;
        entries.push_back({QString::fromStdString(label.empty() ? name : label), QString::fromStdString(name)});
    }
    std::sort(entries.begin(), entries.end(), [](auto& a, auto& b) { return QString::compare(a.label, b.label, Qt::CaseInsensitive) < 0; });
    return entries;
}

QString plain(const QString& text) { return QString(text).replace(QLatin1Char('&'), QLatin1String("&&")); }

void add_entry(QMenu& menu, const Entry& entry, ComposeSession* session, std::size_t index) {
    auto* action = menu.addAction(QStringLiteral("%1\t%2").arg(plain(entry.label), entry.name));
    QObject::connect(action, &QAction::triggered, session, [session, index, name = entry.name] { session->addLayer(index, name); });
}

}  // namespace

void fill_layer_menu(QMenu& menu, ComposeSession* session, std::size_t index) {
    const auto entries = entries_at(session->packet(), index);
    menu.setEnabled(!entries.empty());
    if (entries.size() <= most_in_one) {
        for (auto& entry : entries) add_entry(menu, entry, session, index);
        return letter_entries(menu);
    }
    const std::size_t parts = (entries.size() + most_in_one - 1) / most_in_one, each = (entries.size() + parts - 1) / parts;
    for (std::size_t first = 0; first < entries.size(); first += each) {
        const std::size_t end = std::min(entries.size(), first + each);
        auto* part =
            menu.addMenu(QStringLiteral("%1 – %2").arg(plain(entries[first].label.left(12)), plain(entries[end - 1].label.left(12))));
        for (std::size_t i = first; i < end; i++) add_entry(*part, entries[i], session, index);
        letter_entries(*part);
    }
    letter_entries(menu);
}

}  // namespace sallyport
