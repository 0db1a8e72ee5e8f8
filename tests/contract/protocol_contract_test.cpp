// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every protocol, unasked, over every packet of the captures at hand: descriptions are well formed, find equals
// tree for every field, every field's human form parses back to its bytes, an unedited packet is identical, longer values keep
// lengths true, and neither truncated nor damaged bytes do harm (run it under the sanitizers).
#include "contract/captures.h"
#include "dissect/edit.h"
#include "dissect/find.h"
#include "dissect/program.h"
#include <QTest>
#include <map>
#include <random>

using namespace sallyport;

namespace {

constexpr std::size_t packets_a_file = 120;

QString line(const PacketContext& c, const QString& what) { return QString("packet %1: %2").arg(c.number).arg(what); }

struct Value {
    std::uint64_t number;
    std::string text;
    std::uint32_t at;
    bool operator==(const Value&) const = default;
};

std::map<FieldId, std::vector<Value>> values_in_tree(const Dissection& t) {
    std::map<FieldId, std::vector<Value>> out;
    for (auto& n : t.nodes) {
        if (n.is_layer) {
            out[programs().name_of(t.layers[n.layer].protocol)].push_back({0, {}, t.layers[n.layer].start});
            continue;
        }
        if (!n.field || n.error || !n.node) continue;
        for (auto id : n.node->field)
            if (id != no_field) {
                std::string text;
                append_value(t, n, text);
                out[id].push_back({n.value, text, n.at});
            }
    }
    return out;
}

}  // namespace

class ProtocolContractTest : public QObject {
    Q_OBJECT
private slots:
    void descriptions_are_well_formed() {
        for (auto& fault : programs().faults()) qWarning("%s", fault.c_str());
        QVERIFY(programs().faults().empty());
    }

    void find_equals_tree_data() { files(); }
    void find_equals_tree() {
        QFETCH(QString, path);
        static std::map<FieldId, std::unique_ptr<FindPlan>> plans;
        static std::map<FieldId, std::unique_ptr<Finder>> finders;
        QStringList faults;
        Dissection tree;
        test::each_packet(path, packets_a_file, [&](const PacketContext& c) {
            dissect(c, tree);
            for (auto& [id, values] : values_in_tree(tree)) {
                auto& info = programs().fields()[id];
                if (info.is_protocol) continue;
                auto& finder = finders[id];
                if (!finder) {
                    plans[id] = std::make_unique<FindPlan>(std::vector{id});
                    finder = std::make_unique<Finder>(*plans[id]);
                }
                finder->start(c);
                auto found = finder->values(0);
                bool same = found.size() == values.size();
                for (std::size_t i = 0; same && i < found.size(); i++)
                    same =
                        found[i].at == values[i].at && (found[i].number == values[i].number || found[i].field->type == FieldType::string);
                if (!same && faults.size() < 10)
                    faults << line(c,
                                   QString("%1: tree has %2, find gives %3").arg(info.name.c_str()).arg(values.size()).arg(found.size()));
            }
        });
        QVERIFY2(faults.empty(), qPrintable(faults.join('\n')));
    }

    void find_gives_nothing_that_the_tree_has_not_data() { files(); }
    void find_gives_nothing_that_the_tree_has_not() {
        QFETCH(QString, path);
        static const FindPlan everything = [] {
            std::vector<FieldId> all;
            for (std::size_t i = 0; i < programs().fields().size(); i++) all.push_back(FieldId(i));
            return FindPlan(all);
        }();
        static Finder finder(everything);
        QStringList faults;
        Dissection tree;
        test::each_packet(path, packets_a_file, [&](const PacketContext& c) {
            dissect(c, tree);
            auto values = values_in_tree(tree);
            finder.start(c);
            for (std::size_t i = 0; i < everything.wanted().size(); i++) {
                FieldId id = everything.wanted()[i];
                if (programs().fields()[id].is_protocol) continue;
                if (finder.values(i).size() != values[id].size() && faults.size() < 10)
                    faults << line(c, QString("%1: tree has %2, find gives %3")
                                          .arg(programs().fields()[id].name.c_str())
                                          .arg(values[id].size())
                                          .arg(finder.values(i).size()));
            }
        });
        QVERIFY2(faults.empty(), qPrintable(faults.join('\n')));
    }

    void human_forms_parse_back_data() { files(); }
    void human_forms_parse_back() {
        QFETCH(QString, path);
        QStringList faults;
        test::each_packet(path, packets_a_file, [&](const PacketContext& c) {
            Editor editor(c);
            ByteBuffer before(c.bytes.begin(), c.bytes.end());
            auto count = editor.dissection().nodes.size();
            for (std::size_t i = 0; i < count; i++) {
                auto& t = editor.dissection();
                TreeNode n = t.nodes[i];
                if (!n.field || n.error || n.generated || !n.length || n.field->checksum != Checksum::none) continue;
                if (n.field->coding && n.field->coding->text && !n.field->coding->parse) continue;
                if (n.field->type == FieldType::string && !is_plain(t.bytes_of(n.source).subspan(n.at, n.length), n.field->coding))
                    continue;
                std::string text;
                append_value(t, n, text);
                auto ok = editor.set_node(std::int32_t(i), text);
                bool same = std::equal(before.begin(), before.end(), editor.bytes().begin(), editor.bytes().end());
                if (ok && !same && n.field->type == FieldType::absolute_time) {  // NTP's are finer than the nanoseconds people see
                    std::string again;
                    append_value(editor.dissection(), editor.dissection().nodes[i], again);
                    if (again == text) return;
                }
                if ((!ok || !same) && faults.size() < 10)
                    faults << line(c, QString("%1 = '%2' %3")
                                          .arg(n.field->name, QString::fromStdString(text).left(60),
                                               ok ? "gives other bytes" : ok.error().text().c_str()));
                if (!same) return;
            }
        });
        QVERIFY2(faults.empty(), qPrintable(faults.join('\n')));
    }

