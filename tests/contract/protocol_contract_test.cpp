// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every protocol, unasked, over every packet of the captures at hand: descriptions are well formed, find equals
// tree for every field, every field's human form parses back to its bytes. protocol_contract_edits_test and …_harm_test go on.
#include "contract/captures.h"
#include "dissect/edit.h"
#include "dissect/find.h"
#include "dissect/program.h"
#include <QTest>
#include <map>

using namespace sallyport;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::size_t packets_a_file = 150;  // each costs ten times as much
#else
constexpr std::size_t packets_a_file = 1500;
#endif

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
        if (n.error) {  // filters have a name for them
            const bool is_cut = t.context.original_length > t.context.bytes.size();
            out[programs().find(is_cut ? "_ws.short" : "_ws.malformed")].push_back({0, {}, n.at});
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

    void codings_say_what_they_take() {
        for (auto& field : programs().fields())
            if (const Coding* coding = field.field ? field.field->coding : nullptr; coding && coding->parse)
                QVERIFY2(!coding->expected.empty() || coding->fault, field.name.c_str());
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
            auto editor = std::make_unique<Editor>(c);
            auto is_unchanged = [&] { return std::equal(c.bytes.begin(), c.bytes.end(), editor->bytes().begin(), editor->bytes().end()); };
            if (!is_unchanged()) faults << line(c, "unedited, it is another");
            auto count = editor->dissection().nodes.size();
            for (std::size_t i = 0; i < count; i++) {
                auto& t = editor->dissection();
                TreeNode n = t.nodes[i];
                const bool is_empty = !n.length && n.field && n.field->type != FieldType::bytes;  // no bytes are written as <none>
                if (!n.field || is_group(n) || n.error || n.generated || is_empty || n.field->checksum != Checksum::none) continue;
                if (n.field->coding && n.field->coding->text && !n.field->coding->parse) continue;
                if (n.field->type == FieldType::string && !is_plain(t.bytes_of(n.source).subspan(n.at, n.length), n.field->coding))
                    continue;
                std::string text, again;
                append_value(t, n, text);
                auto ok = editor->set_node(std::int32_t(i), text);
                if (ok && is_unchanged()) continue;
                append_value(editor->dissection(), editor->dissection().nodes[i], again);
                bool is_finer = ok && n.field->type == FieldType::absolute_time && again == text;  // NTP's, than the nanoseconds people see
                if (!is_finer && faults.size() < 10)
                    faults << line(c, QString("%1 = '%2' %3")
                                          .arg(n.field->name, QString::fromStdString(text).left(60),
                                               ok ? "gives other bytes" : ok.error().text().c_str()));
                editor = std::make_unique<Editor>(c);
            }
        });
        QVERIFY2(faults.empty(), qPrintable(faults.join('\n')));
    }

private:
    static void files() {
        QTest::addColumn<QString>("path");
        auto all = test::captures();
        QVERIFY(!all.empty());
        for (auto& path : all) QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
    }
    /// Text that prints as it is: what is cut at a NUL or replaced by U+FFFD cannot come back.
    static bool is_plain(Bytes b, const Coding* coding) {
        return coding || std::all_of(b.begin(), b.end(), [](auto c) { return c >= 0x20 && c < 0x7f && c != '\\'; });
    }
};

QTEST_GUILESS_MAIN(ProtocolContractTest)
#include "protocol_contract_test.moc"
