// SPDX-License-Identifier: GPL-3.0-or-later
// The docks of all views (ui/views/all_views.cpp) and the actions that show them.
#pragma once
#include "ui/views/view.h"
#include "ui/widgets/panel.h"
#include <QHash>
#include <QObject>
#include <vector>

namespace sallyport {

class Workspace;

class ViewDocks : public QObject {
    Q_OBJECT
public:
    /// Makes them in the workspace. Both must outlive it.
    ViewDocks(ViewHost* host, Workspace* workspace);

    struct View {
        const ViewKind* kind;
        DockPanel* dock;
        QWidget* widget;
        QAction* toggle;  // checkable: shows and hides it
    };
    const std::vector<View>& views() const { return views_; }
    /// Shows the view of this name and gives it the focus; unknown names do nothing.
    void show(const QString& name);
    /// The view's own widget, or nullptr.
    QWidget* widget(const QString& name) const;
    /// Puts titles, menu words and tips in the language that is set now.
    void retranslate();

private:
    void add(const ViewKind& kind, Workspace* workspace);
    const View* find(const QString& name) const;

    ViewHost* host_;
    Workspace* workspace_;
    std::vector<View> views_;
};

}  // namespace sallyport
