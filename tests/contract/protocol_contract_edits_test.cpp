// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every edit that changes the size of a packet, unasked, over every kind of packet in the captures at hand: a field
// of variable size made longer, an element of a list inserted or removed give a packet that tshark calls sound wherever the
// original was. Edited packets are collected by the thousand and judged in one run of tshark.
#include "contract/captures.h"
#include "contract/edit_trials.h"
#include <QTemporaryDir>
#include <QTest>
#include <unordered_map>

using namespace sallyport;

namespace {

constexpr unsigned packets_a_shape = 4;                  // packets of the same shape that are edited
constexpr const char* not_a_character = "\xef\xbf\xbd";  // U+FFFD, for bytes that are none: such a text does not parse back

bool has_errors(const Dissection& t) {
    return std::any_of(t.nodes.begin(), t.nodes.end(), [](auto& n) { return n.error; });
}

/// Which fields stand in the packet, and in which order.
std::size_t shape_of(const Dissection& t) {
    std::size_t hash = std::size_t(t.context.link_type);
    for (auto& n : t.nodes) hash = hash * 1099511628211u ^ std::hash<const void*>()(n.node ? static_cast<const void*>(n.node) : n.text);
    return hash;
}

std::string text_of(const Dissection& tree, const TreeNode& n) {
    std::string text;
    if (n.length) append_value(tree, n, text);
    if (n.field->base == Base::colons) std::erase(text, ':');
    return text;
}

bool is_of_variable_size(const Dissection& tree, const TreeNode& n) {
    if (!n.field || !n.node || n.error || n.generated || n.node->width || n.node->span > 1) return false;
    if (n.field->type != FieldType::string && n.field->type != FieldType::bytes) return false;
    if (n.field->coding && n.field->coding->text && !n.field->coding->parse) return false;
    if (n.field->type == FieldType::string && !n.field->coding && text_of(tree, n).find(not_a_character) != std::string::npos) return false;
    for (auto& layer : tree.layers)  // all of another protocol: its own fields tell its size
        if (layer.parent == std::int16_t(n.layer) && layer.start == n.at) return false;
    return true;
}

/// The value with a few characters or bytes more at its end; a line grows before the bytes that end it.
std::string longer(const Dissection& tree, const TreeNode& n, unsigned by) {
    static constexpr std::string_view letters = ".longer9", digits = "6c6f6e6765723939";
    bool is_text = n.field->type == FieldType::string;
    std::string text = text_of(tree, n);
    std::size_t at = text.size();
    for (std::string_view end : {"\\n", "\\r"})
        if (is_text && std::string_view(text).substr(0, at).ends_with(end)) at -= end.size();
    return text.insert(at, is_text ? letters.substr(0, by) : digits.substr(0, std::size_t(2) * by));
}

/// A message goes on from it, or into it.
bool holds_piece(const Dissection& tree, const Repeat& list, std::uint32_t at, std::uint32_t end) {
    return list.source == packet_source &&
           std::any_of(tree.pieces.begin(), tree.pieces.end(), [&](auto& piece) { return piece.from >= at && piece.from < end; });
}

/// A field by which elements can be counted, and how often it stands in one.
struct Mark {
    QByteArray field;
    int times = 0;
};
/// The last field of the element that begins with this node and ends at `to`: the first may stand in padding, too.
Mark mark_of(const Dissection& tree, std::size_t first, std::uint32_t to) {
    Mark mark;
    auto& begin = tree.nodes[first];
    if (to - begin.at < 2) return mark;
    auto visit = [&](auto with) {
        for (std::size_t i = first; i < tree.nodes.size() && tree.nodes[i].at < to && tree.nodes[i].layer == begin.layer; i++) {
            auto& n = tree.nodes[i];
            if (!n.field || n.error || n.generated || n.hidden || !n.length || !*n.field->name || *n.field->name == '@') continue;
            if (n.source != begin.source) continue;  // put together, also from other elements
            auto is_it = [&](auto name) { return n.field->name == std::string_view(name); };
            if (std::none_of(std::begin(test::uncounted), std::end(test::uncounted), is_it)) with(n.field->name);
        }
    };
    visit([&](const char* name) { mark.field = name; });
    visit([&](const char* name) { mark.times += mark.field == name; });
    return mark;
}

}  // namespace

class ProtocolContractEditsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        if (!test::TsharkBatch::available()) QSKIP("needs tshark: it says whether the edited packets are sound");
        QVERIFY(folder_.isValid());
        known_ = test::TsharkBatch::known_fields();
    }

    void longer_values_stay_sound() {
        test::EditTrials trials(folder_.filePath("longer.pcapng"));
        each_shape([&](const PacketContext& c, const Dissection& tree, const QString& name) {
            trials.begin(name, c);
            for (std::size_t i = 0; i < tree.nodes.size(); i++)
                if (is_of_variable_size(tree, tree.nodes[i]))
                    for (unsigned by : {3, 8}) grow(trials, c, tree, i, by);
        });
        judge(trials);
    }

    void inserted_and_removed_elements_are_counted() {
        test::EditTrials trials(folder_.filePath("elements.pcapng"));
        each_shape([&](const PacketContext& c, const Dissection& tree, const QString& name) {
            if (tree.elements.empty()) return;
            trials.begin(name, c);
            for (std::size_t i = 0; i < tree.elements.size(); i++) change_list(trials, c, tree, i);
        });
        judge(trials);
    }

private:
    /// Whole packets without errors, a few of each shape.
    static void each_shape(const std::function<void(const PacketContext&, const Dissection&, const QString&)>& visit) {
        std::unordered_map<std::size_t, unsigned> seen;
        Dissection tree;
        for (auto& path : test::captures())
            test::each_packet(path, SIZE_MAX, [&](const PacketContext& c) {
                if (c.original_length != c.bytes.size()) return;
                dissect(c, tree);
                if (has_errors(tree) || ++seen[shape_of(tree)] > packets_a_shape) return;
                visit(c, tree, QString("%1 packet %2").arg(QFileInfo(path).fileName()).arg(c.number));
            });
    }

    static void grow(test::EditTrials& trials, const PacketContext& c, const Dissection& tree, std::size_t index, unsigned by) {
        auto& n = tree.nodes[index];
        auto text = longer(tree, n, by);
        QString edit = QString("%1 made longer by %2").arg(n.field->name).arg(by);
        Editor editor(c);
        if (auto ok = editor.set_node(std::int32_t(index), text); !ok) return trials.refused(edit, ok.error());
        auto& nodes = editor.dissection().nodes;
        bool there = std::any_of(nodes.begin(), nodes.end(), [&](auto& now) {
            return now.field == n.field && !now.error && text_of(editor.dissection(), now) == text;
        });
        if (!there && !test::is_excused(test::complaints, edit, "the value is not there")) trials.fault(edit + ": the value is not there");
        trials.edited(c, editor.bytes(), edit);
    }

    static void change_list(test::EditTrials& trials, const PacketContext& c, const Dissection& tree, std::size_t element) {
        auto& e = tree.elements[element];
        auto& list = tree.repeats[std::size_t(e.repeat)];
        auto next = std::find_if(tree.elements.begin() + std::ptrdiff_t(element) + 1, tree.elements.end(),
                                 [&](auto& other) { return other.repeat == e.repeat; });
        bool is_last = next == tree.elements.end(), is_only = is_last && e.at == list.at;
        std::uint32_t end = is_last ? list.end : next->at;
        auto first = std::find_if(tree.nodes.begin(), tree.nodes.end(), [&](auto& n) {
            return n.repeat == e.repeat && n.parent == list.parent && n.at >= e.at && n.source == list.source;
        });
        if (first == tree.nodes.end() || first->at >= end) return;
        auto index = std::size_t(first - tree.nodes.begin());
        auto [field, times] = mark_of(tree, index, end);
        QString name = first->field ? first->field->name : QString("%1 (%2)").arg(first->text, field.constData());
        if (holds_piece(tree, list, e.at, end)) name.prepend("piece in ");
        Editor removing(c), inserting(c);
        if (is_last && list.stopped && end - e.at < 2) return;  // the mark that ends the list: neither goes nor comes again
        if (auto ok = removing.remove(std::int32_t(index)); !ok) trials.refused(name + " removed", ok.error());
        else trials.edited(c, removing.bytes(), name + " removed", field, -times, is_only);
        if (auto ok = inserting.insert_element(std::size_t(e.repeat), tree.bytes_of(list.source).subspan(e.at, end - e.at)); !ok)
            trials.refused(name + " inserted", ok.error());
        else trials.edited(c, inserting.bytes(), name + " inserted", field, times);
    }

    void judge(test::EditTrials& trials) {
        auto faults = trials.judge(known_);
        for (auto& fault : faults) qWarning("%s", qPrintable(fault));
        QVERIFY2(faults.isEmpty(), "edited packets have faults that were not there before: see above");
    }

    QTemporaryDir folder_;
    QHash<QByteArray, QByteArray> known_;
};

QTEST_GUILESS_MAIN(ProtocolContractEditsTest)
#include "protocol_contract_edits_test.moc"
