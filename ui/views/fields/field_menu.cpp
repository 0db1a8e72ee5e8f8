// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/fields/field_menu.h"
#include "ui/widgets/byte_text.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QWidgetAction>

namespace sallyport {

namespace {
Bytes view_of(const QByteArray& bytes) { return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())}; }

QString shortened(const QString& text) { return text.size() > 100 ? text.left(98) + QChar(0x2026) : text; }

/// What the menu is about, on top of it; a section's text would not show under a style sheet.
void addHeading(QMenu& menu, const QString& text) {
    auto* label = new QLabel(text, &menu);
    label->setTextFormat(Qt::PlainText);
    label->setFont(fixed_font());
    label->setProperty("role", "muted");
    label->setContentsMargins(14, 3, 14, 5);
    auto* heading = new QWidgetAction(&menu);
    heading->setDefaultWidget(label);
    heading->setEnabled(false);
    menu.addAction(heading);
}
}  // namespace

QMenu* FieldMenu::filterMenu(const QString& title, const FieldPick& pick, bool apply) {
    static constexpr struct {
        FilterUse use;
        const char* text;
    } uses[] = {
        {FilterUse::selected, QT_TR_NOOP("&Selected")},
        {FilterUse::not_selected, QT_TR_NOOP("&Not Selected")},
        {FilterUse::and_selected, QT_TR_NOOP("…&and Selected")},
        {FilterUse::or_selected, QT_TR_NOOP("…&or Selected")},
        {FilterUse::and_not_selected, QT_TR_NOOP("…and no&t Selected")},
        {FilterUse::or_not_selected, QT_TR_NOOP("…or not Se&lected")},
    };
    auto* menu = new QMenu(title);
    menu->setEnabled(pick.filterable());
    for (auto& use : uses) {
        auto* action = menu->addAction(tr(use.text));
        connect(action, &QAction::triggered, this,
                [this, condition = pick.condition, how = use.use, apply] { emit filterRequested(condition, how, apply); });
    }
    return menu;
}

QMenu* FieldMenu::copyMenu(const FieldPick& pick) {
    auto* menu = new QMenu(tr("&Copy"));
    menu->setIcon(icon(QStringLiteral("copy")));
    const auto add = [menu](const QString& title, const QString& text) {
        auto* action = menu->addAction(title);
        action->setEnabled(!text.isEmpty());
        connect(action, &QAction::triggered, menu, [text] { QGuiApplication::clipboard()->setText(text); });
    };
    const Bytes bytes = view_of(pick.bytes);
    add(tr("&Value"), pick.value);
    add(tr("&Line"), pick.text);
    add(tr("Field &Name"), pick.name);
    add(tr("As &Filter"), pick.condition);
    menu->addSeparator();
    add(tr("Bytes as &Hex Dump"), hex_dump(bytes));
    add(tr("Bytes as Hex &Stream"), hex_stream(bytes));
    add(tr("Bytes as Printable &Text"), printable_text(bytes));
    add(tr("Bytes as C &Array"), pick.bytes.isEmpty() ? QString() : c_array(bytes));
    return menu;
}

void FieldMenu::fill(QMenu& menu, const FieldPick& pick, const QString& likeness) {
    const QString like = pick.filterable() ? pick.condition : likeness;
    if (!like.isEmpty()) addHeading(menu, shortened(like));
    const auto rule = [&](const char* icon_name, IconTint tint, const QString& title, const char* word) {
        auto* action = menu.addAction(icon(QLatin1String(icon_name), tint), title);
        action->setEnabled(!like.isEmpty());
        connect(action, &QAction::triggered, this, [this, like, word] { emit ruleRequested(QLatin1String(word), like); });
    };
    rule("drop-like", IconTint::drop, tr("&Drop Packets Like This"), "drop");
    rule("accept-like", IconTint::accept, tr("&Accept Packets Like This"), "accept");
    menu.addSeparator();
    menu.addMenu(filterMenu(tr("Apply as &Filter"), pick, true))->setIcon(icon(QStringLiteral("filter")));
    menu.addMenu(filterMenu(tr("&Prepare as Filter"), pick, false));
    auto* column = menu.addAction(icon(QStringLiteral("columns")), tr("Apply as C&olumn"));
    column->setEnabled(!pick.name.isEmpty());
    connect(column, &QAction::triggered, this, [this, name = pick.name] { emit columnRequested(name); });
    menu.addMenu(copyMenu(pick));
    for (auto* child : menu.actions())
        if (child->menu()) child->menu()->setParent(&menu, child->menu()->windowFlags());  // goes when the menu goes
}

}  // namespace sallyport
