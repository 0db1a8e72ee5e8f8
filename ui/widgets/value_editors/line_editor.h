// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/value_editors/value_editor.h"
#include <QLineEdit>

namespace sallyport {

/// A value that is typed: told with Return or when the focus leaves, given up with Escape. What cannot be right is marked while it is
/// being typed. Undo takes back typing, and once nothing is typed, it is left to whoever is around (the whole packet's undo).
class LineEditor : public ValueEditor {
    Q_OBJECT
public:
    explicit LineEditor(QWidget* parent);

    void show(const ComposedField& field) override;
    void commit() override;
    void setRefused(bool refused) override;
    bool isPending() const override { return pending_; }
    void showTyped(const QString& human) override;
    int wholeWidth() const override;
    QLineEdit* line() const { return line_; }

protected:
    /// Why `text` cannot be a value of the field; "" where it may be one.
    virtual QString problem(const QString& text) const = 0;
    /// What is told of `text`.
    virtual QString human(const QString& text) const { return text.trimmed(); }
    /// What is shown of a value.
    virtual QString shown(const ComposedField& field) const { return QString::fromStdString(field.value); }
    /// A key that means something here; true when it was taken.
    virtual bool takeKey(QKeyEvent*) { return false; }
    const ComposedField& field() const { return field_; }
    void tell(const QString& human);
    /// More beside the line, at its right.
    void addBeside(QWidget* widget);

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool keyPressed(QKeyEvent* event);
    void typed();
    void setValidity(const QString& validity, const QString& why);

    QLineEdit* line_;
    ComposedField field_;
    QString own_;  // the field's value as it is shown
    bool pending_ = false;
};

}  // namespace sallyport
