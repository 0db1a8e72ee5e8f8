// SPDX-License-Identifier: GPL-3.0-or-later
#include "saving.h"
#include "output.h"
#include "session/save.h"
#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace sallyport::cli {

namespace {

/// The file's bytes to standard output.
Status pour(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return fail("cannot read " + path + " back: " + std::strerror(errno), {}, errno);
    Output out(STDOUT_FILENO);
    std::string buffer(1 << 16, '\0');
    for (ssize_t got; !out.closed() && (got = ::read(file, buffer.data(), buffer.size())) > 0;)
        out.write(std::string_view(buffer).substr(0, std::size_t(got)));
    out.flush();
    ::close(file);
    if (out.error()) return fail(std::string("cannot write to standard output: ") + std::strerror(out.error()), {}, out.error());
    return {};
}

}  // namespace

Status save_as(const PacketStore& store, std::size_t count, const std::vector<std::uint32_t>* only, const std::string& path,
               const std::string& format, const RuleSet* rules) {
    SaveOptions options{.format = format == "pcap" ? CaptureFormat::pcap : CaptureFormat::pcapng};
    if (rules)
        options.rule_text = [&list = rules->list()](std::uint32_t id) {
            auto rule = std::ranges::find(list.rules, id, &Rule::id);
            return rule == list.rules.end() ? std::string() : rule_line(*rule);
        };
    auto save = [&](const std::string& to) -> Status {
        auto saved = save_packets(store, to, 0, count, only, options);
        return saved ? Status{} : Status(tl::unexpected(saved.error()));
    };
    if (path != "-") return save(path);
    const char* directory = std::getenv("TMPDIR");
    std::string folder = std::string(directory && *directory ? directory : "/tmp") + "/sallyport-XXXXXX";
    if (!::mkdtemp(folder.data())) return fail("cannot make a folder for temporary files: " + folder, "set TMPDIR to a folder that can be written to", errno);
    const std::string file = folder + "/packets";
    auto done = save(file);
    if (done) done = pour(file);
    ::unlink(file.c_str());
    ::rmdir(folder.c_str());
    return done;
}

}  // namespace sallyport::cli
