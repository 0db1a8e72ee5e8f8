// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/compose/layer_card.h"
#include "ui/views/compose/layer_form.h"
#include "ui/views/compose/layer_header.h"
#include <QVBoxLayout>

namespace sallyport {

LayerCard::LayerCard(ComposeSession* session, std::size_t index, bool open, QWidget* parent)
    : QWidget(parent), session_(session), index_(index), open_(open), header_(new LayerHeader(this)), layout_(new QVBoxLayout(this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(0);
    layout_->addWidget(header_);
    connect(header_, &LayerHeader::toggled, this, [this] { setOpen(!open_); });
    connect(header_, &LayerHeader::duplicateRequested, this, [this] { session_->duplicateLayer(index_); });
    connect(header_, &LayerHeader::removeRequested, this, [this] { session_->removeLayer(index_); });
}

void LayerCard::refresh(const ComposedLayer& layer, std::size_t index, bool current) {
    index_ = index;
    protocol_ = layer.name;
    current_ = current;
    header_->show(layer, open_, current);
    if (!open_) return;
    if (form_) {
        form_->setLayer(index);
        form_->refresh();
        return;
    }
    form_ = new LayerForm(session_, index, this);
    layout_->addWidget(form_);
    form_->show();  // now, not when the layout finds time: the keyboard may go there at once
}

void LayerCard::setOpen(bool open) {
    if (open == open_) return;
    open_ = open;
    const auto layers = session_->packet().layers();
    if (index_ < layers.size()) refresh(layers[index_], index_, current_);
    if (form_) form_->setVisible(open_);
    emit toggled(open_);
}

}  // namespace sallyport
