// SPDX-License-Identifier: GPL-3.0-or-later
// What a rule does with the packets it matches. An action is one file in actions/ and one line in all_actions.cpp.
//
// An action is made once a rule from the words behind its name ("impair delay=20ms"), is then immutable and shared by all
// engine threads, and ends in a Verdict, or sends the packet on to the rules below (as changed or noted as it was).
#pragma once
#include "base/bytes.h"
#include "base/result.h"
#include "dissect/packet_context.h"
#include "packet/verdict.h"
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sallyport {

/// What an action may do to its packet beyond a verdict. Belongs to the engine thread; valid during act() only.
class ActionMeans {
public:
    virtual ~ActionMeans() = default;
    virtual Direction direction() const = 0;
    /// The packet's bytes as they are now.
    virtual Bytes bytes() const = 0;
    /// A writable copy of them, made at first use: what stands in it at the verdict goes on, and the rules below judge it.
    virtual ByteBuffer& edit() = 0;
    /// Sends a packet of ours (a reset, an unreachable) that is accepted without being judged.
    virtual Status answer(Bytes packet) = 0;
};

/// What an action remembers from packet to packet (a rate, a random sequence). One a rule and thread, made by new_memory().
class ActionMemory {
public:
    virtual ~ActionMemory() = default;
};

/// How an action ends with a packet: with its verdict, or the rules below go on judging it, as changed.
enum class Outcome : std::uint8_t { accept, drop, go_on };

class RuleAction {
public:
    virtual ~RuleAction() = default;
    /// The verdict when the rule alone gives it: act() is then never called. None: act() decides packet by packet.
    virtual std::optional<Verdict> verdict() const { return std::nullopt; }
    virtual std::unique_ptr<ActionMemory> new_memory() const { return nullptr; }
    /// Any engine thread. `means` is missing where rules are only tried (on a packet seen before): the action then tells how it
    /// would end and does nothing else.
    virtual Outcome act(const PacketContext&, ActionMemory*, ActionMeans*) const { return Outcome::go_on; }
};

/// A fault in the words behind an action's name.
struct ActionFault {
    std::size_t column = 0;  // 0-based, in bytes, within those words
    Message reason;
    std::string suggestion;
};

/// An action as people meet it: in a rule's first word, in menus, in completion.
struct ActionKind {
    std::string_view name;        // "drop"
    Words title;                  // "Drop"
    Words description;            // one sentence
    std::string_view parameters;  // how its words are written, "" where it takes none
    using Made = tl::expected<std::unique_ptr<const RuleAction>, ActionFault>;
    /// `words`: what stands between the action's name and the direction or `when`; "" most times.
    Made (*make)(std::string_view words);
};

std::span<const ActionKind* const> all_actions();
/// nullptr when there is no action of that name.
const ActionKind* find_action(std::string_view name);

/// For make() of actions without parameters: the fault that `words` are there at all.
tl::unexpected<ActionFault> no_parameters(std::string_view action);

}  // namespace sallyport
