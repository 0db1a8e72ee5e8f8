// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/packet_search.h"
#include "base/address.h"
#include "filter/filter.h"
#include "session/packet_view.h"
#include "ui/models/message_text.h"
#include <algorithm>
#include <functional>

namespace sallyport {

namespace {
using Test = std::function<bool(const PacketContext&)>;

Test filter_test(const QString& text) {
    struct State {
        Filter filter;
        FilterRunner runner;
        explicit State(Filter given) : filter(std::move(given)), runner(filter) {}
    };
    auto filter = Filter::compile(text.trimmed().toStdString());
    if (!filter) return {};
    auto state = std::make_shared<State>(std::move(*filter));
    return [state](const PacketContext& packet) { return state->runner.matches(packet); };
}

bool same_letter(char a, char b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; };
    return lower(a) == lower(b);
}

bool contains(std::string_view hay, std::string_view needle) {
    return std::search(hay.begin(), hay.end(), needle.begin(), needle.end(), same_letter) != hay.end();
}

/// Text as the list shows it, or as it stands in the bytes; letters of either case.
Test text_test(const QString& text) {
    auto summary = std::make_shared<PacketSummary>();
    return [summary, needle = text.toStdString()](const PacketContext& packet) {
        if (contains({reinterpret_cast<const char*>(packet.bytes.data()), packet.bytes.size()}, needle)) return true;
        summarize(packet, *summary);
        return contains(summary->info, needle) || contains(summary->source, needle) || contains(summary->destination, needle) ||
               contains(summary->protocol, needle);
    };
}

Test bytes_test(const QString& text) {
    auto bytes = parse_hex(text.trimmed().toStdString());
    if (!bytes || bytes->empty()) return {};
    return [needle = *bytes](const PacketContext& packet) {
        return std::search(packet.bytes.begin(), packet.bytes.end(), needle.begin(), needle.end()) != packet.bytes.end();
    };
}

Test test_of(const SearchWish& wish) {
    switch (wish.kind) {
        case SearchWish::Kind::filter: return filter_test(wish.text);
        case SearchWish::Kind::text: return text_test(wish.text);
        case SearchWish::Kind::bytes: return bytes_test(wish.text);
    }
    return {};
}
}  // namespace

QString PacketSearch::fault(const SearchWish& wish) {
    if (wish.text.trimmed().isEmpty()) return tr("Say what to look for.");
    if (wish.kind == SearchWish::Kind::bytes && !bytes_test(wish.text)) return tr("These are not bytes in hexadecimal, such as 47 45 54.");
    if (wish.kind != SearchWish::Kind::filter) return {};
    auto filter = Filter::compile(wish.text.trimmed().toStdString());
    return filter ? QString() : message_text(filter.error().whole());
}

PacketSearch::PacketSearch(std::shared_ptr<PacketStore> store, SearchWish wish, QObject* parent)
    : QObject(parent), store_(std::move(store)), wish_(std::move(wish)), thread_([this] { run(); }) {}

PacketSearch::~PacketSearch() {
    cancel_ = true;
    thread_.join();
}

void PacketSearch::run() {
    const std::size_t first = store_->first(), count = store_->count(), held = count - std::min(first, count);
    const Test fits = test_of(wish_);
    StoredPacket pin;
    PacketContext context;
    std::size_t at = wish_.from && *wish_.from >= first && *wish_.from < count ? *wish_.from : wish_.forward ? count - 1 : first;
    for (std::size_t step = 0; fits && step < held && !cancel_; step++) {
        if (wish_.forward) at = at + 1 >= count ? first : at + 1;
        else at = at <= first ? count - 1 : at - 1;
        if (!packet_context(*store_, at, pin, context) || !fits(context)) continue;
        QMetaObject::invokeMethod(
            this, [this, at] { emit found(at); }, Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(
        this, [this] { emit notFound(); }, Qt::QueuedConnection);
}

}  // namespace sallyport