    void longer_values_keep_lengths_true_data() { files(); }
    /// Every value of variable size made longer: what was sound stays sound, and the value is there.
    void longer_values_keep_lengths_true() {
        QFETCH(QString, path);
        QStringList faults;
        Dissection first;
        test::each_packet(path, packets_a_file / 4, [&](const PacketContext& c) {
            dissect(c, first);
            if (errors(first) || c.original_length != c.bytes.size()) return;
            for (std::size_t i = 0; i < first.nodes.size(); i++) {
                auto& n = first.nodes[i];
                bool variable = n.field && n.node && !n.error && !n.generated && !n.node->width && n.length && n.node->span == 1 &&
                                (n.field->type == FieldType::string || n.field->type == FieldType::bytes);
                if (std::string_view(n.field ? n.field->name : "").ends_with(".payload")) continue;  // all of another protocol
                if (!variable || (n.field->coding && n.field->coding->text && !n.field->coding->parse)) continue;
                Editor editor(c);
                std::string text;
                append_value(editor.dissection(), n, text);
                text += n.field->type == FieldType::string ? (n.field->coding ? ".longer" : "longer99") : "0011223344556677";
                if (n.field->base == Base::colons) std::erase(text, ':');
                auto ok = editor.set_node(std::int32_t(i), text);
                if (!ok) continue;  // a fixed size, or a length that cannot hold it: refused, with a reason
                if (errors(editor.dissection()) && faults.size() < 10)
                    faults << line(c, QString("%1 made longer: the packet does not decode any more").arg(n.field->name));
            }
        });
        QVERIFY2(faults.empty(), qPrintable(faults.join('\n')));
    }

    void truncated_and_damaged_bytes_do_no_harm_data() { files(); }
    void truncated_and_damaged_bytes_do_no_harm() {
        QFETCH(QString, path);
        std::mt19937 random(7);
        Dissection tree;
        PacketSummary summary;
        test::each_packet(path, 12, [&](const PacketContext& c) {
            for (std::size_t n = 0; n <= c.bytes.size(); n += n < 200 ? 1 : 17) {
                ByteBuffer cut(c.bytes.begin(), c.bytes.begin() + std::ptrdiff_t(n));  // its own allocation: a byte too far is found
                PacketContext p = c;
                p.bytes = cut;
                dissect(p, tree);
                for (auto& node : tree.nodes) node_text(tree, node);
                summarize(tree, summary);
            }
            for (int round = 0; round < 20; round++) {
                ByteBuffer damaged(c.bytes.begin(), c.bytes.end());
                for (int k = 0; k < 4 && !damaged.empty(); k++) damaged[random() % damaged.size()] = std::uint8_t(random());
                PacketContext p = c;
                p.bytes = damaged;
                set_everything(p, random);
            }
        });
    }

private:
    static void files() {
        QTest::addColumn<QString>("path");
        auto all = test::captures();
        QVERIFY(!all.empty());
        for (auto& path : all) QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
    }
    static bool errors(const Dissection& t) {
        return std::any_of(t.nodes.begin(), t.nodes.end(), [](auto& n) { return n.error; });
    }
    /// Text that prints as it is: what is cut at a NUL or replaced by U+FFFD cannot come back.
    static bool is_plain(Bytes b, const Coding* coding) {
        return coding || std::all_of(b.begin(), b.end(), [](auto c) { return c >= 0x20 && c < 0x7f && c != '\\'; });
    }
    static void set_everything(const PacketContext& p, std::mt19937& random) {
        Editor editor(p);
        static const char* const values[] = {
            "0", "1", "255", "65535", "4294967295", "a.longer.name.example", "00:11:22:33:44:55", "192.0.2.1", "2001:db8::1", "", "-1"};
        for (int k = 0; k < 12; k++) {
            auto count = editor.dissection().nodes.size();
            auto index = std::int32_t(random() % count);
            auto ok = editor.set_node(index, values[random() % std::size(values)]);
            if (!ok) QVERIFY(!ok.error().what.empty());
            if (k % 4 == 3) {
                std::uint8_t element[] = {1, 2, 3};
                (void)editor.insert(std::int32_t(random() % editor.dissection().nodes.size()), element);
                (void)editor.remove(std::int32_t(random() % editor.dissection().nodes.size()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ProtocolContractTest)
#include "protocol_contract_test.moc"
