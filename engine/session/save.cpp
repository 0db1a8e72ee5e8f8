// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/save.h"
#include "capture_file/capture_writer.h"
#include "capture_file/verdict_comment.h"
#include <algorithm>
#include <cerrno>

namespace sallyport {
namespace {

constexpr std::size_t report_every = 4096;  // packets between looks at `cancel` and reports of progress

/// One run of save_packets.
class Saving {
public:
    Saving(const PacketStore& store, const SaveOptions& options, const std::function<void(double)>& progress,
           const std::atomic<bool>* cancel)
        : store_(store), options_(options), progress_(progress), cancel_(cancel) {}

    Status open(const std::string& path, InPlace in_place);
    /// Appends packets; false when writing failed or was cancelled.
    bool append(std::size_t from, std::size_t to, const std::vector<std::uint32_t>* only);
    Result<std::size_t> run(const std::string& path, std::size_t from, std::size_t to, const std::vector<std::uint32_t>* only);

    CaptureWriter& writer() { return *writer_; }
    const Status& status() const { return status_; }
    std::size_t written() const { return written_; }
    std::size_t comments_left_out() const { return comments_left_out_; }
    std::uint64_t bytes() const { return bytes_; }

private:
    void save_range(std::size_t from, std::size_t to);
    void save_listed(const std::vector<std::uint32_t>& only, std::size_t from, std::size_t to);
    bool save_one(std::size_t index, const PacketRecord& record, Bytes bytes);
    void write_comment(const PacketRecord& record);
    bool cancelled() const { return cancel_ && cancel_->load(std::memory_order_relaxed); }

    const PacketStore& store_;
    const SaveOptions& options_;
    const std::function<void(double)>& progress_;
    const std::atomic<bool>* cancel_;
    std::unique_ptr<CaptureWriter> writer_;
    std::size_t interfaces_ = 0;  // described so far
    std::size_t seen_ = 0, wanted_ = 0, written_ = 0, comments_left_out_ = 0;
    std::uint64_t bytes_ = 0;
    bool stopped_ = false;
    std::string comment_, note_;
    Status status_;
};

Status Saving::open(const std::string& path, InPlace in_place) {
    auto file = OutputFile::create(path, options_.gzip, in_place);
    if (!file) return tl::unexpected(file.error());
    writer_ = CaptureWriter::make(std::move(*file), options_.format);
    auto interfaces = store_.interfaces();
    interfaces_ = interfaces.size();
    return status_ = writer_->describe(interfaces);
}

bool Saving::append(std::size_t from, std::size_t to, const std::vector<std::uint32_t>* only) {
    if (status_ && !stopped_) only ? save_listed(*only, from, to) : save_range(from, to);
    return status_ && !stopped_;
}

Result<std::size_t> Saving::run(const std::string& path, std::size_t from, std::size_t to, const std::vector<std::uint32_t>* only) {
    if (auto opened = open(path, InPlace::when_whole); !opened) return tl::unexpected(opened.error());
    to = std::min(to, store_.count());
    wanted_ = only ? only->size() : to - std::min(from, to);
    append(from, to, only);
    if (!status_) return tl::unexpected(status_.error());
    if (stopped_) return fail(message("saving %1 was cancelled", path), {}, ECANCELED);
    if (auto finished = writer_->finish(); !finished) return tl::unexpected(finished.error());
    if (progress_) progress_(1);
    return written_;
}

void Saving::save_range(std::size_t from, std::size_t to) {
    store_.visit(from, to, [this](std::size_t index, const PacketRecord& record, Bytes bytes) { return save_one(index, record, bytes); });
}

void Saving::save_listed(const std::vector<std::uint32_t>& only, std::size_t from, std::size_t to) {
    auto next = std::lower_bound(only.begin(), only.end(), from);
    while (next != only.end() && *next < to && status_ && !stopped_) {  // one visit for each run of neighbours
        auto run = next;
        while (run + 1 != only.end() && run[1] == run[0] + 1 && run[1] < to) ++run;
        save_range(*next, std::size_t(*run) + 1);
        next = run + 1;
    }
}

/// What any Wireshark shows of a verdict.
void Saving::write_comment(const PacketRecord& record) {
    SavedVerdict saved{record.reason, record.verdict, record.flags, record.rule, {}};
    std::string rule;
    if (record.reason == VerdictReason::rule) {
        rule = store_.rule_text(record.rule);  // of a file: those in force judged none of its packets
        if (rule.empty() && options_.rule_text) rule = options_.rule_text(record.rule);
        saved.rule_text = rule;
    }
    write_verdict_comment(saved, record.direction, comment_);
}

bool Saving::save_one(std::size_t index, const PacketRecord& record, Bytes bytes) {
    if (++seen_ % report_every == 0) {
        if (progress_) progress_(double(seen_) / double(std::max(wanted_, seen_)));
        stopped_ = cancelled();
        if (stopped_) return false;
    }
    if (record.interface >= interfaces_) {  // a capture that goes on may find further ones
        auto interfaces = store_.interfaces();
        interfaces_ = interfaces.size();
        status_ = writer_->describe(interfaces);
        if (!status_) return false;
    }
    PacketToWrite packet;
    packet.bytes = bytes;
    packet.time = record.time;
    packet.original = record.flags & PacketFlag::edited ? record.captured : record.original;
    packet.interface = record.interface;
    packet.link_type = record.link_type;
    packet.direction = record.direction;
    packet.link_options = record.link_options;
    packet.judged = record.reason != VerdictReason::none;
    packet.verdict = record.verdict;
    packet.id = record.id;
    packet.queue = record.queue;
    if (packet.judged) {
        write_comment(record);
        packet.comment = comment_;
    }
    note_.clear();
    if (record.flags & PacketFlag::commented) note_ = store_.comment(index);
    packet.note = note_;
    if (!note_.empty() && options_.format == CaptureFormat::pcap) comments_left_out_++;
    status_ = writer_->write(packet);
    if (!status_) return false;
    written_++;
    bytes_ += bytes.size();
    return true;
}

}  // namespace

Result<std::size_t> save_packets(const PacketStore& store, const std::string& path, std::size_t from, std::size_t to,
                                 const std::vector<std::uint32_t>* only, const SaveOptions& options,
                                 const std::function<void(double)>& progress, const std::atomic<bool>* cancel,
                                 std::size_t* comments_left_out) {
    if (cancel && cancel->load()) return fail(message("saving %1 was cancelled", path), {}, ECANCELED);
    Saving saving(store, options, progress, cancel);
    auto written = saving.run(path, from, to, only);
    if (comments_left_out) *comments_left_out = saving.comments_left_out();
    return written;
}

struct PacketSaver::Impl {
    SaveOptions options;
    std::function<void(double)> no_progress;
    Saving saving;
    Status ended;

