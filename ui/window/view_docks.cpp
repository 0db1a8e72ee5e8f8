// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/view_docks.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/view_scroll.h"
#include "ui/window/workspace.h"
#include <QCoreApplication>

namespace sallyport {

static QString translated(const char* text) { return QCoreApplication::translate("Views", text); }

/// Into what a view names for it, else into its first control.
static void focus_into(QWidget* view) {
    if (view->focusProxy() || view->focusPolicy() != Qt::NoFocus) return view->setFocus(Qt::ShortcutFocusReason);
    for (QWidget* next = view->nextInFocusChain(); next && next != view; next = next->nextInFocusChain())
        if (view->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus) && next->isEnabled() && next->isVisibleTo(view))
            return next->setFocus(Qt::ShortcutFocusReason);
}

ViewDocks::ViewDocks(ViewHost* host, Workspace* workspace) : QObject(workspace), host_(host), workspace_(workspace) {
    for (auto* kind : all_views()) add(*kind, workspace);
    retranslate();
}

void ViewDocks::add(const ViewKind& kind, Workspace* workspace) {
    auto* dock = new DockPanel(QLatin1String(kind.name), translated(kind.title), workspace);
    auto* widget = kind.make(*host_, *dock->header(), dock);
    dock->setContent(new ViewScroll(widget, dock));
    auto* toggle = new QAction(this);
    toggle->setCheckable(true);
    if (*kind.icon) toggle->setIcon(icon(QLatin1String(kind.icon)));
    toggle->setIconVisibleInMenu(false);  // it would stand where the tick tells that the view is on
    if (*kind.keys) toggle->setShortcuts(QKeySequence::listFromString(QLatin1String(kind.keys)));
    workspace->window()->addAction(toggle);
    workspace->addDock(dock, toggle, kind.place);
    connect(toggle, &QAction::triggered, widget, [widget, dock] {
        if (!dock->isHidden()) focus_into(widget);
    });
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
    workspace_->bringForward(view->dock);
    focus_into(view->widget);
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
