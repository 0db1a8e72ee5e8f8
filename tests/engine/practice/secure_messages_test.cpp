// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/secure_messages.h"
#include <QTest>

using namespace sallyport;

class SecureMessagesTest : public QObject {
    Q_OBJECT
private slots:
    void hellos_name_the_server_and_echo_the_session() {
        std::mt19937 random(1);
        const std::string hello = make_client_hello("mail.example", random);
        const auto record = read_tls_record(hello);
        QVERIFY(record.has_value());
        QCOMPARE(record->size, hello.size());
        QCOMPARE(record->content, TlsContent::handshake);
        QVERIFY(record->body.find("mail.example") != std::string::npos);
        const auto session = session_id_of(record->body);
        QVERIFY(session.has_value());
        QCOMPARE(session->size(), std::size_t(32));
        const auto answer = read_tls_record(make_server_hello(*session, random));
        QVERIFY(answer.has_value());
        QVERIFY(answer->body.find(*session) != std::string::npos);
        QVERIFY(!session_id_of(answer->body));                       // a server's hello is no client's
    }

    void cut_records_and_hellos_are_none() {
        std::mt19937 random(1);
        const std::string hello = make_client_hello("mail.example", random);
        for (std::size_t size = 0; size < hello.size(); size++) QVERIFY(!read_tls_record(std::string_view(hello).substr(0, size)));
        const std::string body = read_tls_record(hello)->body;
        for (std::size_t size = 0; size < 4 + 2 + 32 + 1 + 32; size++) QVERIFY(!session_id_of(std::string_view(body).substr(0, size)));
    }
};

QTEST_GUILESS_MAIN(SecureMessagesTest)
#include "secure_messages_test.moc"
