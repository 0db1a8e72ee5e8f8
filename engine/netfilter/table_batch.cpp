// SPDX-License-Identifier: GPL-3.0-or-later
#include "netfilter/table_batch.h"
#include <cerrno>
#include <cstdlib>
#include <libmnl/libmnl.h>
#include <libnftnl/chain.h>
#include <libnftnl/common.h>
#include <libnftnl/expr.h>
#include <libnftnl/rule.h>
#include <libnftnl/table.h>
#include <linux/if_arp.h>
#include <linux/netfilter.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <linux/netfilter/xt_NFQUEUE.h>

namespace sallyport {
namespace {

constexpr std::size_t message_room = 4096;  // more than any one message of ours takes
constexpr std::uint16_t make_new = NLM_F_CREATE | NLM_F_EXCL | NLM_F_ACK;

nftnl_expr* add(nftnl_rule* rule, const char* name) {
    nftnl_expr* expression = nftnl_expr_alloc(name);
    if (!expression) std::abort();  // out of memory for 100 bytes
    nftnl_rule_add_expr(rule, expression);
    return expression;
}

void load_meta(nftnl_rule* rule, std::uint32_t key) {
    nftnl_expr* meta = add(rule, "meta");
    nftnl_expr_set_u32(meta, NFTNL_EXPR_META_KEY, key);
    nftnl_expr_set_u32(meta, NFTNL_EXPR_META_DREG, NFT_REG_1);
}

void if_equal(nftnl_rule* rule, const void* value, std::uint32_t size) {
    nftnl_expr* compare = add(rule, "cmp");
    nftnl_expr_set_u32(compare, NFTNL_EXPR_CMP_SREG, NFT_REG_1);
    nftnl_expr_set_u32(compare, NFTNL_EXPR_CMP_OP, NFT_CMP_EQ);
    nftnl_expr_set(compare, NFTNL_EXPR_CMP_DATA, value, size);
}

}  // namespace

TableBatch::TableBatch(std::string table) : table_(std::move(table)) {
    nftnl_batch_begin(room(), next_sequence());
    grown(mnl_nlmsg_size(sizeof(nfgenmsg)), TableStep::batch);
}

char* TableBatch::room() {
    if (buffer_.size() < used_ + message_room) buffer_.resize(used_ + 4 * message_room);
    return buffer_.data() + used_;
}

void TableBatch::grown(std::uint32_t length, TableStep step) {
    used_ += MNL_ALIGN(length);
    steps_.push_back(step);
}

void TableBatch::make_table(bool owned) {
    nlmsghdr* message = nftnl_nlmsg_build_hdr(room(), NFT_MSG_NEWTABLE, NFPROTO_INET, make_new, next_sequence());
    nftnl_table* table = nftnl_table_alloc();
    nftnl_table_set_str(table, NFTNL_TABLE_NAME, table_.c_str());
    nftnl_table_set_u32(table, NFTNL_TABLE_FLAGS, owned ? NFT_TABLE_F_OWNER : 0);
    nftnl_table_nlmsg_build_payload(message, table);
    nftnl_table_free(table);
    grown(message->nlmsg_len, TableStep::make_table);
}

void TableBatch::make_chain(const char* name, std::uint32_t hook, std::int32_t priority) {
    nlmsghdr* message = nftnl_nlmsg_build_hdr(room(), NFT_MSG_NEWCHAIN, NFPROTO_INET, make_new, next_sequence());
    nftnl_chain* chain = nftnl_chain_alloc();
    nftnl_chain_set_str(chain, NFTNL_CHAIN_TABLE, table_.c_str());
    nftnl_chain_set_str(chain, NFTNL_CHAIN_NAME, name);
    nftnl_chain_set_str(chain, NFTNL_CHAIN_TYPE, "filter");
    nftnl_chain_set_u32(chain, NFTNL_CHAIN_HOOKNUM, hook);
    nftnl_chain_set_s32(chain, NFTNL_CHAIN_PRIO, priority);
    nftnl_chain_set_u32(chain, NFTNL_CHAIN_POLICY, NF_ACCEPT);
    nftnl_chain_nlmsg_build_payload(message, chain);
    nftnl_chain_free(chain);
    grown(message->nlmsg_len, TableStep::make_chain);
}

void TableBatch::begin_rule(const char* chain) {
    rule_ = nftnl_rule_alloc();
    rule_step_ = TableStep::make_rule;
    nftnl_rule_set_str(rule_, NFTNL_RULE_TABLE, table_.c_str());
    nftnl_rule_set_str(rule_, NFTNL_RULE_CHAIN, chain);
    nftnl_rule_set_u32(rule_, NFTNL_RULE_FAMILY, NFPROTO_INET);
}

void TableBatch::if_mark(std::uint32_t mask, std::uint32_t value) {
    const std::uint32_t none = 0;
    load_meta(rule_, NFT_META_MARK);
    nftnl_expr* bits = add(rule_, "bitwise");
    nftnl_expr_set_u32(bits, NFTNL_EXPR_BITWISE_SREG, NFT_REG_1);
    nftnl_expr_set_u32(bits, NFTNL_EXPR_BITWISE_DREG, NFT_REG_1);
    nftnl_expr_set_u32(bits, NFTNL_EXPR_BITWISE_LEN, sizeof mask);
    nftnl_expr_set(bits, NFTNL_EXPR_BITWISE_MASK, &mask, sizeof mask);
    nftnl_expr_set(bits, NFTNL_EXPR_BITWISE_XOR, &none, sizeof none);
    if_equal(rule_, &value, sizeof value);
}

void TableBatch::if_from_loopback() {
    const std::uint16_t loopback = ARPHRD_LOOPBACK;
    load_meta(rule_, NFT_META_IIFTYPE);
    if_equal(rule_, &loopback, sizeof loopback);
}

void TableBatch::count() { add(rule_, "counter"); }

void TableBatch::accept() {
    nftnl_expr* verdict = add(rule_, "immediate");
    nftnl_expr_set_u32(verdict, NFTNL_EXPR_IMM_DREG, NFT_REG_VERDICT);
    nftnl_expr_set_u32(verdict, NFTNL_EXPR_IMM_VERDICT, NF_ACCEPT);
}

void TableBatch::queue(const QueueTarget& target) {
    rule_step_ = TableStep::make_queue_rule;
    const bool bypass = target.fail == FailPolicy::open;
    if (target.form == QueueForm::native) {
        nftnl_expr* queue = add(rule_, "queue");
        nftnl_expr_set_u16(queue, NFTNL_EXPR_QUEUE_NUM, target.first);
        nftnl_expr_set_u16(queue, NFTNL_EXPR_QUEUE_TOTAL, target.count);
        nftnl_expr_set_u16(queue, NFTNL_EXPR_QUEUE_FLAGS, bypass ? NFT_QUEUE_FLAG_BYPASS : 0);
        return;
    }
    // XT_ALIGN: the kernel wants the target's data padded to 8 bytes. libnftnl keeps the pointer and frees it.
    constexpr std::size_t size = (sizeof(xt_NFQ_info_v3) + 7) & ~std::size_t(7);
    auto* info = static_cast<xt_NFQ_info_v3*>(std::calloc(1, size));
    if (!info) std::abort();
    info->queuenum = target.first;
    info->queues_total = target.count;
    info->flags = bypass ? NFQ_FLAG_BYPASS : 0;
    nftnl_expr* expression = add(rule_, "target");
    nftnl_expr_set_str(expression, NFTNL_EXPR_TG_NAME, "NFQUEUE");
    nftnl_expr_set_u32(expression, NFTNL_EXPR_TG_REV, 3);
    nftnl_expr_set(expression, NFTNL_EXPR_TG_INFO, info, size);
}

void TableBatch::end_rule() {
    nlmsghdr* message =
        nftnl_nlmsg_build_hdr(room(), NFT_MSG_NEWRULE, NFPROTO_INET, NLM_F_CREATE | NLM_F_APPEND | NLM_F_ACK, next_sequence());
    nftnl_rule_nlmsg_build_payload(message, rule_);
    nftnl_rule_free(rule_);
    rule_ = nullptr;
    grown(message->nlmsg_len, rule_step_);
}

void TableBatch::flush_rules() {
    nlmsghdr* message = nftnl_nlmsg_build_hdr(room(), NFT_MSG_DELRULE, NFPROTO_INET, NLM_F_ACK, next_sequence());
    nftnl_rule* rule = nftnl_rule_alloc();
    nftnl_rule_set_str(rule, NFTNL_RULE_TABLE, table_.c_str());
    nftnl_rule_nlmsg_build_payload(message, rule);
    nftnl_rule_free(rule);
    grown(message->nlmsg_len, TableStep::flush_rules);
}

void TableBatch::delete_table(const std::string& name) {
    nlmsghdr* message = nftnl_nlmsg_build_hdr(room(), NFT_MSG_DELTABLE, NFPROTO_INET, NLM_F_ACK, next_sequence());
    nftnl_table* table = nftnl_table_alloc();
    nftnl_table_set_str(table, NFTNL_TABLE_NAME, name.c_str());
    nftnl_table_nlmsg_build_payload(message, table);
    nftnl_table_free(table);
    grown(message->nlmsg_len, TableStep::remove_table);
}

void TableBatch::remove_table() { delete_table(table_); }
void TableBatch::refuse() { delete_table(table_ + "-that-is-not-there"); }

Bytes TableBatch::finish() {
    nftnl_batch_end(room(), next_sequence());
    grown(mnl_nlmsg_size(sizeof(nfgenmsg)), TableStep::batch);
    return {reinterpret_cast<const std::uint8_t*>(buffer_.data()), used_};
}

TableStep TableBatch::step_of(std::uint32_t sequence) const { return sequence < steps_.size() ? steps_[sequence] : TableStep::batch; }

}  // namespace sallyport
