// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/widgets/value_editors/value_editor.h"

class QComboBox;

namespace sallyport {

/// A number whose values have names: "UDP (17)". Chosen from the list, or typed as a name or a number; other numbers are good too.
class ChoiceEditor : public ValueEditor {
    Q_OBJECT
public:
    explicit ChoiceEditor(QWidget* parent);
    void show(const ComposedField& field) override;
    void commit() override;
    void setRefused(bool refused) override;
    bool isPending() const override { return pending_; }
    void showTyped(const QString& human) override;
    int wholeWidth() const override;
    QComboBox* box() const { return box_; }

private:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool keyPressed(class QKeyEvent* event);
    void fillOnce();
    void tell(const QString& human);
    QString shown() const;
    /// The value that the text means, as it is told: the number in "UDP (17)", of "udp", or the text as it is.
    QString humanOf(const QString& text) const;
    void setValidity(bool good);

    QComboBox* box_;
    ComposedField field_;
    const Field* filled_ = nullptr;  // whose names the list has
    bool pending_ = false;
};

}  // namespace sallyport
