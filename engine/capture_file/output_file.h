// SPDX-License-Identifier: GPL-3.0-or-later
// A file being written: buffered, perhaps compressed, and in place under its name only when it is whole, unless others shall see
// it grow.
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include "packet/spool_file.h"
#include <memory>
#include <optional>
#include <string>
#include <sys/stat.h>
#include <vector>
#include <zlib.h>

namespace sallyport {

enum class InPlace {
    when_whole,
    at_once,  // but where another file stands: that is replaced by a whole one
};

/// One thread. Every error (a full disk, a lost right) comes back from the call that met it and from all later ones.
class OutputFile {
public:
    /// A regular file is written beside `path` and takes its place at commit(), or is there at once. "-" is standard output; it,
    /// pipes and devices are written directly.
    static Result<std::unique_ptr<OutputFile>> create(const std::string& path, bool gzip, InPlace in_place = InPlace::when_whole);
    /// Not committed: nothing remains, and what stood under the name before is untouched.
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    Status write(Bytes bytes);
    /// Hands everything to the kernel; a compressed stream only what is finished of it.
    Status flush();
    Status commit();

    /// All that was written so far makes a whole file: if an error cuts it short, salvage() keeps it up to the last such place.
    void mark() {
        if (!gzip_) marks_.push_back(written_);
    }
    struct Salvaged {
        std::string path;         // where it is: the name it was made for, or, if another file stands there, one beside it
        std::uint64_t marks = 0;  // how many places were marked in what is kept; 0: not known (compressed)
    };
    /// Instead of commit(), after an error: keeps what reached the disk, up to the last mark. Nothing when there is nothing to keep.
    std::optional<Salvaged> salvage();
    std::uint64_t written() const { return written_; }  // bytes given to write()

private:
    explicit OutputFile(std::string path) : path_(std::move(path)) {}
    Status open_direct(int fd);
    Status open_regular(const std::string& target, const struct stat* replaced, InPlace in_place);
    Status start_gzip();
    Status deflate_some(Bytes bytes, int mode);
    Status put(Bytes bytes);
    Status drain();
    void count_marks();
    /// `pattern`: with the path in %1 and the reason in %2.
    Status broken(Words pattern, int code);

    std::string path_, target_, temporary_;  // temporary_: where it is written; empty: neither removed nor renamed
    OwnedFd fd_;
    bool replaces_ = false, committed_ = false;
    ByteBuffer buffer_, squeezed_;
    std::uint64_t written_ = 0, drained_ = 0;
    std::vector<std::uint64_t> marks_;  // places in what is not drained yet
    std::uint64_t marks_drained_ = 0, last_mark_ = 0;
    std::optional<z_stream> gzip_;
    std::optional<Error> error_;
};

}  // namespace sallyport
