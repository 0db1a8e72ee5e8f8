// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/live_interface.h"
#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <thread>

namespace sallyport {
namespace {

constexpr int ring_wait_ms = 10;  // how long the kernel may hold packets back to fill a block
constexpr std::int64_t mtu_stays_ns = 1'000'000'000;

std::string error_of(pcap_t* pcap) {
    std::string text = pcap_geterr(pcap);
    while (!text.empty() && (text.back() == '.' || text.back() == '\n')) text.pop_back();
    return text;
}

/// libpcap's DLT_ numbers are those of files, but for raw IP.
LinkType link_type_of(int dlt) { return dlt == DLT_RAW ? LinkType::raw : LinkType(dlt); }

ifreq request_for(const std::string& name) {
    ifreq request{};
    name.copy(request.ifr_name, IFNAMSIZ - 1);
    return request;
}

std::uint16_t ether_type_of(Bytes frame, LinkType link_type) {
    if (link_type == LinkType::ethernet) return frame.size() >= 14 ? std::uint16_t(load_be(frame.data() + 12, 2)) : std::uint16_t(0);
    return !frame.empty() && frame[0] >> 4 == 6 ? ETH_P_IPV6 : ETH_P_IP;
}

}  // namespace

Result<std::unique_ptr<LiveInterface>> LiveInterface::open(const std::string& name, const PcapLiveOptions& options) {
    std::unique_ptr<LiveInterface> interface(new LiveInterface(name));
    char error[PCAP_ERRBUF_SIZE] = "";
    interface->pcap_.reset(pcap_create(name.c_str(), error));
    if (!interface->pcap_) return fail(message("cannot capture on %1: %2", name, error));
    if (auto active = interface->activate(options); !active) return tl::unexpected(active.error());
    interface->prefer_cooked_v2();
    if (auto filtered = interface->set_filter(options.capture_filter); !filtered) return tl::unexpected(filtered.error());
    auto& about = interface->about_;
    about.link_type = link_type_of(pcap_datalink(interface->pcap_.get()));
    about.snap_length = std::uint32_t(pcap_snapshot(interface->pcap_.get()));
    interface->nanoseconds_ = pcap_get_tstamp_precision(interface->pcap_.get()) == PCAP_TSTAMP_PRECISION_NANO;
    about.ticks_per_second = interface->nanoseconds_ ? 1'000'000'000 : 1'000'000;
    interface->index_ = if_nametoindex(name.c_str());
    interface->sender_.reset(::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0));  // protocol 0: it receives nothing
    interface->learn_address();
    return interface;
}

Status LiveInterface::activate(const PcapLiveOptions& options) {
    pcap_t* pcap = pcap_.get();
    pcap_set_snaplen(pcap, int(std::clamp<std::uint32_t>(options.snap_length ? options.snap_length : 262144, 1, 262144)));
    pcap_set_promisc(pcap, options.promiscuous);
    pcap_set_timeout(pcap, ring_wait_ms);
    pcap_set_buffer_size(pcap, int(std::clamp<std::uint32_t>(options.buffer_bytes, 1u << 20, 1u << 30)));
    pcap_set_tstamp_precision(pcap, PCAP_TSTAMP_PRECISION_NANO);  // where it cannot: microseconds
    if (int code = pcap_activate(pcap); code < 0) return cannot_activate(code);
    char error[PCAP_ERRBUF_SIZE] = "";
    if (pcap_setnonblock(pcap, 1, error)) return fail(message("cannot capture on %1: %2", about_.name, error));
    return {};
}

Status LiveInterface::cannot_activate(int code) {
    auto cannot = [&](Message why, Message remedy = {}, int with = 0) {
        return fail(message("cannot capture on %1: %2", about_.name, why), std::move(remedy), with);
    };
    switch (code) {
        case PCAP_ERROR_NO_SUCH_DEVICE:
            return cannot(message("there is no such interface"), message("`ip link` lists those that exist"), ENODEV);
        case PCAP_ERROR_PERM_DENIED:
        case PCAP_ERROR_PROMISC_PERM_DENIED:
            return cannot(message("this process lacks the capability CAP_NET_RAW"), pcap_live_available().remedy, EPERM);
        case PCAP_ERROR_IFACE_NOT_UP:
            return cannot(message("the interface is down"), message("turn it on: sudo ip link set %1 up", about_.name), ENETDOWN);
        default: break;
    }
    auto details = error_of(pcap_.get());
    return cannot(Message::foreign(details.empty() ? pcap_statustostr(code) : details));
}

