// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/wrap/recording.h"
#include <chrono>

namespace sallyport {
namespace {

/// A killed program loses no more than this of its recording.
constexpr std::int64_t longest_in_memory_ns = 1'000'000'000;

std::int64_t steady_ns() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

bool same(const CaptureInterface& a, const CaptureInterface& b) {
    return a.name == b.name && a.link_type == b.link_type && a.description == b.description && a.ticks_per_second == b.ticks_per_second;
}

}  // namespace

Result<std::shared_ptr<Recording>> Recording::open(const std::string& path) {
    const auto named = format_of_name(path);
    auto file = OutputFile::create(path, named.gzip, InPlace::at_once);
    if (!file) return tl::unexpected(file.error());
    return std::shared_ptr<Recording>(new Recording(CaptureWriter::make(std::move(*file), named.format)));
}

Recording::~Recording() {
    if (begun_ && !error_) (void)writer_->finish();  // flush() has told of every error but that of the last step
}

std::uint16_t Recording::number_of(const CaptureInterface& interface) {
    std::lock_guard lock(mutex_);
    for (std::size_t i = 0; i < interfaces_.size(); i++)
        if (same(interfaces_[i], interface)) return std::uint16_t(i);
    interfaces_.push_back(interface);
    if (!error_) note(writer_->describe(interfaces_));
    return std::uint16_t(interfaces_.size() - 1);
}

void Recording::write(const PacketToWrite& packet) {
    std::lock_guard lock(mutex_);
    if (error_) return;
    note(writer_->write(packet));
    const auto now = steady_ns();
    if (error_ || now - flushed_ns_ < longest_in_memory_ns) return;
    flushed_ns_ = now;
    note(writer_->flush());
}

void Recording::flush() {
    std::lock_guard lock(mutex_);
    if (error_) return;
    flushed_ns_ = steady_ns();
    note(writer_->flush());
}

void Recording::note(Status status) {
    if (status) return;
    error_ = writer_->salvage(status.error());
    error_->what = message("recording has ended: %1", error_->what);
    failed_.store(true);
}

Error Recording::failure() const {
    std::lock_guard lock(mutex_);
    return error_.value_or(Error{});
}

}  // namespace sallyport
