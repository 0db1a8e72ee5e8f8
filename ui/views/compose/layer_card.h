// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ui/bridge/compose_session.h"
#include <QWidget>

class QVBoxLayout;

namespace sallyport {

class LayerForm;
class LayerHeader;

/// One layer: its head, and below it, while it is open, its fields. The form is made when it is first needed.
class LayerCard : public QWidget {
    Q_OBJECT
public:
    LayerCard(ComposeSession* session, std::size_t index, bool open, QWidget* parent);

    std::size_t index() const { return index_; }
    /// What the layer is: a card stays its card while that stays.
    const std::string& protocol() const { return protocol_; }
    /// Shows the layer as it is now, at its place.
    void refresh(const ComposedLayer& layer, std::size_t index, bool current);
    bool isOpen() const { return open_; }
    void setOpen(bool open);
    LayerHeader* header() const { return header_; }
    LayerForm* form() const { return form_; }

signals:
    void toggled(bool open);

private:
    ComposeSession* session_;
    std::size_t index_;
    std::string protocol_;
    bool open_, current_ = false;
    LayerHeader* header_;
    LayerForm* form_ = nullptr;
    QVBoxLayout* layout_;
};

}  // namespace sallyport
