// SPDX-License-Identifier: GPL-3.0-or-later
// One netlink batch of changes to a table of ours: all of it takes effect in the kernel, or none.
#pragma once
#include "base/bytes.h"
#include "packet/verdict.h"
#include <string>
#include <string_view>
#include <vector>

struct nftnl_rule;

namespace sallyport {

/// What a message of a batch does, to tell which step the kernel refused.
enum class TableStep : std::uint8_t { batch, make_table, make_chain, make_rule, make_queue_rule, flush_rules, remove_table };

/// How the rule hands packets to the queue: nf_tables' own expression, or the xtables target that older set-ups have instead.
enum class QueueForm : std::uint8_t { native, xtables };

struct QueueTarget {
    std::uint16_t first = 0, count = 1;   // queues, chosen by a hash of the address pair, the same for both directions
    FailPolicy fail = FailPolicy::open;
    QueueForm form = QueueForm::native;
};

class TableBatch {
public:
    explicit TableBatch(std::string table);
    /// `owned`: the table belongs to the socket that sends this batch.
    void make_table(bool owned);
    void make_chain(const char* name, std::uint32_t hook, std::int32_t priority);

    /// A rule is what is said between begin_rule() and end_rule(): conditions first, then one of accept() and queue().
    void begin_rule(const char* chain);
    void if_mark(std::uint32_t mask, std::uint32_t value);
    void if_from_loopback();
    void count();
    void accept();
    void queue(const QueueTarget& target);
    void end_rule();

    void flush_rules();
    void remove_table();
    /// A message that the kernel is sure to refuse (ENOENT), so that a whole batch is tried and nothing of it done.
    void refuse();

    /// The finished batch; nothing can be added afterwards.
    Bytes finish();
    TableStep step_of(std::uint32_t sequence) const;

private:
    char* room();
    void grown(std::uint32_t length, TableStep step);
    std::uint32_t next_sequence() const { return std::uint32_t(steps_.size()); }
    void delete_table(const std::string& name);

    std::string table_;
    std::vector<char> buffer_;
    std::size_t used_ = 0;
    std::vector<TableStep> steps_;        // by sequence number
    nftnl_rule* rule_ = nullptr;
    TableStep rule_step_ = TableStep::make_rule;
};

}  // namespace sallyport