    /// The first error; what was saved before it stays.
    Status kept(Status status) {
        if (ended && !status) ended = tl::unexpected(saving.writer().salvage(status.error()));
        return ended;
    }

    Impl(const PacketStore& store, SaveOptions its_options)
        : options(std::move(its_options)), saving(store, options, no_progress, nullptr) {}
};

Result<PacketSaver> PacketSaver::open(const PacketStore& store, const std::string& path, SaveOptions options) {
    PacketSaver saver(std::make_unique<Impl>(store, std::move(options)));
    if (auto opened = saver.impl_->saving.open(path, InPlace::at_once); !opened) return tl::unexpected(opened.error());
    return saver;
}

PacketSaver::PacketSaver(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
PacketSaver::PacketSaver(PacketSaver&&) noexcept = default;
PacketSaver::~PacketSaver() = default;

Status PacketSaver::save(std::size_t from, std::size_t to, const std::vector<std::uint32_t>* only) {
    if (!impl_->ended) return impl_->ended;
    impl_->saving.append(from, to, only);
    return impl_->kept(impl_->saving.status());
}

Status PacketSaver::flush() { return impl_->ended ? impl_->kept(impl_->saving.writer().flush()) : impl_->ended; }
Status PacketSaver::finish() { return impl_->ended ? impl_->kept(impl_->saving.writer().finish()) : impl_->ended; }
std::size_t PacketSaver::comments_left_out() const { return impl_->saving.comments_left_out(); }
std::size_t PacketSaver::packets() const { return impl_->saving.written(); }
std::uint64_t PacketSaver::bytes() const { return impl_->saving.bytes(); }

}  // namespace sallyport
