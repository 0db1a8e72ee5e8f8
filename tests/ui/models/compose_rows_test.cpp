// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/compose_rows.h"
#include <QtTest>

using namespace sallyport;

class ComposeRowsTest : public QObject {
    Q_OBJECT
    static std::vector<ComposeRow> rows(const Composition& packet, const char* layer) {
        const auto layers = packet.layers();
        for (std::size_t i = 0; i < layers.size(); i++)
            if (layers[i].name == layer) return compose_rows(packet.fields(i));
        return {};
    }
    static const ComposeRow* row(const std::vector<ComposeRow>& rows, const char* name) {
        for (auto& one : rows)
            for (auto& key : {one.field.key.name})
                if (key == name) return &one;
        return nullptr;
    }

private slots:
    void flags_stand_in_a_row() {
        const auto packet = *compose(*find_template("tcp-syn"));
        const auto tcp = rows(packet, "tcp");
        auto* flags = row(tcp, "tcp.flags");
        QVERIFY(flags);
        QVERIFY2(flags->flags.size() >= 8, qPrintable(QString::number(flags->flags.size())));
        bool syn = false;
        for (auto& flag : flags->flags) syn |= flag.key.name == "tcp.flags.syn" && flag.value == "1";
        QVERIFY(syn);
        QVERIFY2(!row(tcp, "tcp.flags.syn"), "a flag in a row of its own too");
    }

    void flags_between_other_parts_stand_where_they_are() {
        const auto packet = *compose(*find_template("dns-query"));
        const auto dns = rows(packet, "dns");
        auto* number = row(dns, "dns.flags");
        QVERIFY(number && number->flags.empty());
        int groups = 0, opcode = -1;
        for (std::size_t i = 0; i < dns.size(); i++) {
            groups += !dns[i].flags.empty();
            if (dns[i].field.key.name == "dns.flags.opcode") opcode = int(i);
        }
        QVERIFY(groups >= 2);
        QVERIFY(opcode > 0 && !dns[std::size_t(opcode) - 1].flags.empty());
    }

    void elements_can_be_removed() {
        auto packet = *compose(*find_template("tcp-syn"));
        FieldKey element;
        for (auto& one : rows(packet, "tcp"))
            if (element.name.empty()) element = one.remove;
        QVERIFY2(!element.name.empty(), "no option can be removed");
        QVERIFY(packet.find("tcp.options.mss_val"));
        const auto removed = packet.remove_element(element);
        QVERIFY2(removed, removed ? "" : removed.error().text().c_str());
        QVERIFY(!packet.find("tcp.options.mss_val"));
    }

    void what_is_only_derived_is_left_out() {
        const auto packet = *compose(*find_template("tcp-syn"));
        const auto tcp = rows(packet, "tcp");
        QVERIFY(!row(tcp, "tcp.flags.str") && !row(tcp, "tcp.checksum.status"));
        QVERIFY(row(tcp, "tcp.checksum") && row(tcp, "tcp.dstport"));
    }

    void an_edit_of_a_value_keeps_the_lines() {
        auto packet = *compose(*find_template("tcp-syn"));
        const auto before = rows(packet, "tcp");
        QVERIFY(packet.set("tcp.dstport=443"));
        const auto after = rows(packet, "tcp");
        QCOMPARE(after.size(), before.size());
        for (std::size_t i = 0; i < after.size(); i++) QVERIFY(after[i].isLike(before[i]));
    }
};

QTEST_GUILESS_MAIN(ComposeRowsTest)
#include "compose_rows_test.moc"
