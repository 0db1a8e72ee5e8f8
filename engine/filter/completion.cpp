// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/completion.h"
#include "filter/function.h"
#include "filter/lexer.h"
#include "filter/quoted_text.h"
#include "filter/value.h"
#include <algorithm>

namespace sallyport::filtering {
namespace {

constexpr std::size_t most_words = 50;
constexpr std::string_view symbol_characters = "=!<>~&|^";

char lower(char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; }

bool starts_with_letters(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), text.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool ends_value(TokenKind kind) {
    switch (kind) {
        case TokenKind::word: case TokenKind::string: case TokenKind::character: case TokenKind::slice: case TokenKind::layers:
        case TokenKind::right_paren: case TokenKind::right_brace: return true;
        default: return false;
    }
}

class Completer {
public:
    Completer(std::string_view text, std::size_t cursor, const FieldRegistry& registry) :
        text_(text), cursor_(std::min(cursor, text.size())), registry_(registry) {}

    FilterCompletion run() {
        out_.from = out_.to = cursor_;
        while (out_.from && is_word_character(text_[out_.from - 1])) out_.from--;
        while (out_.to < text_.size() && is_word_character(text_[out_.to])) out_.to++;
        read_context(out_.from);
        if (!tokens_.empty() && tokens_.back().kind == TokenKind::bad) {
            if (text_[tokens_.back().column] == '"') complete_quoted();
            else complete_symbol();
            return std::move(out_);
        }
        prefix_ = text_.substr(out_.from, cursor_ - out_.from);
        if (prefix_.empty() && complete_symbol()) return std::move(out_);
        complete_word();
        return std::move(out_);
    }

private:
    void read_context(std::size_t end) {
        tokens_ = tokenize(text_.substr(0, end));
        tokens_.pop_back();                                    // the end
    }

    const Token* back(std::size_t steps) const { return steps < tokens_.size() ? &tokens_[tokens_.size() - 1 - steps] : nullptr; }

    void add(std::string word) {
        if (out_.words.size() < most_words && std::find(out_.words.begin(), out_.words.end(), word) == out_.words.end())
            out_.words.push_back(std::move(word));
    }

    void add_if(std::string_view word) {
        if (word.substr(0, prefix_.size()) == prefix_) add(std::string(word));
    }

    /// "=" and the like behind a value: the operators that begin so.
    bool complete_symbol() {
        std::size_t from = cursor_;
        while (from && symbol_characters.find(text_[from - 1]) != std::string_view::npos) from--;
        const std::string_view begun = text_.substr(from, cursor_ - from);
        static constexpr std::string_view incomplete[] = {"=", "!", "|", "&", "^", "~", ">", "<"};
        if (std::find(std::begin(incomplete), std::end(incomplete), begun) == std::end(incomplete)) return false;
        read_context(from);
        if (!back(0) || !ends_value(back(0)->kind)) return read_context(cursor_), false;
        out_.from = from, out_.to = cursor_;
        for (std::string_view symbol : {"==", "===", "!=", "!==", "||", "&&", "&", "^^", "~=", "~", ">=", ">", "<=", "<"})
            if (symbol.substr(0, begun.size()) == begun) add(std::string(symbol));
        return true;
    }

    /// The cursor stands in a string that was begun.
    void complete_quoted() {
        const std::size_t quote = tokens_.back().column;
        tokens_.pop_back();
        out_.from = quote;
        out_.to = cursor_ + (cursor_ < text_.size() && text_[cursor_] == '"');
        prefix_ = text_.substr(quote + 1, cursor_ - quote - 1);
        if (const FieldInfo* field = left_field()) add_choices(*field);
    }

    void complete_word() {
        const Token* last = back(0);
        if (last && last->kind == TokenKind::in_set) return add_if("{");
        if (last && ends_value(last->kind)) return complete_operator();
        if (const FieldInfo* field = left_field()) {
            add_values(*field);
            if (prefix_.empty()) return;
        }
        add_fields();
        for (auto& function : all_functions()) add_if(std::string(function.name) + "(");
        if (!last || last->kind == TokenKind::logical_and || last->kind == TokenKind::logical_or || last->kind == TokenKind::left_paren)
            for (std::string_view word : {"not", "any", "all"}) add_if(word);
    }

