// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps: how they are written, and that patching gives just what editing gives.
#include "compose/packet_series.h"
#include "base/address.h"
#include "compose/packet_template.h"
#include <QTest>
#include <map>
#include <set>

using namespace sallyport;

namespace {

QString hex(Bytes bytes) { return QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())).toHex(' '); }

Composition made(const char* name) { return *compose(*find_template(name)); }

Result<PacketSeries> series_of(const Composition& packet, const std::vector<const char*>& sweeps) {
    std::vector<Sweep> parsed;
    for (auto* text : sweeps) {
        auto sweep = Sweep::parse(text);
        if (!sweep) return tl::unexpected(sweep.error());
        parsed.push_back(std::move(*sweep));
    }
    return PacketSeries::make(packet, parsed);
}

std::string value(Bytes packet, const char* name) {
    Composition read(packet, LinkType::ethernet);
    auto key = read.find(name);
    return key ? read.field(*key)->value : "(missing)";
}

}  // namespace

class PacketSeriesTest : public QObject {
    Q_OBJECT
private slots:
    void sweeps_are_parsed() {
        auto sweep = Sweep::parse("tcp.dstport={22, 80,1000..2000/500}");
        QVERIFY(sweep);
        QCOMPARE(sweep->field, "tcp.dstport");
        QCOMPARE(sweep->ranges.size(), std::size_t(3));
        QCOMPARE(sweep->ranges[2].first, "1000");
        QCOMPARE(sweep->ranges[2].last, "2000");
        QCOMPARE(sweep->ranges[2].step, std::uint64_t(500));
        for (auto* bad :
             {"", "ip.ttl", "=1", "ip.ttl=", "ip.ttl={1,2", "ip.ttl=1..", "ip.ttl=..3", "ip.ttl=1..3/0", "ip.ttl=1..3/x", "ip.ttl={}"})
            QVERIFY2(!Sweep::parse(bad), bad);
    }

