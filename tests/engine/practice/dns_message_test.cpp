// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/dns_message.h"
#include <QTest>

using namespace sallyport;

class DnsMessageTest : public QObject {
    Q_OBJECT
private slots:
    void question_survives_the_wire() {
        const ByteBuffer query = make_dns_query(0x1a2b, "www.example", DnsType::aaaa);
        const auto question = read_dns_question(query);
        QVERIFY(question.has_value());
        QCOMPARE(question->id, 0x1a2b);
        QCOMPARE(question->name, std::string("www.example"));
        QCOMPARE(question->type, std::uint16_t(DnsType::aaaa));
        QCOMPARE(question->end, query.size());
    }

    void answer_carries_the_address() {
        const ByteBuffer query = make_dns_query(7, "ads.example", DnsType::a), address{10, 77, 0, 5};
        const ByteBuffer answer = make_dns_answer(query, *read_dns_question(query), address, true);
        QCOMPARE(read_dns_answer(answer, 7, DnsType::a), std::optional(address));
        QVERIFY(!read_dns_answer(answer, 8, DnsType::a));            // somebody else's answer
        QVERIFY(!read_dns_answer(answer, 7, DnsType::aaaa));
        QVERIFY(!read_dns_answer(query, 7, DnsType::a));             // a question is no answer
    }

    void unknown_names_are_said_to_be_unknown() {
        const ByteBuffer query = make_dns_query(7, "nobody.example", DnsType::a);
        const ByteBuffer answer = make_dns_answer(query, *read_dns_question(query), {}, false);
        QCOMPARE(answer[3] & 15, 3);                                 // RFC 1035 section 4.1.1: name error
        QVERIFY(!read_dns_answer(answer, 7, DnsType::a));
    }

    void names_are_compared_without_case() {
        ByteBuffer query = make_dns_query(7, "WWW.Example", DnsType::a);
        QCOMPARE(read_dns_question(query)->name, std::string("www.example"));
    }

    void cut_messages_are_no_messages() {
        const ByteBuffer query = make_dns_query(7, "www.example", DnsType::a), address{10, 77, 0, 3};
        const ByteBuffer answer = make_dns_answer(query, *read_dns_question(query), address, true);
        for (std::size_t size = 0; size < query.size(); size++) QVERIFY(!read_dns_question(Bytes(query).first(size)));
        for (std::size_t size = 0; size < answer.size(); size++) QVERIFY(!read_dns_answer(Bytes(answer).first(size), 7, DnsType::a));
    }

    void damaged_messages_do_no_harm() {
        const ByteBuffer query = make_dns_query(7, "www.example", DnsType::a);
        for (std::size_t at = 0; at < query.size(); at++)
            for (int value = 0; value < 256; value++) {
                ByteBuffer damaged = query;
                damaged[at] = std::uint8_t(value);
                if (const auto question = read_dns_question(damaged)) QVERIFY(question->end <= damaged.size());
            }
    }
};

QTEST_GUILESS_MAIN(DnsMessageTest)
#include "dns_message_test.moc"
