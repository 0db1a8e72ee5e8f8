// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/nfqueue_message.h"
#include <QtTest>
#include <arpa/inet.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_queue.h>
#include <linux/netlink.h>

using namespace sallyport;

namespace {

void add_attribute(ByteBuffer& message, std::uint16_t type, const ByteBuffer& value) {
    const nlattr attribute{.nla_len = std::uint16_t(NLA_HDRLEN + value.size()), .nla_type = type};
    const auto* at = reinterpret_cast<const std::uint8_t*>(&attribute);
    message.insert(message.end(), at, at + sizeof attribute);
    message.insert(message.end(), value.begin(), value.end());
    message.resize(NLA_ALIGN(message.size()));
}

/// A message as nfqnl_build_packet_message() of the kernel lays it out.
ByteBuffer packet_message() {
    ByteBuffer message(NLMSG_HDRLEN + sizeof(nfgenmsg));
    add_attribute(message, NFQA_PACKET_HDR, {0, 0, 1, 2, 0x08, 0x00, 1});
    add_attribute(message, NFQA_IFINDEX_INDEV, {0, 0, 0, 3});
    add_attribute(message, NFQA_MARK, {0xde, 0xad, 0xbe, 0xef});
    add_attribute(message, NFQA_UID, {0, 0, 3, 0xe8});
    add_attribute(message, NFQA_TIMESTAMP, {0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 7});
    add_attribute(message, NFQA_CAP_LEN, {0, 1, 0, 0});
    add_attribute(message, NFQA_SKB_INFO, {0, 0, 0, 3});
    add_attribute(message, NFQA_PAYLOAD, {0x45, 1, 2, 3, 4});
    const nlmsghdr header{.nlmsg_len = std::uint32_t(message.size()), .nlmsg_type = NFNL_SUBSYS_QUEUE << 8 | NFQNL_MSG_PACKET};
    std::memcpy(message.data(), &header, sizeof header);
    return message;
}

/// Verdict messages as "batch 7 accept" or "one 7 drop" or "one 7 accept + 4 bytes".
QStringList read_verdicts(Bytes messages) {
    QStringList read;
    while (messages.size() >= 32) {
        nlmsghdr header;
        std::memcpy(&header, messages.data(), sizeof header);
        if (header.nlmsg_len < 32 || header.nlmsg_len > messages.size()) return {"damaged"};
        const bool batch = (header.nlmsg_type & 0xff) == NFQNL_MSG_VERDICT_BATCH;
        const char* verdict = load_be(&messages[24], 4) ? "accept" : "drop";
        QString text = QString("%1 %2 %3").arg(batch ? "batch" : "one").arg(load_be(&messages[28], 4)).arg(verdict);
        if (header.nlmsg_len > 32) text += QString(" + %1 bytes").arg(load_le(&messages[32], 2) - 4);
        read.push_back(text);
        messages = messages.subspan(header.nlmsg_len);
    }
    if (!messages.empty()) read.push_back("rest");
    return read;
}

}  // namespace

class NfqueueMessageTest : public QObject {
    Q_OBJECT
private slots:
    void readsAPacket() {
        const ByteBuffer message = packet_message();
        QueuedPacket packet;
        QVERIFY(read_queued_packet(message, packet));
        QCOMPARE(packet.id, 0x0102u);
        QCOMPARE(packet.hook, 1);
        QCOMPARE(packet.in_interface, 3u);
        QCOMPARE(packet.out_interface, 0u);
        QCOMPARE(packet.mark, 0xdeadbeefu);
        QCOMPARE(packet.user, 1000u);
        QCOMPARE(packet.group, ~0u);
        QCOMPARE(packet.time.ns, 5'000'007'000);
        QCOMPARE(packet.full_length, 65536u);
        QCOMPARE(packet.skb_info, 3u);
        QCOMPARE(packet.payload.size(), 5u);
        QCOMPARE(packet.payload[4], 4);
    }

    // The kernel sends none of these, but nothing may be read past the end if it did.
    void survivesEveryTruncation() {
        const ByteBuffer message = packet_message();
        for (std::size_t size = 0; size < message.size(); size++) {
            const ByteBuffer cut(message.begin(), message.begin() + std::ptrdiff_t(size));
            QueuedPacket packet;
            const bool read = read_queued_packet(cut, packet);
            QCOMPARE(read, size >= 20u + 11u);  // its number is there
            QCOMPARE(packet.payload.empty(), size < message.size() - 3);  // three bytes of padding end it
        }
    }

    void survivesDamage() {
        const ByteBuffer message = packet_message();
        for (std::size_t at = 0; at < message.size(); at++)
            for (int value : {0, 1, 3, 4, 0x7f, 0xff}) {
                ByteBuffer damaged = message;
                damaged[at] = std::uint8_t(value);
                QueuedPacket packet;
                if (!read_queued_packet(damaged, packet)) continue;
                const auto* end = damaged.data() + damaged.size();
                const auto* start = packet.payload.data();
                QVERIFY(packet.payload.empty() || (start >= damaged.data() && start + packet.payload.size() <= end));
            }
    }

    void ignoresOtherMessages() {
        ByteBuffer message = packet_message();
        message[4] = NLMSG_ERROR;
        message[5] = 0;
        QueuedPacket packet;
        QVERIFY(!read_queued_packet(message, packet));
    }

    void runsAreOneMessage() {
        VerdictBuffer verdicts(5);
        QVERIFY(verdicts.empty());
        for (std::uint32_t id = 1; id <= 60; id++) verdicts.add_oldest(id, Verdict::accept);
        QCOMPARE(read_verdicts(verdicts.messages()), QStringList({"batch 60 accept"}));
        QCOMPARE(load_be(&verdicts.messages()[18], 2), 5u);  // the queue's number
        verdicts.add_oldest(61, Verdict::drop);
        verdicts.add_oldest(62, Verdict::drop);
        verdicts.add_oldest(63, Verdict::accept);
        QCOMPARE(read_verdicts(verdicts.messages()), QStringList({"batch 60 accept", "batch 62 drop", "batch 63 accept"}));
        verdicts.clear();
        QVERIFY(verdicts.empty());
        verdicts.add_oldest(64, Verdict::accept);
        QCOMPARE(read_verdicts(verdicts.messages()), QStringList({"batch 64 accept"}));
    }

    // A run covers all that is older than its last packet, so it must not grow over one that another message decides.
    void aRunEndsAtAMessageOfAnotherKind() {
        VerdictBuffer verdicts(5);
        verdicts.add_oldest(5, Verdict::accept);
        verdicts.add(7, Verdict::drop);
        verdicts.add_oldest(6, Verdict::accept);
        verdicts.add_oldest(8, Verdict::accept);
        verdicts.add_edited(9, ByteBuffer(21, 1));
        verdicts.add_oldest(10, Verdict::accept);
        QCOMPARE(read_verdicts(verdicts.messages()),
                 QStringList({"batch 5 accept", "one 7 drop", "batch 8 accept", "one 9 accept + 21 bytes", "batch 10 accept"}));
    }
};

QTEST_GUILESS_MAIN(NfqueueMessageTest)
#include "nfqueue_message_test.moc"
