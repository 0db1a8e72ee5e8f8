// SPDX-License-Identifier: GPL-3.0-or-later
// Answers are found whatever order they are stored in, and their times are those from the sending on.
#include "ui/bridge/reply_watch.h"
#include "ui/bridge/compose_session.h"
#include "ui/sample_packets.h"
#include <QtTest>

using namespace sallyport;

namespace {

/// The answer to sample::ping().
ByteBuffer pong() {
    return sample::frame_of(
        "4500001c0001000040010000"
        "0a4d00010a4d000c"
        "0000fffd"
        "00010001");
}

std::shared_ptr<const PacketSeries> pings() {
    ComposeSession session;
    session.startFrom(sample::ping(), LinkType::ethernet, {});
    return std::make_shared<const PacketSeries>(*session.series());
}

void append(PacketStore& store, const ByteBuffer& bytes, std::int64_t microseconds, bool ours = false) {
    PacketRecord record = sample::record_at(microseconds, bytes.size());
    record.link_type = LinkType::ethernet;
    if (ours) record.flags |= PacketFlag::made_here;
    if (!store.append(record, bytes)) qFatal("append");
}

Timestamp time_of(std::int64_t microseconds) { return sample::record_at(microseconds, 0).time; }

}  // namespace

class ReplyWatchTest : public QObject {
    Q_OBJECT
private slots:
    void an_answer_may_be_stored_before_what_it_answers() {
        SessionBridge bridge;
        ReplyWatch watch(&bridge);
        const auto store = bridge.store();
        store->add_interface({.name = "test0"});
        append(*store, pong(), 5);  // before anything was sent: of no concern
        watch.begin(pings(), true);
        const auto never = [](std::uint64_t) { return Timestamp{}; };
        append(*store, pong(), 10);  // of an older ping with the same numbers
        append(*store, pong(), 2000);
        append(*store, sample::dns_query(), 900);
        append(*store, sample::ping(), 1000, true);
        watch.advance(1, never);
        QCOMPARE(watch.rows().size(), std::size_t(1));
        QCOMPARE(watch.rows()[0].replies, std::uint64_t(1));
        QCOMPARE(watch.rows()[0].reply_number, std::uint64_t(3));
        QCOMPARE(watch.rows()[0].replied_at - watch.rows()[0].sent_at, std::int64_t(1'000'000));
        append(*store, sample::ping(), 3000, true);  // the answer that was found is not found again
        watch.advance(2, never);
        QCOMPARE(watch.rows().size(), std::size_t(2));
        QCOMPARE(watch.answered(), std::size_t(1));
    }

    void what_the_session_does_not_see_has_the_time_of_its_sending() {
        SessionBridge bridge;
        ReplyWatch watch(&bridge);
        const auto store = bridge.store();
        store->add_interface({.name = "test0"});
        watch.begin(pings(), false);
        append(*store, pong(), 1500);
        const auto sent_at = [](std::uint64_t number) { return time_of(1000 + std::int64_t(number)); };
        watch.advance(1, sent_at);
        watch.advance(1, sent_at);  // the store is looked at one step behind
        QCOMPARE(watch.rows().size(), std::size_t(1));
        QCOMPARE(watch.rows()[0].replies, std::uint64_t(1));
        QCOMPARE(watch.rows()[0].replied_at - watch.rows()[0].sent_at, std::int64_t(500'000));
    }
};

QTEST_MAIN(ReplyWatchTest)
#include "reply_watch_test.moc"
