// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/field_row_menu.h"
#include "ui/widgets/icons.h"
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace sallyport {

namespace {
QString spoken(const char* text) { return QCoreApplication::translate("FieldRowMenu", text); }

void add_copies(QMenu& menu, const ComposedField& field) {
    const auto copy = [&](const QString& title, const std::string& text) {
        QObject::connect(menu.addAction(title), &QAction::triggered, &menu,
                         [text] { QGuiApplication::clipboard()->setText(QString::fromStdString(text)); });
    };
    copy(spoken(QT_TRANSLATE_NOOP("FieldRowMenu", "Copy Field V&alue")), field.value);
    copy(spoken(QT_TRANSLATE_NOOP("FieldRowMenu", "Copy Field &Name")), field.key.name);
}

void add_uses(QMenu& menu, ComposeSession* session, const ComposedField& field) {
    const int variation = session->variationOf(field.key);
    auto* vary =
        menu.addAction(icon(QStringLiteral("vary")), variation < 0 ? spoken(QT_TRANSLATE_NOOP("FieldRowMenu", "&Vary This Field"))
                                                                   : spoken(QT_TRANSLATE_NOOP("FieldRowMenu", "Do Not &Vary This Field")));
    vary->setEnabled(field.editable);
    QObject::connect(vary, &QAction::triggered, session, [session, variation, key = field.key] {
        if (variation < 0) session->vary(key);
        else session->removeVariation(variation);
    });
    auto* follow = menu.addAction(icon(QStringLiteral("undo")), spoken(QT_TRANSLATE_NOOP("FieldRowMenu", "Make Aut&omatic")));
    follow->setEnabled(field.overridden || field.wrong);
    QObject::connect(follow, &QAction::triggered, session, [session, key = field.key] { session->makeAutomatic(key); });
    menu.addSeparator();
    add_copies(menu, field);
}
}  // namespace

void fill_field_row_menu(QMenu& menu, ComposeSession* session, const ComposeRow& row) {
    if (!row.field.key.name.empty()) add_uses(menu, session, row.field);
    if (row.remove.name.empty()) return;
    menu.addSeparator();
    auto* remove = menu.addAction(icon(QStringLiteral("remove")), spoken(QT_TRANSLATE_NOOP("FieldRowMenu", "Remove Th&is Part")));
    QObject::connect(remove, &QAction::triggered, session, [session, key = row.remove] { session->removeElement(key); });
}

}  // namespace sallyport
