// SPDX-License-Identifier: GPL-3.0-or-later
#include "netfilter/kernel_table.h"
#include <cerrno>
#include <libmnl/libmnl.h>
#include <libnftnl/common.h>
#include <libnftnl/expr.h>
#include <libnftnl/rule.h>
#include <libnftnl/table.h>
#include <linux/netfilter.h>
#include <linux/netfilter/nf_tables.h>
#include <optional>

namespace sallyport {
namespace {

constexpr const char* table_name = "sallyport";
constexpr const char* probe_name = "sallyport-probe";
constexpr std::int32_t priority = -10;

QueueTarget target_of(const KernelTableOptions& options, QueueForm form) {
    return {.first = options.first_queue, .count = options.queues, .fail = options.fail, .form = form};
}

void accept_own_answers(TableBatch& batch, const char* chain) {
    batch.begin_rule(chain);
    batch.if_mark(mark_mask, own_answer_mark);
    batch.accept();
    batch.end_rule();
}

void queue_all(TableBatch& batch, const char* chain, const QueueTarget& target, bool only_forged = false) {
    batch.begin_rule(chain);
    if (only_forged) batch.if_mark(mark_mask, forged_mark);
    batch.count();
    batch.queue(target);
    batch.end_rule();
}

void add_input(TableBatch& batch, const KernelTableOptions& options, const QueueTarget& target) {
    batch.make_chain("input", NF_INET_LOCAL_IN, priority);
    accept_own_answers(batch, "input");
    batch.begin_rule("input");
    batch.if_from_loopback();
    if (!options.output) batch.if_mark(mark_mask, forged_mark);
    batch.accept();
    batch.end_rule();
    queue_all(batch, "input", target);
}

void add_chains(TableBatch& batch, const KernelTableOptions& options, QueueForm form) {
    const QueueTarget target = target_of(options, form);
    if (options.input) add_input(batch, options, target);
    batch.make_chain("output", NF_INET_LOCAL_OUT, priority);
    accept_own_answers(batch, "output");
    queue_all(batch, "output", target, !options.output);
    if (options.forward) {
        batch.make_chain("forward", NF_INET_FORWARD, priority);
        accept_own_answers(batch, "forward");
        queue_all(batch, "forward", target);
    }
}

struct Refusal {
    TableStep step = TableStep::batch;
    int code = 0;
};

/// The first error that the kernel gave to a message of `batch`, if any; the one on `expected` is none.
Result<std::vector<Refusal>> send(Netlink& netlink, TableBatch& batch) {
    auto answers = netlink.exchange(batch.finish());
    if (!answers) return tl::unexpected(answers.error());
    std::vector<Refusal> refusals;
    for (auto& answer : *answers)
        if (answer.error) refusals.push_back({batch.step_of(answer.sequence), answer.error});
    if (answers->empty()) refusals.push_back({TableStep::batch, EIO});  // each message asks for an answer
    return refusals;
}

/// Who holds a table of our name, if it is there; 0: nobody, a person made it.
std::optional<std::uint32_t> holder_of_table(Netlink& netlink) {
    alignas(nlmsghdr) char buffer[512];
    nlmsghdr* message = nftnl_nlmsg_build_hdr(buffer, NFT_MSG_GETTABLE, NFPROTO_INET, NLM_F_ACK, 1);
    nftnl_table* wanted = nftnl_table_alloc();
    nftnl_table_set_str(wanted, NFTNL_TABLE_NAME, table_name);
    nftnl_table_nlmsg_build_payload(message, wanted);
    nftnl_table_free(wanted);
    std::optional<std::uint32_t> holder;
    (void)netlink.exchange({reinterpret_cast<const std::uint8_t*>(buffer), message->nlmsg_len}, [&](const nlmsghdr* reply) {
        nftnl_table* table = nftnl_table_alloc();
        if (nftnl_table_nlmsg_parse(reply, table) == 0)
            holder = nftnl_table_is_set(table, NFTNL_TABLE_OWNER) ? nftnl_table_get_u32(table, NFTNL_TABLE_OWNER) : 0;
        nftnl_table_free(table);
    });
    return holder;
}

tl::unexpected<Error> refused(Netlink& netlink, const Refusal& refusal) {
    const std::string reason = std::strerror(refusal.code);
    switch (refusal.step) {
        case TableStep::batch:
            if (refusal.code == EPERM)
                return fail(message("cannot make the kernel table: no permission to change this network's firewall"), privilege_remedy(),
                            EPERM);
            if (refusal.code == EINVAL || refusal.code == EOPNOTSUPP)
                return fail(message("cannot make the kernel table: this kernel has no nf_tables"), message("try: modprobe nf_tables"),
                            refusal.code);
            return fail(message("cannot make the kernel table: %1", reason), {}, refusal.code);
        case TableStep::make_table:
            if (refusal.code == EEXIST || refusal.code == EPERM) {
                const auto holder = holder_of_table(netlink);
                if (holder && !*holder)
                    return fail(message("cannot make the kernel table: there is a table `inet sallyport` already, which no program owns"),
                                message("somebody made it by hand; if it is not needed: nft delete table inet sallyport"), refusal.code);
                return fail(
                    message("cannot make the kernel table: %1 has one already", holder ? port_owner(*holder) : message("another process")),
                    message("only one Sallyport can guard a network at a time: end the other one"), refusal.code);
            }
            return fail(message("cannot make the kernel table: the kernel does not know tables that end with their owner: %1", reason),
                        message("Linux 5.12 or newer is needed"), refusal.code);
        case TableStep::make_chain:
            return fail(
                message("cannot make the kernel table's chains: %1", reason),
                refusal.code == ENOENT || refusal.code == EOPNOTSUPP ? message("the kernel needs CONFIG_NF_TABLES_INET") : Message(),
                refusal.code);
        case TableStep::make_queue_rule:
            return fail(message("cannot make the kernel table's queue rule: %1", reason),
                        refusal.code == ENOENT
                            ? message("the kernel has neither nft_queue nor xt_NFQUEUE with nft_compat; try: modprobe nft_queue")
                            : Message(),
                        refusal.code);
        default: return fail(message("cannot make the kernel table's rules: %1", reason), {}, refusal.code);
    }
}

}  // namespace

Result<KernelTable> KernelTable::create(const KernelTableOptions& options) {
    if (!options.input && !options.output && !options.forward)
        return fail(message("the firewall has no hook to act on"), message("choose at least one of input, output, forward"), EINVAL);
    if (options.queues == 0 || options.first_queue + options.queues > 65536)
        return fail(message("queues %1 and %2 in number do not exist", options.first_queue, options.queues),
                    message("queue numbers go from 0 to 65535"), EINVAL);
    auto netlink = Netlink::open();
    if (!netlink) return tl::unexpected(netlink.error());
    for (QueueForm form : {QueueForm::native, QueueForm::xtables}) {
        TableBatch batch(table_name);
        batch.make_table(true);
        add_chains(batch, options, form);
        auto refusals = send(*netlink, batch);
        if (!refusals) return tl::unexpected(refusals.error());
        if (refusals->empty()) return KernelTable(std::move(*netlink), options);
        const bool no_native = form == QueueForm::native && refusals->front().step == TableStep::make_queue_rule &&
                               refusals->front().code == ENOENT;  // no nft_queue in this kernel: the xtables target does the same
        if (!no_native) return refused(*netlink, refusals->front());
    }
    return fail(message("cannot make the kernel table's queue rule"));
}

Status KernelTable::probe() {
    auto netlink = Netlink::open();
    if (!netlink) return tl::unexpected(netlink.error());
    for (QueueForm form : {QueueForm::native, QueueForm::xtables}) {
        TableBatch batch(probe_name);
        batch.make_table(true);
        add_chains(batch, {.forward = true}, form);
        batch.refuse();
        auto refusals = send(*netlink, batch);
        if (!refusals) return tl::unexpected(refusals.error());
        if (refusals->empty()) return {};
        const Refusal& first = refusals->front();
        if (first.step == TableStep::remove_table) return {};  // all before it would have been done
        if (form == QueueForm::xtables || first.step != TableStep::make_queue_rule) return refused(*netlink, first);
    }
    return {};
}

KernelTable::~KernelTable() { (void)remove(); }

Status KernelTable::stop_queueing() {
    if (!there_.value) return {};
    TableBatch batch(table_name);
    batch.flush_rules();
    auto refusals = send(netlink_, batch);
    if (!refusals) return tl::unexpected(refusals.error());
    queueing_ = false;
    if (!refusals->empty()) return fail(message("cannot empty the kernel table: %1", std::strerror(refusals->front().code)));
    return {};
}

Status KernelTable::remove() {
    if (!there_.value) return {};
    TableBatch batch(table_name);
    batch.remove_table();
    auto refusals = send(netlink_, batch);
    if (!refusals) return tl::unexpected(refusals.error());
    if (!refusals->empty() && refusals->front().code != ENOENT)
        return fail(message("cannot remove the kernel table: %1", std::strerror(refusals->front().code)),
                    message("it goes when the program ends"), refusals->front().code);
    there_.value = false;
    return {};
}

Result<std::uint64_t> KernelTable::queued() {
    alignas(nlmsghdr) char buffer[512];
    nlmsghdr* message = nftnl_nlmsg_build_hdr(buffer, NFT_MSG_GETRULE, NFPROTO_INET, NLM_F_DUMP, 1);
    nftnl_rule* wanted = nftnl_rule_alloc();
    nftnl_rule_set_str(wanted, NFTNL_RULE_TABLE, table_name);
    nftnl_rule_nlmsg_build_payload(message, wanted);
    nftnl_rule_free(wanted);
    std::uint64_t packets = 0;
    auto answers = netlink_.exchange({reinterpret_cast<const std::uint8_t*>(buffer), message->nlmsg_len}, [&](const nlmsghdr* reply) {
        nftnl_rule* rule = nftnl_rule_alloc();
        if (nftnl_rule_nlmsg_parse(reply, rule) == 0)
            nftnl_expr_foreach(
                rule,
                [](nftnl_expr* expression, void* sum) {
                    if (std::string_view(nftnl_expr_get_str(expression, NFTNL_EXPR_NAME)) == "counter")
                        *static_cast<std::uint64_t*>(sum) += nftnl_expr_get_u64(expression, NFTNL_EXPR_CTR_PACKETS);
                    return 0;
                },
                &packets);
        nftnl_rule_free(rule);
    });
    if (!answers) return tl::unexpected(answers.error());
    return packets;
}

std::string KernelTable::text() const {
    if (!there_.value || !queueing_) return {};
    const std::string last = std::to_string(options_.first_queue + options_.queues - 1);
    const std::string numbers = options_.queues == 1 ? last : std::to_string(options_.first_queue) + "-" + last;
    const std::string bypass = options_.fail == FailPolicy::open ? "flags bypass " : "";
    const std::string queue = "counter queue " + bypass + "to " + numbers + "\n";
    const auto chain = [](const std::string& hook, const std::string& rules) {
        return "\tchain " + hook + " {\n\t\ttype filter hook " + hook + " priority filter - 10; policy accept;\n" +
               "\t\tmeta mark & 0xff000000 == 0x5a000000 accept\n" + rules + "\t}\n";
    };
    const std::string forged = "meta mark & 0xff000000 == 0xa5000000 ";
    std::string text = "table inet sallyport {\n\tflags owner\n\n";
    if (options_.input) text += chain("input", "\t\tiiftype loopback " + (options_.output ? "" : forged) + "accept\n\t\t" + queue) + "\n";
    text += chain("output", "\t\t" + (options_.output ? "" : forged) + queue);
    if (options_.forward) text += "\n" + chain("forward", "\t\t" + queue);
    return text + "}\n";
}

}  // namespace sallyport
