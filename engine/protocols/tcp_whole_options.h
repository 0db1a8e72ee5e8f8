// SPDX-License-Identifier: GPL-3.0-or-later
// Each TCP option as a whole, by Wireshark's names.
#pragma once
#include "protocols/whole_options.h"

namespace sallyport::protocols::tcp_whole_options {
using namespace layout;

inline constexpr WholeOption known[] = {
    {0, {"tcp.options.eol", "TCP Option - End of Option List (EOL)", hidden}},
    {1, {"tcp.options.nop", "TCP Option - No-Operation (NOP)", hidden}},
    {2, {"tcp.options.mss", "TCP Option - Maximum segment size", hidden}},
    {3, {"tcp.options.wscale", "TCP Option - Window scale", hidden}},
    {4, {"tcp.options.sack_perm", "TCP Option - SACK permitted", hidden}},
    {5, {"tcp.options.sack", "TCP Option - SACK", hidden}},
    {6, {"tcp.options.echo", "TCP Option - Echo", hidden}},
    {7, {"tcp.options.echoreply", "TCP Option - Echo reply", hidden}},
    {8, {"tcp.options.timestamp", "TCP Option - Timestamps", hidden}},
    {11, {"tcp.options.cc", "TCP Option - CC", hidden}},
    {12, {"tcp.options.ccnew", "TCP Option - CC.NEW", hidden}},
    {13, {"tcp.options.ccecho", "TCP Option - CC.ECHO", hidden}},
    {19, {"tcp.options.md5", "TCP Option - TCP MD5 signature", hidden}},
    {27, {"tcp.options.qs", "TCP Option - Quick-Start", hidden}},
    {28, {"tcp.options.user_to", "TCP Option - User Timeout", hidden}},
    {29, {"tcp.options.ao", "TCP Option - TCP AO", hidden}},
    {30, {"mptcp", "Multipath Transmission Control Protocol", hidden}},
    {34, {"tcp.options.tfo", "TCP Option - TCP Fast Open", hidden}},
};

inline constexpr auto item = whole_option<known>;

}  // namespace sallyport::protocols::tcp_whole_options
