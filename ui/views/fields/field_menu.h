// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with a field that somebody pointed at, the same in the list, the tree and the bytes.
#pragma once
#include "ui/models/field_pick.h"
#include "ui/models/filter_text.h"
#include <QMenu>
#include <QObject>

namespace sallyport {

class FieldMenu : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Fills a menu for `pick`. `likeness`: the filter for "packets like this" of the whole packet ("" where it has none);
    /// a filterable pick is preferred to it. Actions that make no sense here are disabled, not absent.
    void fill(QMenu& menu, const FieldPick& pick, const QString& likeness);

signals:
    void filterRequested(const QString& condition, sallyport::FilterUse use, bool apply);
    /// "drop" or "accept" what `filter` selects, from now on.
    void ruleRequested(const QString& action, const QString& filter);
    void columnRequested(const QString& field);

private:
    QMenu* filterMenu(const QString& title, const FieldPick& pick, bool apply);
    QMenu* copyMenu(const FieldPick& pick);
};

}  // namespace sallyport
