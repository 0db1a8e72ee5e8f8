// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocols/tcp_order.h"
#include <QTest>

using namespace sallyport;
using namespace sallyport::protocols::tcp_stream;

namespace {

constexpr std::uint32_t ms = 1'000;

/// Two ends that talk; times go on by a second a segment unless said.
class Talk {
public:
    std::uint32_t client(Segment s, std::uint32_t after = 1000 * ms) { return say(s, 0, after); }
    std::uint32_t server(Segment s, std::uint32_t after = 1000 * ms) { return say(s, 1, after); }
    /// SYN, SYN and ACK, ACK: 20 ms. The client's bytes begin at 101, the server's at 501.
    void shake_hands() {
        client({.seq = 100, .window = 1000, .flags = syn, .scale = 2});
        server({.seq = 500, .ack = 101, .window = 2000, .flags = syn | ack, .scale = 3}, 10 * ms);
        client({.seq = 101, .ack = 501, .window = 1000, .flags = ack}, 10 * ms);
    }
    StreamMark last;

private:
    std::uint32_t say(Segment s, int end, std::uint32_t after) {
        s.number = ++number_;
        s.time = time_ += after;
        StreamSide &from = stream_.sides[end], &to = stream_.sides[1 - end];
        if (s.flags & syn) from.scale = s.scale, from.base = s.seq;
        last = take(s, stream_, from, to);
        return last.marks;
    }
    Stream stream_;
    std::uint32_t number_ = 0;
    std::uint32_t time_ = 0xfffff000;  // goes round
};

constexpr Segment data(std::uint32_t seq, std::uint32_t length, std::uint32_t acked, std::uint16_t window = 1000) {
    return {.seq = seq, .ack = acked, .length = length, .window = window, .flags = ack};
}
constexpr Segment acknowledge(std::uint32_t seq, std::uint32_t acked, std::uint16_t window = 2000) { return data(seq, 0, acked, window); }

}  // namespace

class TcpOrderTest : public QObject {
    Q_OBJECT
private slots:
    void nothing_is_remarkable_in_order() {
        Talk talk;
        talk.shake_hands();
        QCOMPARE(talk.client(data(101, 50, 501)), 0u);
        QCOMPARE(talk.server(acknowledge(501, 151)), 0u);
        QCOMPARE(talk.server(data(501, 70, 151, 2000)), 0u);
        QCOMPARE(talk.client(acknowledge(151, 571, 1000)), 0u);
        QCOMPARE(talk.client({.seq = 151, .ack = 571, .window = 1000, .flags = ack | fin}), 0u);
        QCOMPARE(talk.server(acknowledge(571, 152)), 0u);
    }
    void what_was_sent_before() {
        Talk talk;
        talk.shake_hands();
        talk.client(data(101, 50, 501));
        QCOMPARE(talk.client(data(101, 50, 501)), std::uint32_t(retransmission));
        talk.server(acknowledge(501, 151));
        QCOMPARE(talk.client(data(101, 50, 501)), std::uint32_t(spurious_retransmission));
    }
    void a_gap_and_what_fills_it() {
        Talk talk;
        talk.shake_hands();
        QCOMPARE(talk.client(data(151, 50, 501)), std::uint32_t(lost_segment));
        QCOMPARE(talk.client(data(101, 50, 501), 5 * ms), std::uint32_t(out_of_order));  // sooner than a round trip
        Talk late;
        late.shake_hands();
        late.client(data(151, 50, 501));
        QCOMPARE(late.client(data(101, 50, 501), 25 * ms), std::uint32_t(retransmission));
    }
    void repeated_acknowledgments_and_what_they_ask_for() {
        Talk talk;
        talk.shake_hands();
        talk.client(data(101, 50, 501));
        talk.server(acknowledge(501, 151));  // number 5
        talk.client(data(201, 50, 501));
        for (std::uint32_t time = 1; time <= 3; time++) {
            QCOMPARE(talk.server(acknowledge(501, 151)), std::uint32_t(duplicate_ack));
            QCOMPARE(talk.last.frame, 5u);
            QCOMPARE(talk.last.count, time);
        }
        QCOMPARE(talk.client(data(151, 50, 501), 10 * ms), std::uint32_t(fast_retransmission));
        talk.server(acknowledge(501, 251));
        talk.server(acknowledge(501, 251));
        QCOMPARE(talk.last.count, 1u);  // of another
    }
    void windows() {
        Talk talk;
        talk.shake_hands();
        QCOMPARE(talk.client(data(101, 16000, 501)), 0u);
        talk.server(acknowledge(501, 16101, 10));  // scaled by 8
        QCOMPARE(talk.client(data(16101, 80, 501)), std::uint32_t(window_full));
        QCOMPARE(talk.server(acknowledge(501, 16181, 0)), std::uint32_t(zero_window));
        QCOMPARE(talk.client(data(16181, 1, 501)), std::uint32_t(zero_window_probe));
        QCOMPARE(talk.server(acknowledge(501, 16181, 0)), std::uint32_t(zero_window | zero_window_probe_ack));
        QCOMPARE(talk.server(acknowledge(501, 16181, 500)), std::uint32_t(window_update));
        QCOMPARE(talk.client(data(16181, 100, 501)), 0u);  // the probe took no room
    }
    void keep_alives() {
        Talk talk;
        talk.shake_hands();
        talk.client(data(101, 50, 501));
        talk.server(acknowledge(501, 151));
        QCOMPARE(talk.client(data(150, 0, 501)), std::uint32_t(keep_alive));
        QCOMPARE(talk.server(acknowledge(501, 151)), std::uint32_t(keep_alive_ack));
        QCOMPARE(talk.client(data(150, 1, 501)), std::uint32_t(keep_alive));
    }
    void acknowledgments_of_what_nobody_saw() {
        Talk talk;
        talk.shake_hands();
        QCOMPARE(talk.server(acknowledge(501, 901)), std::uint32_t(ack_lost_segment));
        QCOMPARE(talk.server(acknowledge(501, 1001)), 0u);  // told
        QCOMPARE(talk.client(data(1001, 50, 501)), std::uint32_t(lost_segment));
        QCOMPARE(talk.server(acknowledge(501, 1051)), std::uint32_t(ack_lost_segment));  // the gap before it
    }
    void numbers_go_round() {
        Talk talk;
        talk.client({.seq = 0xfffffff0, .window = 1000, .flags = syn});
        talk.server({.seq = 500, .ack = 0xfffffff1, .window = 2000, .flags = syn | ack});
        QCOMPARE(talk.client(data(0xfffffff1, 100, 501)), 0u);
        QCOMPARE(talk.server(acknowledge(501, 0x55)), 0u);
        QCOMPARE(talk.client(data(0x55, 10, 501)), 0u);
        QCOMPARE(talk.client(data(0xfffffff1, 100, 501)), std::uint32_t(spurious_retransmission));
    }
};

QTEST_APPLESS_MAIN(TcpOrderTest)
#include "tcp_order_test.moc"
