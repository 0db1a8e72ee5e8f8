// SPDX-License-Identifier: GPL-3.0-or-later
// A line of a layer's form: what the field is called, the editor that fits it, whether it follows from the rest, and what is wrong.
#pragma once
#include "ui/bridge/compose_session.h"
#include "ui/models/compose_rows.h"
#include "ui/widgets/value_editors/value_editor.h"
#include <QWidget>
#include <vector>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace sallyport {

class FieldRow : public QWidget {
    Q_OBJECT
public:
    /// The session must outlive it. What stands in it is decided by the kind of `row`; show() changes values only.
    FieldRow(ComposeSession* session, const ComposeRow& row, QWidget* parent);

    const ComposeRow& row() const { return row_; }
    void show(const ComposeRow& row);
    /// Pixels that the line has, and those of them for the words at the left. Where a value or the words would be cut, the words stand
    /// above the value.
    void fit(int width, int label_width);
    /// Puts the keyboard into the editor of a field of this line.
    void enter(const FieldKey& key);
    /// Marks it as what everybody looks at.
    void setCurrent(bool current);
    /// Every editor tells what was typed and not told yet.
    void commit();

protected:
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void addEditor(const ComposedField& field);
    void place(QWidget* made);
    QLabel* plainLabel(const char* role);
    void makePill();
    void makeRight();
    QToolButton* quietButton(const char* icon_name, const QString& name);
    void sizeEditors();
    void arrange();
    void arrangeParts();
    void fitFault();
    bool fitsBeside(int label_width) const;
    void showState();
    void showFault();
    void showVariation();
    const ComposedField* automatic() const;

    ComposeSession* session_;
    ComposeRow row_;
    QBoxLayout* parts_;  // the words, and the editors with what is said of them
    QLayout* values_;
    int width_ = 0, label_width_ = 0;
    QLabel *label_, *pill_ = nullptr, *variation_ = nullptr, *fault_ = nullptr;
    QToolButton *right_ = nullptr, *remove_ = nullptr;
    std::vector<ValueEditor*> editors_;
    std::vector<FieldKey> keys_;  // of the editors
    bool current_ = false;
};

}  // namespace sallyport
