// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/compose_actions.h"
#include "ui/views/compose/hex_dialog.h"
#include "ui/models/message_text.h"
#include "ui/views/compose/layer_stack.h"
#include "ui/widgets/byte_text.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/menu_letters.h"
#include "ui/widgets/translated.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QWidget>

namespace sallyport {

ComposeActions::ComposeActions(ComposeSession* session, PacketSending* sending, QWidget* dock)
    : QObject(dock),
      session_(session),
      sending_(sending),
      dock_(dock),
      templates_(std::make_unique<QMenu>()),
      copies_(std::make_unique<QMenu>()),
      layers_(std::make_unique<QMenu>()),
      empty_(action("add")),
      paste_(action("paste")),
      undo_(action("undo")),
      redo_(action("redo")),
      repair_(action("apply")),
      send_(action("sent")),
      stop_(action("stop")) {
    send_->setShortcuts({Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter});
    undo_->setShortcut(QKeySequence::Undo);  // the menu tells it; the dock takes it before the window's undo does
    redo_->setShortcuts(redo_keys());
    for (auto* own : {undo_, redo_}) own->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    dock_->addActions({send_, undo_, redo_});
    translated(dock_, [this] { retranslate(); });
    connect(layers_.get(), &QMenu::aboutToShow, this, [this] {
        layers_->clear();
        fill_layer_menu(*layers_, session_, session_->packet().layers().size());
    });
    connect(empty_, &QAction::triggered, this, [this] { session_->startEmpty(sending_->surroundings().link_type); });
    connect(paste_, &QAction::triggered, this, &ComposeActions::pasteHex);
    connect(undo_, &QAction::triggered, session_, &ComposeSession::undo);
    connect(redo_, &QAction::triggered, session_, &ComposeSession::redo);
    connect(repair_, &QAction::triggered, session_, &ComposeSession::makeAllAutomatic);
    connect(stop_, &QAction::triggered, sending_, &PacketSending::stop);
    connect(session_, &ComposeSession::changed, this, &ComposeActions::refresh);
    connect(sending_, &PacketSending::progressChanged, this, &ComposeActions::refresh);
    connect(sending_, &PacketSending::obstacleChanged, this, &ComposeActions::refresh);
    const auto line = [this] {
        auto* separator = new QAction(this);
        separator->setSeparator(true);
        return separator;
    };
    menu_ = {templates_->menuAction(), paste_, empty_, line(), layers_->menuAction(), undo_, redo_, repair_,
             copies_->menuAction(),    line(), send_,  stop_};
    templates_->menuAction()->setIcon(icon(QStringLiteral("template")));
    layers_->menuAction()->setIcon(icon(QStringLiteral("layers")));
    copies_->menuAction()->setIcon(icon(QStringLiteral("copy")));
    refresh();
}

ComposeActions::~ComposeActions() = default;

QList<QKeySequence> ComposeActions::redo_keys() {
    QList<QKeySequence> keys = QKeySequence::keyBindings(QKeySequence::Redo);
    for (const QKeySequence& known : {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)})
        if (!keys.contains(known)) keys << known;
    return keys;
}

QAction* ComposeActions::action(const char* icon_name) { return new QAction(icon(QLatin1String(icon_name)), QString(), this); }

void ComposeActions::retranslate() {
    const auto say = [](QAction* action, const QString& text, const QString& tip) {
        action->setText(text);
        action->setToolTip(tip);
    };
    templates_->setTitle(tr("Begin With a &Template"));
    copies_->setTitle(tr("&Copy As"));
    layers_->setTitle(tr("Add a &Layer"));
    say(empty_, tr("&New Empty Packet"), tr("Begin with nothing"));
    say(paste_, tr("Paste &Hex…"), tr("Begin with bytes that are pasted or typed"));
    say(undo_, tr("&Undo in the Packet"), tr("Take back the last step (Ctrl+Z in the composer)"));
    say(redo_, tr("&Redo in the Packet"), tr("Do again what was taken back (Ctrl+Shift+Z in the composer)"));
    say(repair_, tr("Make Ever&ything Automatic"), tr("Lengths, checksums and numbers of next layers follow from the rest again"));
    say(send_, tr("&Send"), tr("Send the packet (Ctrl+Return)"));
    say(stop_, tr("Stop Sendin&g"), tr("Send no more"));
    fillTemplates();
    copies_->clear();
    fillCopies();
}

void ComposeActions::fillTemplates() {
    templates_->clear();
    templates_->setToolTipsVisible(true);
    for (auto* one : all_templates()) {
        auto* entry = templates_->addAction(message_text(one->title));
        entry->setToolTip(message_text(one->description));
        entry->setObjectName(QStringLiteral("template-%1").arg(QLatin1String(one->name)));
        connect(entry, &QAction::triggered, this, [this, one] { session_->startFrom(*one, sending_->surroundings()); });
    }
    letter_entries(*templates_);
}

void ComposeActions::fillCopies() {
    const auto add = [this](const QString& title, QString (*text)(Bytes)) {
        connect(copies_->addAction(title), &QAction::triggered, this,
                [this, text] { QGuiApplication::clipboard()->setText(text(session_->packet().bytes())); });
    };
    add(tr("Hex &Stream"), hex_stream);
    add(tr("&Hex Dump"), [](Bytes bytes) { return hex_dump(bytes); });
    add(tr("&C Array"), c_array);
}

void ComposeActions::pasteHex() {
    auto* dialog = new HexDialog(sending_->surroundings().link_type, dock_->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { session_->startFrom(dialog->bytes(), dialog->linkType(), tr("pasted bytes")); });
    dialog->open();
}

void ComposeActions::refresh() {
    const bool any = !session_->isEmpty();
    undo_->setEnabled(session_->canUndo());
    redo_->setEnabled(session_->canRedo());
    repair_->setEnabled(any);
    copies_->menuAction()->setEnabled(any);
    send_->setEnabled(any && !sending_->isSending() && !sending_->obstacle());
    stop_->setEnabled(sending_->isSending());
}

}  // namespace sallyport
