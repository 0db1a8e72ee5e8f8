// SPDX-License-Identifier: GPL-3.0-or-later
// The table of contents of wrappers: a new one is a file in this folder and a line here.
#include "modules/wrap/wrapper.h"
#include <cerrno>

namespace sallyport {

#define SALLYPORT_WRAPPERS(wrapper) wrapper(record) wrapper(trace) wrapper(fault)

#define DECLARED(name) extern const WrapperKind name##_wrapper;
#define LISTED(name) &name##_wrapper,
SALLYPORT_WRAPPERS(DECLARED)

std::span<const WrapperKind* const> all_wrappers() {
    static constexpr const WrapperKind* all[] = {SALLYPORT_WRAPPERS(LISTED)};
    return all;
}

Result<WrapModule> read_wrapper(std::string_view text) {
    const auto equals = text.find('=');
    const auto name = text.substr(0, equals);
    std::string known;
    for (auto* kind : all_wrappers()) {
        if (kind->name == name) return kind->read(equals == text.npos ? std::string_view() : text.substr(equals + 1));
        known += (known.empty() ? "" : ", ") + std::string(kind->name) + "=" + std::string(kind->options);
    }
    return fail(message("there is no wrapper \"%1\"", name), message("known: %1", known), EINVAL);
}

Result<std::unique_ptr<PacketModule>> wrapped(std::unique_ptr<PacketModule> module, const std::vector<std::string>& texts) {
    for (auto& text : texts) {
        auto wrap = read_wrapper(text);
        if (!wrap) return tl::unexpected(wrap.error());
        module = (*wrap)(std::move(module));
    }
    return module;
}

}  // namespace sallyport
