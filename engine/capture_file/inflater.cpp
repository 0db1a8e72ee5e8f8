// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture_file/inflater.h"

namespace sallyport {
namespace {
constexpr std::size_t piece = 256 * 1024;
constexpr int gzip_window = 15 + 16;  // zlib.h: 16 more for the gzip format
}  // namespace

Inflater::Inflater() : out_(piece) {
    if (inflateInit2(&stream_, gzip_window) != Z_OK) reason_ = "zlib has no memory";
}

Inflater::~Inflater() { inflateEnd(&stream_); }

Inflater::Outcome Inflater::damaged(std::string reason) {
    reason_ = std::move(reason);
    return Outcome::damaged;
}

Inflater::Outcome Inflater::feed(Bytes compressed, const std::function<bool(Bytes)>& sink) {
    if (!reason_.empty()) return Outcome::damaged;
    stream_.next_in = const_cast<Bytef*>(compressed.data());  // zlib does not write to it
    stream_.avail_in = uInt(compressed.size());
    bool output_full = false;
    while (stream_.avail_in > 0 || output_full) {
        if (between_members_) {
            if (*stream_.next_in != 0x1f) return Outcome::ended;  // zero padding or foreign bytes: gzip(1) ignores them too
            inflateReset(&stream_);
            between_members_ = false;
        }
        stream_.next_out = out_.data();
        stream_.avail_out = uInt(out_.size());
        int code = inflate(&stream_, Z_NO_FLUSH);
        std::size_t got = out_.size() - stream_.avail_out;
        if (got && !sink(Bytes(out_).first(got))) return Outcome::refused;
        if (code == Z_STREAM_END) {
            between_members_ = true;
            output_full = false;
            continue;
        }
        if (code != Z_OK && code != Z_BUF_ERROR) return damaged(stream_.msg ? stream_.msg : "the compressed data is not valid");
        output_full = stream_.avail_out == 0;
        if (code == Z_BUF_ERROR) break;
    }
    return Outcome::more;
}

}  // namespace sallyport