    void patching_gives_what_editing_gives_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("sweeps");
        QTest::addColumn<qulonglong>("size");
        QTest::addColumn<bool>("in_place");
        auto row = [](const char* title, const char* name, QStringList sweeps, qulonglong size, bool in_place) {
            QTest::newRow(title) << name << sweeps << size << in_place;
        };
        row("none", "udp", {}, 1, true);
        row("ttl", "udp", {"ip.ttl=1..30"}, 30, true);
        row("steps", "udp", {"ip.id=0..65535/256"}, 256, true);
        row("ports", "tcp-syn", {"tcp.dstport={22,80,443}"}, 3, true);
        row("product", "tcp-syn", {"tcp.dstport={22,80,443}", "ip.ttl=60..64", "tcp.seq_raw=1..100/33"}, 60, true);
        row("addresses", "ping", {"ip.dst=192.0.2.1..192.0.2.200"}, 200, true);
        row("hardware addresses", "arp-request",
            {"arp.src.hw_mac=02:00:00:00:00:00..02:00:00:00:00:ff", "eth.src={02:00:00:00:00:01,02:00:00:00:00:02}"}, 512, true);
        row("IPv6", "neighbour-solicitation", {"icmpv6.nd.ns.target_address=2001:db8::1..2001:db8::40"}, 64, true);
        row("bits in one number", "tcp-syn", {"tcp.flags.urg={0,1}", "tcp.flags.push={0,1}", "tcp.flags.ece={0,1}"}, 8, true);
        row("an odd place", "ping", {"icmp.code=0..255", "icmp.seq=0..600/200"}, 1024, true);
        row("a scaled number", "tcp-syn", {"ip.ttl=1..2", "tcp.window_size_value=0..65535/1111"}, 118, true);
        row("a checksum on purpose", "udp", {"udp.checksum={0x1234,0x4321}", "ip.ttl=1..5"}, 10, true);
        row("a length on purpose", "udp", {"ip.len=20..60"}, 41, true);
        row("a query's id", "dns-query", {"dns.id=0..65535/777", "udp.srcport=1024..1030"}, 595, true);
        row("names", "dns-query", {"dns.qry.name={a.org,much.longer.example.org}", "ip.ttl={1,2}"}, 4, false);
        row("text", "http-get", {"http.request.method={GET,HEAD,POST}"}, 3, false);
        row("fragments, without a checksum above", "udp", {"ip.flags.mf={0,1}", "ip.src=192.0.2.1..192.0.2.9"}, 18, false);
    }
    void patching_gives_what_editing_gives() {
        QFETCH(QString, name);
        QFETCH(QStringList, sweeps);
        QFETCH(qulonglong, size);
        QFETCH(bool, in_place);
        auto packet = made(qPrintable(name));
        std::vector<std::string> kept;
        std::vector<Sweep> parsed;
        for (auto& text : sweeps) parsed.push_back(*Sweep::parse(text.toStdString()));
        auto series = PacketSeries::make(packet, parsed);
        QVERIFY2(series, series ? "" : series.error().text().c_str());
        QCOMPARE(qulonglong(series->size()), size);
        QCOMPARE(series->in_place(), in_place);
        ByteBuffer built;
        std::set<ByteBuffer> all;
        for (std::uint64_t i = 0; i < series->size(); i++) {
            series->build(i, built);
            all.insert(built);
            auto edited = packet;
            auto rest = i;
            std::vector<std::string> values(parsed.size());
            for (std::size_t s = parsed.size(); s--;) {
                auto listed = values_of(parsed[s]);
                values[s] = listed[rest % listed.size()];
                rest /= listed.size();
            }
            for (std::size_t s = 0; s < parsed.size(); s++) {
                auto done = edited.set(parsed[s].field + "=" + values[s]);
                QVERIFY2(done, done ? "" : done.error().text().c_str());
            }
            QVERIFY2(std::equal(built.begin(), built.end(), edited.bytes().begin(), edited.bytes().end()),
                     qPrintable(QString("%1\n%2\n%3").arg(i).arg(hex(built), hex(edited.bytes()))));
        }
        QCOMPARE(qulonglong(all.size()), size);
    }

    void large_sweeps_cost_nothing_until_they_are_built() {
        auto series = series_of(made("tcp-syn"), {"ip.src=10.0.0.0..10.255.255.255", "tcp.srcport=1..65535"});
        QVERIFY2(series, series ? "" : series.error().text().c_str());
        QCOMPARE(qulonglong(series->size()), (1ull << 24) * 65535);
        QVERIFY(series->in_place());
        ByteBuffer built;
        series->build(series->size() - 1, built);
        QCOMPARE(value(built, "ip.src"), "10.255.255.255");
        QCOMPARE(value(built, "tcp.srcport"), "65535");
        QCOMPARE(value(built, "tcp.checksum.status"), "1");
        QCOMPARE(value(built, "ip.checksum.status"), "1");
    }

    void errors_say_what_data() {
        QTest::addColumn<QStringList>("sweeps");
        QTest::addColumn<QString>("what");
        QTest::newRow("no such field") << QStringList{"ip.tll=1..3"} << "ip.tll";
        QTest::newRow("not in the packet") << QStringList{"tcp.dstport=1..3"} << "tcp.dstport";
        QTest::newRow("too large") << QStringList{"ip.ttl=1..300"} << "255";
        QTest::newRow("no number") << QStringList{"ip.ttl=1..x"} << "x";
        QTest::newRow("backwards") << QStringList{"ip.ttl=9..3"} << "backwards";
        QTest::newRow("computed") << QStringList{"ip.checksum.status=0..1"} << "computed";
        QTest::newRow("twice") << QStringList{"ip.ttl=1..3", "ip.ttl=5"} << "twice";
        QTest::newRow("two networks") << QStringList{"dns.qry.name=a..c"} << "ranges";
        QTest::newRow("too many") << QStringList{"eth.src=00:00:00:00:00:00..ff:ff:ff:ff:ff:ff", "ip.src=0.0.0.0..255.255.255.255"}
                                  << "too many";
    }
    void errors_say_what() {
        QFETCH(QStringList, sweeps);
        QFETCH(QString, what);
        std::vector<Sweep> parsed;
        for (auto& text : sweeps) parsed.push_back(*Sweep::parse(text.toStdString()));
        auto series = PacketSeries::make(made("dns-query"), parsed);
        QVERIFY(!series);
        QVERIFY2(QString::fromStdString(series.error().text()).contains(what), series.error().text().c_str());
    }

    void packets_of_a_store_are_as_they_stand_there() {
        auto store = std::make_shared<PacketStore>();
        QVERIFY(!PacketSeries::of(store));
        const ByteBuffer frame = *parse_hex("020000000002020000000001080045"), bare = *parse_hex("450000140001");
        for (auto [bytes, link_type] : {std::pair(&frame, LinkType::ethernet), std::pair(&bare, LinkType::raw)}) {
            PacketRecord record;
            record.captured = record.original = std::uint32_t(bytes->size());
            record.link_type = link_type;
            QVERIFY(store->append(record, *bytes));
        }
        const auto series = PacketSeries::of(store);
        QVERIFY(series);
        QCOMPARE(series->size(), std::uint64_t(2));
        QVERIFY(series->is_stored() && !series->in_place());
        ByteBuffer out;
        series->build(1, out);
        QCOMPARE(hex(out), hex(bare));
        QCOMPARE(series->link_type(1), LinkType::raw);
        series->build(0, out);
        QCOMPARE(hex(out), hex(frame));
        QCOMPARE(series->link_type(0), LinkType::ethernet);
    }

private:
    /// By hand, and not by what is tested.
    static std::vector<std::string> values_of(const Sweep& sweep) {
        std::vector<std::string> out;
        for (auto& range : sweep.ranges) {
            if (range.last.empty()) {
                out.push_back(range.first);
                continue;
            }
            if (auto colon = range.first.rfind(':'); colon != std::string::npos) {  // the last part counts up
                const int base = 16;
                const auto first = std::stoul(range.first.substr(colon + 1), nullptr, base),
                           last = std::stoul(range.last.substr(colon + 1), nullptr, base);
                for (auto v = first; v <= last; v += range.step)
                    out.push_back(range.first.substr(0, colon + 1) + QString::number(v, base).toStdString());
                if (range.first.size() == 17)
                    for (auto& text : out)
                        if (text.size() == 16) text.insert(15, "0");
            } else if (auto dot = range.first.rfind('.'); dot != std::string::npos) {
                const auto first = std::stoul(range.first.substr(dot + 1)), last = std::stoul(range.last.substr(dot + 1));
                for (auto v = first; v <= last; v += range.step) out.push_back(range.first.substr(0, dot + 1) + std::to_string(v));
            } else {
                for (auto v = std::stoul(range.first); v <= std::stoul(range.last); v += range.step) out.push_back(std::to_string(v));
            }
        }
        return out;
    }
};

QTEST_GUILESS_MAIN(PacketSeriesTest)
#include "packet_series_test.moc"
