// SPDX-License-Identifier: GPL-3.0-or-later
// Lets packets teach: what descriptions want to remember of a conversation, and which protocol a guess found in it.
#pragma once
#include "dissect/walk.h"
#include "packet/conversation_memory.h"

namespace sallyport {

/// One a thread. Packets should come in the order of the capture.
class ConversationLearner {
public:
    explicit ConversationLearner(ConversationMemory& memory);
    /// Enters only protocols that teach and those that lead to them. Measured with `./dev bench open`: a capture of 1 M packets was a
    /// scrollable list after 278 ms with it and after 193 ms without, some 85 ns a packet.
    void learn(const PacketContext& packet);

private:
    void learn_from(const PacketContext& packet, std::size_t layer);

    ConversationMemory& memory_;
    Walker walker_;
    std::vector<std::uint8_t> worth_;  // [protocol]
};

}  // namespace sallyport
