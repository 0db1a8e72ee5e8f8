// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/open_module.h"
#include "capture_file/capture_reader.h"
#include "modules/nfqueue_module.h"
#include "modules/pcap_file_module.h"
#include "modules/pcap_live_module.h"
#include "modules/replay_module.h"
#include <algorithm>
#include <filesystem>
#include <thread>

namespace sallyport {
namespace {

unsigned cores() { return std::max(1u, std::thread::hardware_concurrency()); }

std::string join(const std::vector<std::string>& words) {
    std::string out;
    for (auto& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

std::string file_name(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

Result<OpenedSource> open(const std::monostate&) {
    return fail(message("there is nothing to start"), message("choose a file, an interface or the firewall"));
}

Result<OpenedSource> open(const FileSource& source) { return OpenedSource{.module = make_pcap_file_module(source.path)}; }

Result<OpenedSource> open(const LiveSource& source) {
    if (source.interfaces.empty()) return fail(message("no interface is chosen"), message("choose one, or \"any\" for all"));
    PcapLiveOptions options{.interfaces = source.interfaces,
                            .capture_filter = source.capture_filter,
                            .promiscuous = source.promiscuous,
                            .snap_length = source.snap_length};
    return OpenedSource{.module = make_pcap_live_module(std::move(options)), .budget = source.budget};
}

Result<OpenedSource> open(const ReplaySource& source) {
    return OpenedSource{.module = make_replay_module({.path = source.path, .speed = source.speed, .output = source.output})};
}

Result<OpenedSource> open(const FirewallSource& source) {
    if (!source.input && !source.output && !source.forward)
        return fail(message("the firewall has no hook to look at"), message("choose at least one of input, output and forward"));
    constexpr unsigned most_queues = 255;  // a packet's record has 8 bits for its queue
    auto queues = source.queues ? source.queues : cores();
    if (queues > most_queues) return fail(message("%1 queues are too many", queues), message("at most %1 are possible", most_queues));
    NfqueueOptions options{
        .input = source.input, .output = source.output, .forward = source.forward, .queues = queues, .fail = source.fail};
    return OpenedSource{make_nfqueue_module(options), queues, source.fail, source.budget};
}

Result<OpenedSource> open(const PluginSource& source) {
    auto plugin = Plugin::load(source.path);
    if (!plugin) return tl::unexpected(plugin.error());
    if (auto here = plugin->available(); !here.usable)
        return fail(message("the plug-in %1 cannot work here: %2", source.path, here.why), here.remedy);
    auto module = plugin->make(source.options);
    if (!module) return tl::unexpected(module.error());
    return OpenedSource{.module = std::move(*module), .threads = cores(), .budget = source.budget};
}

Message title(const std::monostate&) { return {}; }
Message title(const FileSource& source) { return Message::foreign(file_name(source.path)); }
Message title(const LiveSource& source) { return Message::foreign(join(source.interfaces)); }
Message title(const ReplaySource& source) { return message("replay: %1", file_name(source.path)); }
Message title(const PluginSource& source) { return message("plug-in: %1", file_name(source.path)); }
Message title(const FirewallSource& source) {
    std::vector<std::string> hooks;
    if (source.input) hooks.push_back("input");
    if (source.output) hooks.push_back("output");
    if (source.forward) hooks.push_back("forward");
    return message("firewall: %1", join(hooks));
}

}  // namespace

Result<OpenedSource> open_module(const Source& source, const std::vector<std::string>& wrappers) {
    auto opened = std::visit([](auto& kind) { return open(kind); }, source);
    if (!opened || wrappers.empty()) return opened;
    auto module = wrapped(std::move(opened->module), wrappers);
    if (!module) return tl::unexpected(module.error());
    opened->module = std::move(*module);
    return opened;
}

Message title_of(const Source& source, const std::vector<std::string>& wrappers) {
    auto text = std::visit([](auto& kind) { return title(kind); }, source);
    for (auto& wrapper : wrappers) text = message("%1 + %2", text, wrapper.substr(0, wrapper.find('=')));
    return text;
}

Status check_source(const Source& source) {
    auto* file = std::get_if<FileSource>(&source);
    auto* replay = std::get_if<ReplaySource>(&source);
    if (!file && !replay) return {};
    const std::string& path = file ? file->path : replay->path;
    std::error_code unknown;
    if (std::filesystem::exists(path, unknown) && !std::filesystem::is_regular_file(path, unknown)) return {};  // a pipe reads once
    if (path == "-") return {};
    auto reader = CaptureReader::open(path);
    if (!reader) return tl::unexpected(reader.error());
    return {};
}

}  // namespace sallyport
