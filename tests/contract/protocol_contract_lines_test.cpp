// SPDX-License-Identifier: GPL-3.0-or-later
// No line tells of a value that is not there: of every truncation of packets that have every field, neither a row nor a title in the
// tree has words with nothing behind them ("Src: , Dst: ", "Seq= Win= ").
#include "contract/captures.h"
#include "dissect/dissection.h"
#include "dissect/program.h"
#include <QRegularExpression>
#include <QTest>
#include <unordered_set>

using namespace sallyport;

namespace {

constexpr std::size_t longest_packet = 400;

/// Packets until each item of each layout was met.
void each_kind(const std::function<void(const PacketContext&)>& visit) {
    std::unordered_set<const void*> met;
    Dissection tree;
    for (auto& path : test::captures())
        test::each_packet(path, SIZE_MAX, [&](const PacketContext& c) {
            if (c.bytes.size() > longest_packet) return;
            dissect(c, tree);
            bool is_new = false;
            for (auto& n : tree.nodes)
                if (n.node) is_new |= met.insert(n.node).second;
            if (is_new) visit(c);
        });
}

/// The packet's own words may look like anything.
bool quotes_text(const Dissection& tree) {
    for (auto& layer : tree.layers) {
        const std::string_view name = programs()[layer.protocol].protocol->name;
        if (name == "http" || name == "ssdp") return true;
    }
    return false;
}

bool says_nothing(const std::string& line) {
    static const QRegularExpression pattern(QStringLiteral(R"(: ?(,|$)|[^ ]=( |,|\)|$)|= ( |/)|\(\)|^[ :,]| ,|\x{2192} ( |$))"));
    return pattern.match(QString::fromStdString(line)).hasMatch();
}

}  // namespace

class ProtocolContractLinesTest : public QObject {
    Q_OBJECT
private slots:
    void no_line_tells_of_what_is_missing() {
        Dissection tree;
        PacketSummary summary;
        unsigned lines = 0;
        QStringList faults;
        const auto look = [&](const std::string& line, const PacketContext& c, std::size_t size) {
            lines++;
            if (says_nothing(line) && faults.size() < 40)
                faults << QStringLiteral("\"%1\" of %2 bytes of packet %3").arg(QString::fromStdString(line)).arg(size).arg(c.number);
        };
        each_kind([&](const PacketContext& c) {
            for (std::size_t n = 0; n <= c.bytes.size(); n++) {
                PacketContext p = c;
                p.bytes = c.bytes.first(n);
                p.original_length = std::uint32_t(n);
                dissect(p, tree);
                if (quotes_text(tree)) continue;
                summarize(tree, summary);
                look(summary.info, c, n);
                for (auto& node : tree.nodes)
                    if (!node.error && (node.is_layer || (!node.field && node.text))) look(node_text(tree, node), c, n);
            }
        });
        QVERIFY(lines > 1000);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        qInfo("%u lines", lines);
    }
};

QTEST_GUILESS_MAIN(ProtocolContractLinesTest)
#include "protocol_contract_lines_test.moc"
