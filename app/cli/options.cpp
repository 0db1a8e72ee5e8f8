// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"
#include <algorithm>
#include <charconv>

namespace sallyport::cli {

namespace {

const Option* with_letter(std::span<const Option> options, char letter) {
    auto at = std::ranges::find(options, letter, &Option::letter);
    return at == options.end() ? nullptr : &*at;
}

const Option* with_name(std::span<const Option> options, std::string_view name) {
    auto at = std::ranges::find_if(options, [&](auto& o) { return o.name && o.name == name; });
    return at == options.end() ? nullptr : &*at;
}

class Parser {
public:
    Parser(std::span<const Option> options, Arguments words) : options_(options), words_(words) {}

    Result<std::vector<std::string>> run() {
        std::vector<std::string> operands;
        for (; at_ < words_.size(); at_++) {
            const std::string& word = words_[at_];
            Status done;
            if (word == "--") {
                operands.insert(operands.end(), words_.begin() + long(at_) + 1, words_.end());
                break;
            }
            if (word.starts_with("--")) done = long_option(word);
            else if (word.size() > 1 && word[0] == '-') done = short_options(word);
            else operands.push_back(word);
            if (!done) return tl::unexpected(done.error());
        }
        return operands;
    }

private:
    Status apply(const Option& option, const std::string& spelt, std::string_view argument) {
        auto done = option.set(argument);
        if (!done) return fail("option " + spelt + ": " + done.error().what.text(), done.error().remedy.text());
        return {};
    }

    /// The option's argument is the next word.
    Status apply_next(const Option& option, const std::string& spelt) {
        if (at_ + 1 >= words_.size()) return fail("option " + spelt + " needs an argument: " + option.argument);
        return apply(option, spelt, words_[++at_]);
    }

    Status long_option(const std::string& word) {
        auto equals = word.find('=');
        const std::string spelt = word.substr(0, equals);
        const Option* option = with_name(options_, std::string_view(spelt).substr(2));
        if (!option) return fail("unknown option " + spelt, "--help lists the options");
        if (!option->argument) {
            if (equals != std::string::npos) return fail("option " + spelt + " takes no argument");
            return apply(*option, spelt, {});
        }
        return equals == std::string::npos ? apply_next(*option, spelt) : apply(*option, spelt, std::string_view(word).substr(equals + 1));
    }

    Status short_options(const std::string& word) {
        for (std::size_t i = 1; i < word.size(); i++) {
            const std::string spelt{'-', word[i]};
            const Option* option = with_letter(options_, word[i]);
            if (!option) return fail("unknown option " + spelt, "--help lists the options");
            if (option->argument)
                return i + 1 < word.size() ? apply(*option, spelt, std::string_view(word).substr(i + 1)) : apply_next(*option, spelt);
            if (auto done = apply(*option, spelt, {}); !done) return done;
        }
        return {};
    }

    std::span<const Option> options_;
    Arguments words_;
    std::size_t at_ = 0;
};

std::string spelling(const Option& option) {
    std::string out;
    if (option.letter) out += {'-', option.letter};
    if (option.name) out += std::string(out.empty() ? "--" : ", --") + option.name;
    if (option.argument) out += std::string(" ") + option.argument;
    return out;
}

}  // namespace

Result<std::vector<std::string>> parse_options(std::span<const Option> options, Arguments words) { return Parser(options, words).run(); }

std::string options_help(std::span<const Option> options) {
    constexpr std::size_t column = 28;
    std::string out;
    for (auto& option : options) {
        std::string line = "  " + spelling(option);
        if (line.size() + 2 > column) out += line + "\n", line.clear();
        line.resize(column, ' ');
        for (std::string_view help = option.help; !help.empty();) {
            auto end = std::min(help.find('\n'), help.size());
            out += line + std::string(help.substr(0, end)) + "\n";
            help.remove_prefix(std::min(end + 1, help.size()));
            line.assign(column, ' ');
        }
    }
    return out;
}

bool parse_number(std::string_view text, std::uint64_t& out) {
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

std::function<Status(std::string_view)> set_flag(bool& flag) {
    return [&flag](std::string_view) -> Status { return flag = true, Status{}; };
}

std::function<Status(std::string_view)> set_text(std::string& text) {
    return [&text](std::string_view argument) -> Status { return text = argument, Status{}; };
}

std::function<Status(std::string_view)> add_text(std::vector<std::string>& texts) {
    return [&texts](std::string_view argument) -> Status { return texts.emplace_back(argument), Status{}; };
}

std::function<Status(std::string_view)> set_count(std::uint64_t& number, const char* what, std::uint64_t most) {
    return [&number, what, most](std::string_view argument) -> Status {
        std::uint64_t value = 0;
        if (!parse_number(argument, value))
            return fail("the " + std::string(what) + " \"" + std::string(argument) + "\" isn't a decimal number");
        if (value == 0) return fail("the " + std::string(what) + " is zero");
        if (value > most) return fail("the " + std::string(what) + " " + std::string(argument) + " is more than " + std::to_string(most));
        number = value;
        return {};
    };
}

}  // namespace sallyport::cli
