// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes that a layer, or an element of a list, begins with: its layout run backwards. Each field has its initial value, each length is
// that of what it bounds, lists are empty.
#pragma once
#include "dissect/program.h"
#include <optional>
#include <vector>

namespace sallyport {

/// A field's value instead of its initial one, as the tree shows it (scaled).
struct Preset {
    const Field* field = nullptr;
    std::uint64_t value = 0;
};

/// The header of a layer that carries nothing.
ByteBuffer draft_layer(const Program& program, std::span<const Preset> presets = {});
/// One element of the list that nodes[repeat] of the layout is; nothing where such an element ends the list, or a function would have to
/// tell what it looks like.
std::optional<ByteBuffer> draft_element(const Program& program, std::uint32_t repeat, std::span<const Preset> presets = {});

}  // namespace sallyport
