// SPDX-License-Identifier: GPL-3.0-or-later
// Capture files: pcap and pcapng of either byte order, plain or gzip. What is read is written again and must come back.
#include "capture_file/capture_reader.h"
#include "capture_file/capture_writer.h"
#include "fuzz/fuzz_input.h"
#include <filesystem>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

namespace {
using namespace sallyport;

/// A file in memory, which can be opened by name.
class MemoryFile {
public:
    MemoryFile() : fd_(memfd_create("fuzz", MFD_CLOEXEC)) { fuzz::must(fd_ >= 0, "there is memory for a file"); }
    ~MemoryFile() { close(fd_); }
    void write(const std::uint8_t* data, std::size_t size) { fuzz::must(::write(fd_, data, size) == ssize_t(size), "it can be written"); }
    std::string path() const { return "/proc/self/fd/" + std::to_string(fd_); }

private:
    int fd_;
};

struct ReadPacket {
    ByteBuffer bytes;
    std::int64_t time;
    std::uint32_t original;
    std::uint16_t interface;
    LinkType link_type;
};

std::vector<ReadPacket> read_all(const std::string& path, std::vector<CaptureInterface>& interfaces) {
    std::vector<ReadPacket> packets;
    auto reader = CaptureReader::open(path);
    if (!reader) {
        fuzz::must(!reader.error().what.empty(), "an error says what");
        return packets;
    }
    CapturedPacket p;
    CaptureReader::Step step;
    while ((step = (*reader)->next(p)) == CaptureReader::Step::packet) {
        fuzz::must(p.interface < (*reader)->interfaces().size(), "a packet's interface is described");
        packets.push_back({{p.bytes.begin(), p.bytes.end()}, p.time.ns, p.original, p.interface, p.link_type});
        fuzz::must(packets.size() < 100'000, "packets take bytes");
    }
    if (step == CaptureReader::Step::fault) fuzz::must(!(*reader)->fault().what.empty(), "a fault says what");
    fuzz::must((*reader)->next(p) == step, "the end stays the end");
    interfaces = (*reader)->interfaces();
    return packets;
}

constexpr std::int64_t latest = std::int64_t(1) << 62;  // such a time stands for any that nobody can mean

/// Written as pcapng, which can hold whatever was read, and read again.
void check_copy(const std::vector<ReadPacket>& packets, const std::vector<CaptureInterface>& interfaces) {
    static const std::string path = std::filesystem::temp_directory_path() / ("sallyport-fuzz-" + std::to_string(getpid()));
    auto file = OutputFile::create(path, false);
    fuzz::must(file.has_value(), "a file can be made");
    auto writer = CaptureWriter::make(*std::move(file), CaptureFormat::pcapng);
    fuzz::must(writer->describe(interfaces).has_value(), "interfaces can be described");
    for (auto& p : packets) {
        PacketToWrite w;
        w.bytes = p.bytes, w.time = {p.time}, w.original = p.original, w.interface = p.interface, w.link_type = p.link_type;
        fuzz::must(writer->write(w).has_value(), "what was read can be written");
    }
    fuzz::must(writer->finish().has_value(), "the file can be finished");
    std::vector<CaptureInterface> again;
    auto copy = read_all(path, again);
    unlink(path.c_str());
    fuzz::must(copy.size() == packets.size() && again.size() == interfaces.size(), "as many come back");
    for (std::size_t i = 0; i < copy.size(); i++) {
        fuzz::must(copy[i].bytes == packets[i].bytes && copy[i].original == packets[i].original, "bytes come back as they were");
        fuzz::must(copy[i].link_type == packets[i].link_type, "link types come back as they were");
        fuzz::must(packets[i].time < 0 || packets[i].time >= latest || copy[i].time == packets[i].time, "times come back as they were");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    MemoryFile file;
    file.write(data, size);
    std::vector<CaptureInterface> interfaces;
    auto packets = read_all(file.path(), interfaces);
    if (!packets.empty()) check_copy(packets, interfaces);
    return 0;
}
