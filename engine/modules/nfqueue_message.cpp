// SPDX-License-Identifier: GPL-3.0-or-later
#include "modules/nfqueue_message.h"
#include <arpa/inet.h>
#include <linux/netfilter.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/nfnetlink_queue.h>
#include <linux/netlink.h>

namespace sallyport {
namespace {

constexpr std::size_t headers = NLMSG_HDRLEN + NLMSG_ALIGN(sizeof(nfgenmsg));
constexpr std::size_t verdict_message = headers + NLA_HDRLEN + sizeof(nfqnl_msg_verdict_hdr);  // 32 bytes

std::uint32_t big32(const std::uint8_t* at) { return std::uint32_t(load_be(at, 4)); }

void read_attribute(unsigned type, const std::uint8_t* at, std::size_t size, QueuedPacket& out) {
    if (type == NFQA_PAYLOAD) {
        out.payload = {at, size};
    } else if (type == NFQA_PACKET_HDR && size >= sizeof(nfqnl_msg_packet_hdr)) {
        out.id = big32(at);
        out.hook = at[offsetof(nfqnl_msg_packet_hdr, hook)];
        out.has_id = true;
    } else if (type == NFQA_TIMESTAMP && size >= sizeof(nfqnl_msg_packet_timestamp)) {
        out.time.ns = std::int64_t(load_be(at, 8) * 1'000'000'000 + load_be(at + 8, 8) * 1000);  // seconds, microseconds
    } else if (size == 4) {
        switch (type) {
            case NFQA_MARK: out.mark = big32(at); break;
            case NFQA_IFINDEX_INDEV: out.in_interface = big32(at); break;
            case NFQA_IFINDEX_OUTDEV: out.out_interface = big32(at); break;
            case NFQA_CAP_LEN: out.full_length = big32(at); break;
            case NFQA_SKB_INFO: out.skb_info = big32(at); break;
            case NFQA_UID: out.user = big32(at); break;
            case NFQA_GID: out.group = big32(at); break;
            default: break;
        }
    }
}

}  // namespace

bool read_queued_packet(Bytes message, QueuedPacket& out) {
    out = {};
    if (message.size() < headers) return false;
    nlmsghdr header;
    std::memcpy(&header, message.data(), sizeof header);
    if (header.nlmsg_type != (NFNL_SUBSYS_QUEUE << 8 | NFQNL_MSG_PACKET)) return false;
    std::size_t at = headers;
    const std::size_t end = std::min<std::size_t>(header.nlmsg_len, message.size());
    while (at + NLA_HDRLEN <= end) {
        nlattr attribute;
        std::memcpy(&attribute, message.data() + at, sizeof attribute);
        if (attribute.nla_len < NLA_HDRLEN || attribute.nla_len > end - at) break;
        read_attribute(attribute.nla_type & NLA_TYPE_MASK, message.data() + at + NLA_HDRLEN, attribute.nla_len - NLA_HDRLEN, out);
        at += NLA_ALIGN(attribute.nla_len);
    }
    if (out.full_length == 0) out.full_length = std::uint32_t(out.payload.size());
    return out.has_id;
}

VerdictBuffer::VerdictBuffer(std::uint16_t queue) : queue_(queue) { bytes_.reserve(256 * 1024); }

void VerdictBuffer::clear() {
    bytes_.clear();
    has_run_ = false;
}

std::size_t VerdictBuffer::message(std::uint16_t type, std::uint32_t id, Verdict verdict) {
    const std::size_t at = bytes_.size();
    bytes_.resize(at + verdict_message);
    std::uint8_t* to = bytes_.data() + at;
    const nlmsghdr header{.nlmsg_len = verdict_message, .nlmsg_type = std::uint16_t(NFNL_SUBSYS_QUEUE << 8 | type),
                          .nlmsg_flags = NLM_F_REQUEST, .nlmsg_seq = 0, .nlmsg_pid = 0};
    const nfgenmsg family{.nfgen_family = AF_UNSPEC, .version = NFNETLINK_V0, .res_id = htons(queue_)};
    const nlattr attribute{.nla_len = NLA_HDRLEN + sizeof(nfqnl_msg_verdict_hdr), .nla_type = NFQA_VERDICT_HDR};
    const nfqnl_msg_verdict_hdr body{.verdict = htonl(verdict == Verdict::accept ? NF_ACCEPT : NF_DROP), .id = htonl(id)};
    std::memcpy(to, &header, sizeof header);
    std::memcpy(to + NLMSG_HDRLEN, &family, sizeof family);
    std::memcpy(to + headers, &attribute, sizeof attribute);
    std::memcpy(to + headers + NLA_HDRLEN, &body, sizeof body);
    has_run_ = false;
    return at;
}

void VerdictBuffer::add_oldest(std::uint32_t id, Verdict verdict) {
    if (!has_run_ || run_verdict_ != verdict) {
        run_ = message(NFQNL_MSG_VERDICT_BATCH, id, verdict);
        has_run_ = true;
        run_verdict_ = verdict;
        return;
    }
    const std::uint32_t last = htonl(id);
    std::memcpy(bytes_.data() + run_ + headers + NLA_HDRLEN + offsetof(nfqnl_msg_verdict_hdr, id), &last, sizeof last);
}

void VerdictBuffer::add(std::uint32_t id, Verdict verdict) { message(NFQNL_MSG_VERDICT, id, verdict); }

void VerdictBuffer::add_edited(std::uint32_t id, Bytes bytes) {
    const std::size_t at = message(NFQNL_MSG_VERDICT, id, Verdict::accept);
    const nlattr attribute{.nla_len = std::uint16_t(NLA_HDRLEN + bytes.size()), .nla_type = NFQA_PAYLOAD};
    const std::size_t payload = bytes_.size();
    bytes_.resize(payload + NLA_ALIGN(attribute.nla_len));
    std::memcpy(bytes_.data() + payload, &attribute, sizeof attribute);
    std::memcpy(bytes_.data() + payload + NLA_HDRLEN, bytes.data(), bytes.size());
    const std::uint32_t length = std::uint32_t(bytes_.size() - at);
    std::memcpy(bytes_.data() + at, &length, sizeof length);
}

}  // namespace sallyport
