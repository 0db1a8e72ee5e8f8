// SPDX-License-Identifier: GPL-3.0-or-later
// What this machine and user allow, each tried in a way that leaves nothing behind.
#include "netfilter/kernel_table.h"
#include "practice/practice_network.h"
#include "session/session.h"
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

namespace sallyport {
namespace {

std::string own_path() {
    char path[4096];
    auto length = ::readlink("/proc/self/exe", path, sizeof path);
    return length > 0 ? std::string(path, std::size_t(length)) : "sallyport";
}

Requirement met(std::string name, std::string why) { return {std::move(name), true, std::move(why), ""}; }

Requirement check_capture() {
    int descriptor = ::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0);   // protocol 0: receives nothing
    if (descriptor >= 0) {
        ::close(descriptor);
        return met("capture", "interfaces can be watched");
    }
    int error = errno;
    if (error == EPERM || error == EACCES)
        return {"capture", false, "watching interfaces needs the capability CAP_NET_RAW, which this process does not have",
                "run it as root, or once: sudo setcap cap_net_raw,cap_net_admin+ep " + own_path()};
    if (error == EAFNOSUPPORT)
        return {"capture", false, "this kernel has no packet sockets", "load the module af_packet, or use a kernel with CONFIG_PACKET"};
    return {"capture", false, std::string("a packet socket cannot be opened: ") + std::strerror(error), ""};
}

Requirement check_firewall() {
    if (auto tried = KernelTable::probe(); !tried) return {"nfqueue", false, tried.error().what, tried.error().remedy};
    return met("nfqueue", "the kernel can hand packets to rules (nf_tables with NFQUEUE)");
}

Requirement check_user_namespaces() {
    if (auto tried = try_private_network(); !tried) return {"user namespaces", false, tried.error().what, tried.error().remedy};
    return met("user namespaces", "the practice network can be made");
}

}  // namespace

std::vector<Requirement> check_requirements() { return {check_capture(), check_firewall(), check_user_namespaces()}; }

}  // namespace sallyport
