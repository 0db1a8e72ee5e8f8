// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the built sallyport-cli, and makes small captures for it.
#pragma once
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>
#include <QtEndian>

namespace sallyport::test {

struct Ran {
    int code = -1;  // -1: it crashed, or did not end
    QByteArray out, err;
};

inline Ran run_cli(const QStringList& arguments, const QByteArray& input = {}) {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert("TZ", "UTC");
    process.setProcessEnvironment(environment);
    process.start(SALLYPORT_BINARY_DIR "/sallyport-cli", arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000)) return process.kill(), process.waitForFinished(), Ran{};
    if (process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

struct TestPacket {
    QByteArray bytes;
    quint32 seconds = 0, microseconds = 0;
    quint32 original = 0;  // 0: nothing was cut off
};

/// An Ethernet frame with a DNS question for www.example.org over IPv4 and UDP; all checksums are right.
inline QByteArray dns_question() {
    return QByteArray::fromHex(
        "020000000002020000000001"  // eth
        "0800"
        "4500003d123400004011547a0a0000010a000002"  // ip
        "c000003500291f12"                          // udp
        "beef01000001000000000000"                  // dns
        "03777777076578616d706c65036f72670000010001");
}

/// Who has 10.0.0.2? Tell 10.0.0.1
inline QByteArray arp_request() {
    return QByteArray::fromHex(
        "ffffffffffff0200000000010806"
        "00010800060400010200000000010a0000010000000000000a000002");
}

/// A classic pcap file in memory: microseconds, Ethernet.
inline QByteArray pcap(const QList<TestPacket>& packets) {
    QByteArray out;
    auto put = [&out](quint32 value) {
        value = qToLittleEndian(value);
        out.append(reinterpret_cast<const char*>(&value), 4);
    };
    put(0xa1b2c3d4);
    put(2 | 4 << 16);
    for (quint32 value : {0u, 0u, 262144u, 1u}) put(value);
    for (auto& packet : packets) {
        put(packet.seconds);
        put(packet.microseconds);
        put(quint32(packet.bytes.size()));
        put(packet.original ? packet.original : quint32(packet.bytes.size()));
        out += packet.bytes;
    }
    return out;
}

inline QString write_file(const QTemporaryDir& folder, const QString& name, const QByteArray& bytes) {
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return {};
    return file.fileName();
}

inline QByteArray read_file(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A question, an answer-less ARP request 1.5 s later, and the question again, cut after 50 bytes, 0.25 s later.
inline QByteArray three_packets() {
    return pcap(
        {{dns_question(), 1413054930, 198203}, {arp_request(), 1413054931, 698203}, {dns_question().left(50), 1413054931, 948203, 75}});
}

}  // namespace sallyport::test