/// "any" then tells which interface each packet is of.
void LiveInterface::prefer_cooked_v2() {
    if (pcap_datalink(pcap_.get()) == DLT_LINUX_SLL) pcap_set_datalink(pcap_.get(), DLT_LINUX_SLL2);
}

Status LiveInterface::set_filter(const std::string& filter) {
    if (filter.empty()) return {};
    bpf_program program{};
    std::string why;
    if (pcap_compile(pcap_.get(), &program, filter.c_str(), 1, PCAP_NETMASK_UNKNOWN)) {
        why = error_of(pcap_.get());
    } else {
        if (pcap_setfilter(pcap_.get(), &program)) why = error_of(pcap_.get());
        pcap_freecode(&program);
    }
    if (why.empty()) return {};
    return fail(message("the capture filter \"%1\" does not work on %2: %3", filter, about_.name, why),
                message("capture filters are written as pcap-filter(7) tells: tcp port 80 and host 192.0.2.1"), EINVAL);
}

void LiveInterface::learn_address() {
    if (!sender_ || index_ == 0) return;
    ifreq request = request_for(about_.name);
    if (::ioctl(sender_.get(), SIOCGIFFLAGS, &request) == 0) loopback_ = request.ifr_flags & IFF_LOOPBACK;
    request = request_for(about_.name);
    if (::ioctl(sender_.get(), SIOCGIFHWADDR, &request) || request.ifr_hwaddr.sa_family != ARPHRD_ETHER) return;
    std::memcpy(address_, request.ifr_hwaddr.sa_data, sizeof address_);
    address_size_ = sizeof address_;
}

Direction LiveInterface::direction_of(Bytes frame) const {
    auto of_packet_type = [](unsigned type) { return type == PACKET_OUTGOING ? Direction::out : Direction::in; };
    switch (about_.link_type) {
        case LinkType::linux_sll: return frame.size() < 2 ? Direction::unknown : of_packet_type(unsigned(load_be(frame.data(), 2)));
        case LinkType::linux_sll2: return frame.size() < 11 ? Direction::unknown : of_packet_type(frame[10]);
        case LinkType::ethernet:
            if (loopback_ || address_size_ == 0 || frame.size() < 12) return Direction::unknown;
            return std::equal(address_, address_ + address_size_, frame.begin() + 6) ? Direction::out : Direction::in;
        default: return Direction::unknown;
    }
}

std::uint32_t LiveInterface::mtu_of(Bytes frame) {
    if (now_ - mtus_known_at_ > mtu_stays_ns || now_ < mtus_known_at_) {
        mtus_.clear();
        mtus_known_at_ = now_;
    }
    unsigned index = index_;
    if (about_.link_type == LinkType::linux_sll2 && frame.size() >= 8) index = unsigned(load_be(frame.data() + 4, 4));
    for (auto& known : mtus_)
        if (known.index == index) return known.mtu;
    mtus_.push_back({index, mtu_of_index(index)});
    return mtus_.back().mtu;
}

std::uint32_t LiveInterface::mtu_of_index(unsigned index) {
    char name[IF_NAMESIZE];
    if (index == 0 || !sender_ || !if_indextoname(index, name)) return 0;
    ifreq request = request_for(name);
    return ::ioctl(sender_.get(), SIOCGIFMTU, &request) == 0 ? std::uint32_t(request.ifr_mtu) : 0;
}

