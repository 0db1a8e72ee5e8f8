// SPDX-License-Identifier: GPL-3.0-or-later
// The captures that contract tests run over: the repository's own, and those of a folder beside it where there is one.
#pragma once
#include "capture_file/capture_reader.h"
#include "packet/packet_context.h"
#include <QDir>
#include <QFileInfo>
#include <QStringList>
#include <functional>

namespace sallyport::test {

inline QStringList captures() {
    QStringList files;
    for (const char* folder : {SALLYPORT_SOURCE_DIR "/tests/captures", SALLYPORT_SOURCE_DIR "/../shared/corpus"}) {
        QDir dir(folder);
        for (auto& name : dir.entryList({"*.pcap", "*.pcapng", "*.cap"}, QDir::Files, QDir::Name)) files << dir.filePath(name);
    }
    return files;
}

/// Calls on the packets of a file, at most `most`.
inline void each_packet(const QString& path, std::size_t most, const std::function<void(const PacketContext&)>& visit) {
    auto reader = CaptureReader::open(path.toStdString());
    if (!reader) return;
    CapturedPacket p;
    for (std::size_t n = 1; n <= most && (*reader)->next(p) == CaptureReader::Step::packet; n++) {
        PacketContext c;
        c.bytes = p.bytes, c.link_type = p.link_type, c.original_length = p.original, c.number = n, c.time = p.time, c.first_time = p.time;
        visit(c);
    }
}

}  // namespace sallyport::test
