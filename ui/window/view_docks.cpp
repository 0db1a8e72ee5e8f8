// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/view_docks.h"
#include "ui/widgets/icons.h"
#include "ui/window/workspace.h"
#include <QCoreApplication>

namespace sallyport {

static QString translated(const char* text) { return QCoreApplication::translate("Views", text); }

ViewDocks::ViewDocks(ViewHost* host, Workspace* workspace) : QObject(workspace), host_(host) {
    for (auto* kind : all_views()) add(*kind, workspace);
    retranslate();
}

void ViewDocks::add(const ViewKind& kind, Workspace* workspace) {
    auto* dock = new DockPanel(QLatin1String(kind.name), translated(kind.title), workspace);
    auto* widget = kind.make(*host_, *dock->header(), dock);
    dock->setContent(widget);
    auto* toggle = new QAction(this);
    toggle->setCheckable(true);
    if (*kind.icon) toggle->setIcon(icon(QLatin1String(kind.icon)));
    if (*kind.keys) toggle->setShortcuts(QKeySequence::listFromString(QLatin1String(kind.keys)));
    workspace->window()->addAction(toggle);
    workspace->addDock(dock, toggle, kind.place);
    dock->setVisible(kind.shown);
    toggle->setChecked(kind.shown);
    views_.push_back({&kind, dock, widget, toggle});
}

const ViewDocks::View* ViewDocks::find(const QString& name) const {
    for (auto& view : views_)
        if (name == QLatin1String(view.kind->name)) return &view;
    return nullptr;
}

void ViewDocks::show(const QString& name) {
    auto* view = find(name);
    if (!view) return;
    view->dock->show();
    view->dock->raise();
    view->widget->setFocus();
}

QWidget* ViewDocks::widget(const QString& name) const {
    auto* view = find(name);
    return view ? view->widget : nullptr;
}

void ViewDocks::retranslate() {
    for (auto& view : views_) {
        const QString title = translated(view.kind->title);
        view.dock->setWindowTitle(title);
        view.dock->header()->setTitle(title);
        view.toggle->setText(translated(view.kind->words));
        view.toggle->setIconText(title);
        QString tip = translated(view.kind->tip);
        if (!view.toggle->shortcut().isEmpty())
            tip += QStringLiteral(" (%1)").arg(view.toggle->shortcut().toString(QKeySequence::NativeText));
        view.toggle->setToolTip(tip);
    }
}

}  // namespace sallyport
