// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of one layer, a line each, and what can be added to its lists.
#pragma once
#include "ui/bridge/compose_session.h"
#include "ui/models/compose_rows.h"
#include <QWidget>
#include <vector>

class QPushButton;
class QVBoxLayout;

namespace sallyport {

class FieldRow;

class LayerForm : public QWidget {
    Q_OBJECT
public:
    /// The session must outlive it.
    LayerForm(ComposeSession* session, std::size_t layer, QWidget* parent);

    std::size_t layer() const { return layer_; }
    void setLayer(std::size_t layer) { layer_ = layer; }
    /// Shows the layer as it is now. Lines that stay keep their editors, and with them the keyboard and what is being typed.
    void refresh();
    /// The line of a field. A long form shows a stretch of its lines, which moves to the field. nullptr: it has none.
    FieldRow* rowOf(const FieldKey& key);
    void showFocus();
    void commit();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void rebuild(std::size_t shown, std::size_t same);
    void showMore();
    void showEarlier();
    void showAdditions();
    void fitLabels();
    QMenu* additionMenu(const std::vector<Addition>& kinds);

    ComposeSession* session_;
    std::size_t layer_;
    std::size_t from_ = 0, most_;  // the lines that are made: a hostile packet has thousands
    std::vector<FieldRow*> rows_;
    std::vector<QPushButton*> adders_;
    QVBoxLayout* lines_;
    QWidget* foot_;
    QPushButton *earlier_, *more_;
};

}  // namespace sallyport