void LiveInterface::on_packet(unsigned char* user, const pcap_pkthdr* header, const unsigned char* bytes) {
    auto& self = *reinterpret_cast<LiveInterface*>(user);
    Frame frame;
    frame.bytes = Bytes(bytes, header->caplen);
    frame.original = header->len;
    frame.time.ns = std::int64_t(header->ts.tv_sec) * 1'000'000'000 + std::int64_t(header->ts.tv_usec) * (self.nanoseconds_ ? 1 : 1000);
    self.now_ = frame.time.ns;
    frame.mtu = self.mtu_of(frame.bytes);
    frame.direction = self.direction_of(frame.bytes);
    (*self.take_)(frame);
}

Result<int> LiveInterface::take_batch(int most, const Take& take) {
    take_ = &take;
    int got = dispatch(most);
    // The kernel hands over what an interface that went has left in the ring, a block that is not full, after ring_wait_ms.
    for (int waited = 0; failure_ && got <= 0 && waited < 4 * ring_wait_ms; waited++) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
        got = dispatch(most);
    }
    take_ = nullptr;
    if (failure_ && got <= 0) return tl::unexpected(*failure_);
    return std::max(got, 0);
}

/// libpcap tells only once that an interface went down or away, and before it gives what the ring still holds.
int LiveInterface::dispatch(int most) {
    const int got = pcap_dispatch(pcap_.get(), most, on_packet, reinterpret_cast<unsigned char*>(this));
    if (failure_ || got > 0 || (got == 0 && !down_)) return got;
    down_ = index_ && exists() && !up();  // not gone: packets come again when it is turned on
    if (!down_ && (got < 0 || !exists())) failure_ = why_it_failed();
    return got;
}

bool LiveInterface::exists() const { return index_ == 0 || if_nametoindex(about_.name.c_str()) == index_; }

bool LiveInterface::up() const {
    ifreq request = request_for(about_.name);
    return !sender_ || ::ioctl(sender_.get(), SIOCGIFFLAGS, &request) || request.ifr_flags & IFF_UP;
}

Error LiveInterface::why_it_failed() const {
    auto why = exists() ? Message::foreign(error_of(pcap_.get())) : message("the interface is gone");
    return {message("cannot capture on %1 any more: %2", about_.name, why), message("start the capture again when it is back"), ENODEV};
}

Status LiveInterface::send(Bytes frame) {
    auto cannot = [&](Message why, Message remedy, int with) {
        return fail(message("cannot send on %1: %2", about_.name, why), std::move(remedy), with);
    };
    if (index_ == 0 || about_.link_type == LinkType::linux_sll || about_.link_type == LinkType::linux_sll2)
        return cannot(message("it is not one interface with a link layer"),
                      message("capture on the interface that the packet shall leave by"), EOPNOTSUPP);
    sockaddr_ll to{};
    to.sll_family = AF_PACKET;
    to.sll_ifindex = int(index_);
    to.sll_protocol = htons(ether_type_of(frame, about_.link_type));
    to.sll_halen = 6;
    if (about_.link_type == LinkType::ethernet && frame.size() >= 6) std::copy_n(frame.data(), 6, to.sll_addr);
    ssize_t sent;
    do sent = ::sendto(sender_.get(), frame.data(), frame.size(), 0, reinterpret_cast<sockaddr*>(&to), sizeof to);
    while (sent < 0 && errno == EINTR);
    if (sent >= 0) return {};
    int code = errno;
    if (code == EMSGSIZE)
        return cannot(message("%1 bytes are more than its MTU of %2 allows", frame.size(), mtu_of_index(index_)),
                      message("send fragments, or raise the MTU"), code);
    if (code == EINVAL) return cannot(message("%1 bytes are no whole link layer header", frame.size()), {}, code);
    return cannot(Message::foreign(errno_text(code)),
                  code == ENETDOWN ? message("turn it on: sudo ip link set %1 up", about_.name) : Message(), code);
}

std::uint64_t LiveInterface::lost() const {
    pcap_stat statistics{};
    if (pcap_stats(pcap_.get(), &statistics)) return 0;
    return std::uint64_t(statistics.ps_drop);  // ps_ifdrop counts what the driver lost, also before we came
}

}  // namespace sallyport
