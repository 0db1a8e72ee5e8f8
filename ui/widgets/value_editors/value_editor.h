// SPDX-License-Identifier: GPL-3.0-or-later
// What the value of a field is typed or chosen in: one class a kind (FieldEditor), made by make_value_editor(). It shows what it is
// given and tells what people want instead; whether that holds, others decide, and give it the value or the fault back.
#pragma once
#include "session/compose.h"
#include <QWidget>
#include <algorithm>

class QMenu;

namespace sallyport {

class ValueEditor : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows a field's value. What is being typed and was not committed yet stays.
    virtual void show(const ComposedField& field) = 0;
    /// Tells what was typed, if that is something new. Called when the focus leaves, and before anything is sent.
    virtual void commit() {}
    /// Marks the value as refused, or (false) as good.
    virtual void setRefused(bool) {}
    /// Shows what was typed before, and told: it was refused, and the editor is another one now.
    virtual void showTyped(const QString&) {}
    /// Something was typed that was not told yet, or was refused.
    virtual bool isPending() const { return false; }
    /// Pixels that it asks for; 0: what its content needs. It can be narrower.
    void setUsualWidth(int pixels) {
        usual_width_ = pixels;
        updateGeometry();
    }
    /// Pixels that show all of its value; 0: whatever it has.
    virtual int wholeWidth() const { return 0; }
    QSize sizeHint() const override {
        const QSize own = QWidget::sizeHint();
        return {usual_width_ ? std::max(usual_width_, wholeWidth()) : own.width(), own.height()};
    }

signals:
    /// The form for people, as Composition::set() takes it.
    void edited(const QString& human);
    /// The keyboard is here now.
    void entered();
    /// What was typed is given up (Escape): show the field's own value again.
    void abandoned();
    /// A menu is about to open over it, with what can be done with its text: others may add to it.
    void menuOpening(QMenu* menu);

private:
    int usual_width_ = 0;
};

/// The editor of that kind; nullptr for FieldEditor::none.
ValueEditor* make_value_editor(FieldEditor kind, QWidget* parent);

/// How wide an editor of a value is usually, in the widths of a digit.
int usual_digits(FieldEditor kind);

}  // namespace sallyport
