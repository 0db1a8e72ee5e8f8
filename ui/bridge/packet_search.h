// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for the next packet that fits, in a thread of its own.
#pragma once
#include "base/result.h"
#include "packet/packet_store.h"
#include <QObject>
#include <QString>
#include <atomic>
#include <memory>
#include <optional>
#include <thread>

namespace sallyport {

struct SearchWish {
    enum class Kind : std::uint8_t { filter, text, bytes };
    Kind kind = Kind::filter;
    QString text;                     // a filter; text in the list's columns or the bytes; hexadecimal
    std::optional<std::size_t> from;  // the search begins behind (before) it; none: at the end where it begins
    bool forward = true;
};

class PacketSearch : public QObject {
    Q_OBJECT
public:
    /// Starts at once; wraps around at the ends.
    PacketSearch(std::shared_ptr<PacketStore> store, SearchWish wish, QObject* parent = nullptr);
    ~PacketSearch() override;  // cancels
    /// Why a wish cannot be searched for; empty when it can.
    static QString fault(const SearchWish& wish);

signals:
    void found(qulonglong packet);
    void notFound();

private:
    void run();
    std::shared_ptr<PacketStore> store_;
    SearchWish wish_;
    std::atomic<bool> cancel_{false};
    std::thread thread_;
};

}  // namespace sallyport
