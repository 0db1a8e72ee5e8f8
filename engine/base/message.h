// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine says to people: English here, and in other languages where somebody translates it.
//
//     fail(message("cannot open %1: %2", path, errno_text(code)), message("choose another file"))
//
// The string literal that message() or words() begins with is what is translated: translations/engine_words.py collects them from
// these sources, so that they must stand there as they are. The window looks the pattern up and fills its places
// (ui/models/message_text.h); the command line takes the English.
#pragma once
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace sallyport {

/// Words of ours, to be translated wherever they are shown: a string literal, as it can stand in a constant.
class Words {
public:
    constexpr Words() = default;
    constexpr const char* english() const { return text_; }
    constexpr bool empty() const { return !*text_; }

private:
    friend consteval Words words(const char* literal);
    constexpr explicit Words(const char* text) : text_(text) {}
    const char* text_ = "";
};
consteval Words words(const char* literal) { return Words(literal); }

/// A text with places for arguments, which may be messages themselves; or a text of somebody else's (the system's, a library's, a
/// name), which is never translated. Made where something fails, not before.
class Message {
public:
    Message() = default;                                    // says nothing
    Message(Words words) : Message(words.english(), {}) {}  // NOLINT(google-explicit-constructor): words are a message
    /// For patterns that message() cannot see; a place that lacks its argument is shown as it stands.
    Message(Words pattern, std::vector<Message> arguments) : Message(pattern.english(), std::move(arguments)) {}
    /// One that was taken apart, in another process.
    Message(std::string pattern, std::vector<Message> arguments)
        : pattern_(std::move(pattern)), ours_(true), arguments_(std::move(arguments)) {}
    static Message foreign(std::string text) {
        Message message;
        message.pattern_ = std::move(text);
        return message;
    }

    bool empty() const { return pattern_.empty(); }
    bool is_foreign() const { return !ours_; }
    const std::string& pattern() const { return pattern_; }
    const std::vector<Message>& arguments() const { return arguments_; }

    /// In English.
    std::string text() const {
        return text([](const std::string& pattern) { return pattern; });
    }
    /// In the language that `translate` gives each pattern in (UTF-8): "%2 kann nicht geöffnet werden: %1".
    template <class Translate>
    std::string text(const Translate& translate) const {
        if (!ours_) return pattern_;
        const std::string said = translate(pattern_);
        std::string filled;
        for (std::size_t at = 0; at < said.size(); at++) {
            const std::size_t place = said[at] == '%' && at + 1 < said.size() ? std::size_t(said[at + 1] - '1') : arguments_.size();
            if (place < arguments_.size()) filled += arguments_[place].text(translate), at++;
            else filled += said[at];
        }
        return filled;
    }
    friend bool operator==(const Message& a, const Message& b) = default;

private:
    std::string pattern_;
    bool ours_ = false;
    std::vector<Message> arguments_;
};

/// What stands in a place: a message, words, a number, or somebody's text.
template <class Argument>
Message argument_of(const Argument& argument) {
    if constexpr (std::is_arithmetic_v<Argument>) return Message::foreign(std::to_string(argument));
    else if constexpr (std::is_convertible_v<const Argument&, std::string_view>)
        return Message::foreign(std::string(std::string_view(argument)));
    else return argument;
}

/// A literal whose places %1 … %9 are as many as the arguments: any other does not compile.
template <class... Arguments>
struct MessagePattern {
    consteval MessagePattern(const char* literal)
        : words(sallyport::words(literal)) {  // NOLINT(google-explicit-constructor): a literal is a pattern
        unsigned seen = 0;
        for (const char* at = literal; *at; at++)
            if (*at == '%' && at[1] >= '1' && at[1] <= '9') seen |= 1u << (at[1] - '1');
        if (seen != (1u << sizeof...(Arguments)) - 1) throw "the places of the pattern are not those of the arguments";
    }
    Words words;
};

template <class... Arguments>
Message message(MessagePattern<std::type_identity_t<Arguments>...> pattern, const Arguments&... arguments) {
    return Message(pattern.words, {argument_of(arguments)...});
}

}  // namespace sallyport
