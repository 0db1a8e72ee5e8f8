// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/plugin_file.h"
#include "packet/spool_file.h"
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <vector>

namespace sallyport {
namespace {

constexpr std::size_t most_segments = 1024;

tl::unexpected<Error> refuse(const std::string& path, const Message& why, Message remedy, int code) {
    return fail(message("cannot load the plug-in %1: %2", path, why), std::move(remedy), code);
}

bool read_at(int fd, void* into, std::size_t size, std::uint64_t at) { return ::pread(fd, into, size, off_t(at)) == ssize_t(size); }

/// ELF(5): the segments that are loaded lie in the file.
Status check_elf(int fd, std::uint64_t size, const std::string& path) {
    constexpr Words build_it = words("build it as a shared object: ARCHITECTURE.md, \"A plug-in\"");
    ElfW(Ehdr) header;
    if (!read_at(fd, &header, sizeof header, 0) || std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0)
        return refuse(path, message("it is not a shared object"), build_it, ENOEXEC);
    constexpr unsigned char own_class = sizeof(void*) == 8 ? ELFCLASS64 : ELFCLASS32;
    if (header.e_ident[EI_CLASS] != own_class || header.e_type != ET_DYN || header.e_phentsize != sizeof(ElfW(Phdr)))
        return refuse(path, message("it is not a shared object for this machine"), build_it, ENOEXEC);
    std::vector<ElfW(Phdr)> segments(std::min<std::size_t>(header.e_phnum, most_segments));
    bool whole = read_at(fd, segments.data(), segments.size() * sizeof(ElfW(Phdr)), header.e_phoff);
    for (auto& segment : segments) whole = whole && segment.p_offset <= size && segment.p_filesz <= size - segment.p_offset;
    if (!whole || segments.empty())
        return refuse(path, message("the file is cut short or damaged"), message("build or copy it again"), ENOEXEC);
    return {};
}

}  // namespace

bool privileged_by_file() { return ::getauxval(AT_SECURE) != 0; }

Status check_plugin_file(const std::string& path) {
    OwnedFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!fd) {
        const int code = errno;
        return refuse(path, Message::foreign(errno_text(code)),
                      code == ENOENT ? message("check the path") : message("it must be readable for you"), code);
    }
    struct stat about {};
    if (::fstat(fd.get(), &about)) return refuse(path, Message::foreign(errno_text(errno)), {}, errno);
    if (!S_ISREG(about.st_mode))
        return refuse(path, message("it is not a regular file"), message("name the shared object (.so) itself"), EINVAL);
    if (about.st_uid != 0 && (privileged_by_file() || about.st_uid != ::geteuid()))
        return refuse(path, message("it belongs to another user, who could run code with this program's privileges"),
                      privileged_by_file() ? message("install it as root: sudo install -m 644 FILE.so /usr/local/lib/sallyport/modules/")
                                           : message("copy it, so that the copy is yours"),
                      EPERM);
    if (about.st_mode & (S_IWGRP | S_IWOTH))
        return refuse(path, message("others than its owner may write to it"), message("take that right away: chmod go-w FILE.so"), EPERM);
    return check_elf(fd.get(), std::uint64_t(about.st_size), path);
}

}  // namespace sallyport
