// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of the packet in the making, outermost first, as cards that can be opened, moved, duplicated and removed.
#pragma once
#include "ui/bridge/compose_session.h"
#include <QScrollArea>
#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace sallyport {

class LayerCard;

class LayerStack : public QScrollArea {
    Q_OBJECT
public:
    /// The session must outlive it.
    explicit LayerStack(ComposeSession* session, QWidget* parent = nullptr);

    /// Everything that was typed and not told yet is told.
    void commit();
    /// Puts the keyboard into the editor of the field in focus.
    void enterFocus();
    /// Which layers' forms are open, from the lowest layer on; to open the same ones of another stack.
    std::vector<bool> openLayers() const;
    void setOpenLayers(const std::vector<bool>& open);
    /// Below the cards, in their scroll area.
    void setFoot(QWidget* foot);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void refresh();
    void rebuild(const std::vector<ComposedLayer>& layers);
    void forget();
    LayerCard* makeCard(std::size_t index, const std::vector<ComposedLayer>& layers);
    void showFocus();
    void move(std::size_t from, int by);
    void drag(LayerCard* card);
    void showMenu(LayerCard* card, const QPoint& global);
    std::size_t gapAt(int y) const;
    void showGap(int gap);

    ComposeSession* session_;
    QWidget* content_;
    QVBoxLayout* column_;
    QLabel* hint_;
    QFrame* gap_line_;  // where a dragged card would go
    std::vector<LayerCard*> cards_;
};

/// A menu of the protocols that can stand at `index`, whose choice adds the layer there.
void fill_layer_menu(QMenu& menu, ComposeSession* session, std::size_t index);

}  // namespace sallyport