    /// The field on the left, when the cursor stands right of its comparison or in its set.
    const FieldInfo* left_field() const {
        std::size_t at = 0;
        if (!back(0)) return nullptr;
        if (back(0)->kind != TokenKind::comparison) {
            while (back(at) && back(at)->kind != TokenKind::left_brace && back(at)->kind != TokenKind::right_brace) at++;
            if (!back(at) || back(at)->kind != TokenKind::left_brace || !back(at + 1) || back(at + 1)->kind != TokenKind::in_set)
                return nullptr;
            at++;
            if (back(at + 1) && back(at + 1)->kind == TokenKind::logical_not) at++;
        }
        const Token* word = back(at + 1);
        const FieldId id = word && word->kind == TokenKind::word ? registry_.find(word->text) : no_field;
        return id == no_field ? nullptr : &registry_.fields()[id];
    }

    void complete_operator() {
        const Token* value = back(0);
        const Token* before = back(1);
        const bool right_side = before && (before->kind == TokenKind::comparison || before->kind == TokenKind::range);
        const FieldId id = value->kind == TokenKind::word ? registry_.find(value->text) : no_field;
        const bool computed = value->kind == TokenKind::slice || value->kind == TokenKind::layers || value->kind == TokenKind::right_paren;
        if (!right_side && (id != no_field || computed)) {
            const ValueClass kind = id == no_field ? ValueClass::bytes : class_of(registry_.fields()[id].type);
            const bool searchable = kind == ValueClass::string || kind == ValueClass::bytes;
            if (kind != ValueClass::none) {
                for (std::string_view word : {"==", "!="}) add_if(word);
                if (searchable) for (std::string_view word : {"contains", "matches"}) add_if(word);
                if (kind != ValueClass::boolean) for (std::string_view word : {"in", ">", "<", ">=", "<="}) add_if(word);
                if (kind == ValueClass::number) add_if("&");
                for (std::string_view word : {"===", "~=", "eq", "ne", "gt", "lt", "ge", "le"}) if (!prefix_.empty()) add_if(word);
            }
        }
        for (std::string_view word : {"&&", "||", "and", "or", "xor"}) add_if(word);
    }

    void add_values(const FieldInfo& field) {
        if (field.type == FieldType::boolean) add_if("1"), add_if("0"), add_if("true"), add_if("false");
        add_choices(field);
    }

    void add_choices(const FieldInfo& field) {
        for (auto& choice : field.choices)
            if (!choice.last && starts_with_letters(choice.text, prefix_)) add(quote_text(choice.text));
    }

    void add_fields() {
        if (prefix_.find('.') == std::string_view::npos) {     // "i": ip before the fifty fields of icmp
            std::vector<std::string> protocols;
            for (auto& field : registry_.fields())
                if (field.is_protocol && std::string_view(field.name).substr(0, prefix_.size()) == prefix_) protocols.push_back(field.name);
            std::sort(protocols.begin(), protocols.end(),
                      [](auto& a, auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
            for (auto& name : protocols) add(std::move(name));
            if (prefix_.empty()) return;
        }
        for (auto& name : registry_.complete(prefix_, most_words)) add(std::move(name));
        if (out_.words.empty() && prefix_.size() >= 3)         // "ttl": ip.ttl
            for (auto& field : registry_.fields())
                if (field.name.find(prefix_) != std::string::npos) add(field.name);
    }

    std::string_view text_, prefix_;
    std::size_t cursor_;
    const FieldRegistry& registry_;
    std::vector<Token> tokens_;          // before what is being completed
    FilterCompletion out_;
};

}  // namespace

FilterCompletion complete(std::string_view text, std::size_t cursor, const FieldRegistry& registry) {
    return Completer(text, cursor, registry).run();
}

}  // namespace sallyport::filtering

namespace sallyport {

FilterCompletion complete_filter(std::string_view text, std::size_t cursor) { return filtering::complete(text, cursor, field_registry()); }

}  // namespace sallyport
