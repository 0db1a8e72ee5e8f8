// SPDX-License-Identifier: GPL-3.0-or-later
// Rules as they stand in a file.
#pragma once
#include "fail.h"
#include "base/result.h"
#include "rule_history.h"
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::cli {

Result<std::string> read_text(const std::string& path);

/// "FILE:3:12: reason; did you mean x?", as compilers write it.
std::string rule_error_text(const std::string& path, const RuleError& error);
/// Every bad line of a rules file, in order.
std::vector<RuleError> all_rule_errors(const std::string& text);

/// Reads and compiles a rules file. `default_verdict` replaces the one that stands there. Rules that `history` has in force keep
/// their ids, and with them their counts.
Result<std::shared_ptr<const RuleSet>> load_rules(const std::string& path, std::optional<Verdict> default_verdict,
                                                  const RuleHistory* history = nullptr);
Result<std::shared_ptr<const RuleSet>> compile_rules(const std::string& path, const std::string& text,
                                                     std::optional<Verdict> default_verdict, const RuleHistory* history = nullptr);

/// "4 rules, default accept"
std::string rules_title(const RuleSet& rules);
/// "accept" or "drop".
Status set_verdict(std::string_view text, std::optional<Verdict>& into);

}  // namespace sallyport::cli
