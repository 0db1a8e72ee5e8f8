// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of packets judged by one run of tshark: is each malformed, is a checksum bad, does an expert warn, which values has it?
#pragma once
#include "base/bytes.h"
#include "packet/link_type.h"
#include <QByteArrayList>
#include <QFile>
#include <QHash>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QString>
#include <map>
#include <vector>

namespace sallyport::test {

/// What tshark says about one packet.
struct TsharkVerdict {
    QSet<QByteArray> faults;                  // "malformed", "ip.checksum.status", or the text of an expert's warning or error
    QMap<QByteArray, QByteArrayList> values;  // of the fields that were asked for
};

/// Packets of any link types, collected in one pcapng file.
class TsharkBatch {
public:
    static bool available() { return !QStandardPaths::findExecutable("tshark").isEmpty(); }
    /// Every field that tshark knows: its name, and its type as "FT_UINT16". Takes a second.
    static QHash<QByteArray, QByteArray> known_fields() {
        QHash<QByteArray, QByteArray> found;
        QProcess tshark;
        tshark.start("tshark", {"-G", "fields"});
        if (!tshark.waitForFinished(120'000)) tshark.kill(), tshark.waitForFinished();
        while (tshark.canReadLine()) {
            auto columns = tshark.readLine().split('\t');  // P name filter, or F name filter type …
            if (columns.size() > 2) found[columns[2].trimmed()] = columns[0] == "F" ? columns[3] : QByteArray("FT_PROTOCOL");
        }
        return found;
    }

    /// What tshark calls the values of its fields: lines as `tshark -G values` prints them, split at the tabs. "V", field, value, name;
    /// "T", field, name of true, name of false.
    static QList<QByteArrayList> known_values() {
        QList<QByteArrayList> found;
        QProcess tshark;
        tshark.start("tshark", {"-G", "values"});
        if (!tshark.waitForFinished(120'000)) tshark.kill(), tshark.waitForFinished();
        while (tshark.canReadLine()) found.append(tshark.readLine().chopped(1).split('\t'));
        return found;
    }

    explicit TsharkBatch(const QString& file) : file_(file) {
        opened_ = file_.open(QIODevice::WriteOnly | QIODevice::Truncate);
        put({0x0a0d0d0a, 28, 0x1a2b3c4d, 1, 0xffffffff, 0xffffffff, 28});  // section header: version 1.0, length unknown
    }
    bool opened() const { return opened_; }
    std::size_t size() const { return packets_; }

    /// The packet's index in the verdicts.
    std::size_t add(Bytes bytes, LinkType link_type) {
        auto [it, is_new] = interfaces_.try_emplace(link_type, std::uint32_t(interfaces_.size()));
        if (is_new) put({1, 20, std::uint32_t(link_type), 0, 20});  // interface description
        auto size = std::uint32_t(bytes.size()), fill = (4 - size % 4) % 4, block = 32 + size + fill;
        put({6, block, it->second, 0, std::uint32_t(packets_), size, size});
        file_.write(reinterpret_cast<const char*>(bytes.data()), size);
        file_.write("\0\0\0", fill);
        put({block});
        return packets_++;
    }

    /// Runs tshark, each packet by itself: nothing is put together from several. Fewer verdicts than packets: it failed, see error().
    std::vector<TsharkVerdict> judge(const QByteArrayList& fields) {
        file_.close();
        QProcess tshark;
        tshark.setProcessChannelMode(QProcess::SeparateChannels);
        tshark.start("tshark", arguments(fields));
        tshark.closeWriteChannel();
        std::vector<TsharkVerdict> verdicts;
        if (!tshark.waitForFinished(250'000)) {
            error_ = tshark.errorString();
            tshark.kill(), tshark.waitForFinished();
            return verdicts;
        }
        error_ = tshark.readAllStandardError();
        verdicts.reserve(packets_);
        while (tshark.canReadLine()) verdicts.push_back(verdict(tshark.readLine(), fields));
        return verdicts;
    }
    const QString& error() const { return error_; }

private:
    static constexpr const char* checksums[] = {"ip.checksum.status",   "tcp.checksum.status",    "udp.checksum.status",
                                                "icmp.checksum.status", "icmpv6.checksum.status", "igmp.checksum.status",
                                                "vrrp.checksum.status", "sctp.checksum.status"};

    QStringList arguments(const QByteArrayList& fields) const {
        QStringList out{"-n", "-r", file_.fileName(), "-T", "fields", "-E", "separator=/t", "-E", "aggregator=|"};
        for (auto preference :
             {"ip.defragment:FALSE", "ipv6.defragment:FALSE", "tcp.desegment_tcp_streams:FALSE", "tcp.analyze_sequence_numbers:FALSE",
              "tls.desegment_ssl_records:FALSE", "tls.desegment_ssl_application_data:FALSE", "http.desegment_headers:FALSE",
              "http.desegment_body:FALSE", "ip.check_checksum:TRUE", "tcp.check_checksum:TRUE", "udp.check_checksum:TRUE",
              "sctp.checksum:CRC-32c", "arp.detect_duplicate_ips:FALSE"})
            out << "-o" << preference;
        out << "-e"
            << "_ws.malformed"
            << "-e"
            << "_ws.expert.severity"
            << "-e"
            << "_ws.expert.message";
        for (auto name : checksums) out << "-e" << name;
        for (auto& name : fields) out << "-e" << QString::fromUtf8(name);
        return out;
    }
    static TsharkVerdict verdict(const QByteArray& line, const QByteArrayList& fields) {
        constexpr unsigned warning = 0x600000;  // severities: chat 0x200000, note 0x400000, warning, error 0x800000 (epan/proto.h)
        TsharkVerdict v;
        auto columns = line.chopped(1).split('\t');
        auto values = [&](qsizetype i) { return i < columns.size() && !columns[i].isEmpty() ? columns[i].split('|') : QByteArrayList(); };
        if (!values(0).isEmpty()) v.faults << "malformed";
        auto severities = values(1), messages = values(2);
        for (qsizetype i = 0; i < severities.size(); i++)
            if (severities[i].toUInt(nullptr, 0) >= warning)
                v.faults << without_numbers(i < messages.size() ? messages[i] : QByteArray("expert"));
        qsizetype at = 3;
        for (auto name : checksums)
            if (values(at++).contains("0")) v.faults << name;
        for (auto& name : fields) v.values[name] = values(at++);
        return v;
    }
    /// The same complaint about another packet reads the same.
    static QByteArray without_numbers(QByteArray text) {
        static const QRegularExpression number("(0x)?[0-9a-fA-F]*[0-9][0-9a-fA-F]*");
        return QString::fromUtf8(text).replace(number, "#").toUtf8();
    }
    void put(std::initializer_list<std::uint32_t> words) {
        for (auto word : words) file_.write(reinterpret_cast<const char*>(&word), sizeof word);
    }

    QFile file_;
    std::map<LinkType, std::uint32_t> interfaces_;
    std::size_t packets_ = 0;
    QString error_;
    bool opened_ = false;
};

}  // namespace sallyport::test
