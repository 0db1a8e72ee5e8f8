// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/lexer.h"
#include "base/address.h"
#include "filter/quoted_text.h"
#include <algorithm>
#include <array>

namespace sallyport::filtering {
namespace {

struct Keyword {
    std::string_view text;
    TokenKind kind;
    Relation relation = Relation::equal;
    bool all = false;
};

// Longer symbols stand before their beginnings. wireshark-filter(4); ^^ and xor are those of Wireshark 4.2.
constexpr std::array symbols = {
    Keyword{"===", TokenKind::comparison, Relation::equal, true},
    Keyword{"!==", TokenKind::comparison, Relation::unequal, false},
    Keyword{"==", TokenKind::comparison, Relation::equal, false},
    Keyword{"!=", TokenKind::comparison, Relation::unequal, true},
    Keyword{"~=", TokenKind::comparison, Relation::unequal, false},
    Keyword{">=", TokenKind::comparison, Relation::greater_equal, false},
    Keyword{"<=", TokenKind::comparison, Relation::less_equal, false},
    Keyword{"&&", TokenKind::logical_and},
    Keyword{"||", TokenKind::logical_or},
    Keyword{"^^", TokenKind::logical_xor},
    Keyword{"..", TokenKind::range},
    Keyword{">", TokenKind::comparison, Relation::greater, false},
    Keyword{"<", TokenKind::comparison, Relation::less, false},
    Keyword{"~", TokenKind::comparison, Relation::matches, false},
    Keyword{"!", TokenKind::logical_not},
    Keyword{"&", TokenKind::bitwise_and},
    Keyword{"+", TokenKind::plus},
    Keyword{"-", TokenKind::minus},
    Keyword{"*", TokenKind::times},
    Keyword{"/", TokenKind::divide},
    Keyword{"%", TokenKind::modulo},
    Keyword{"(", TokenKind::left_paren},
    Keyword{")", TokenKind::right_paren},
    Keyword{"{", TokenKind::left_brace},
    Keyword{"}", TokenKind::right_brace},
    Keyword{",", TokenKind::comma},
};

constexpr std::array words = {
    Keyword{"and", TokenKind::logical_and},
    Keyword{"or", TokenKind::logical_or},
    Keyword{"xor", TokenKind::logical_xor},
    Keyword{"not", TokenKind::logical_not},
    Keyword{"eq", TokenKind::comparison, Relation::equal, false},
    Keyword{"any_eq", TokenKind::comparison, Relation::equal, false},
    Keyword{"all_eq", TokenKind::comparison, Relation::equal, true},
    Keyword{"ne", TokenKind::comparison, Relation::unequal, true},
    Keyword{"all_ne", TokenKind::comparison, Relation::unequal, true},
    Keyword{"any_ne", TokenKind::comparison, Relation::unequal, false},
    Keyword{"gt", TokenKind::comparison, Relation::greater, false},
    Keyword{"ge", TokenKind::comparison, Relation::greater_equal, false},
    Keyword{"lt", TokenKind::comparison, Relation::less, false},
    Keyword{"le", TokenKind::comparison, Relation::less_equal, false},
    Keyword{"contains", TokenKind::comparison, Relation::contains, false},
    Keyword{"matches", TokenKind::comparison, Relation::matches, false},
    Keyword{"bitwise_and", TokenKind::bitwise_and},
    Keyword{"in", TokenKind::in_set},
    Keyword{"any", TokenKind::any_of},
    Keyword{"all", TokenKind::all_of},
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}

    std::vector<Token> run() {
        for (;;) {
            while (at_ < text_.size() && is_blank(text_[at_])) at_++;
            if (at_ == text_.size()) break;
            start_ = at_;
            read_token();
            if (tokens_.back().kind == TokenKind::bad) break;
        }
        add(TokenKind::end, text_.size(), 0);
        return std::move(tokens_);
    }

private:
    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

    Token& add(TokenKind kind, std::size_t column, std::size_t length, std::string text = {}) {
        Token token;
        token.kind = kind;
        token.column = std::uint32_t(column);
        token.length = std::uint32_t(length);
        token.text = std::move(text);
        tokens_.push_back(std::move(token));
        return tokens_.back();
    }

    void bad(std::size_t column, std::size_t length, Message why) { add(TokenKind::bad, column, length).fault = std::move(why); }

    void read_token() {
        const char c = peek();
        const bool raw = (c == 'r' || c == 'R') && peek(1) == '"';
        if (c == '"' || raw) return read_string(raw);
        if (c == '\'') return read_character();
        if (c == '[') return read_bracket(TokenKind::slice);
        if (c == '#') return read_layers();
        if (is_word_character(c) && c != '-' && !(c == '.' && peek(1) == '.')) return read_word();
        for (auto& symbol : symbols)
            if (text_.substr(at_, symbol.text.size()) == symbol.text) return read_keyword(symbol);
        read_stray();
    }

    void read_keyword(const Keyword& keyword) {
        at_ += keyword.text.size();
        Token& token = add(keyword.kind, start_, keyword.text.size(), std::string(keyword.text));
        token.relation = keyword.relation;
        token.all = keyword.all;
    }

    void read_stray() {
        const std::string_view rest = text_.substr(at_);
        if (rest.substr(0, 2) == "=>") return bad(at_, 2, message("=> is no operator; greater or equal is >="));
        if (rest.substr(0, 2) == "=<") return bad(at_, 2, message("=< is no operator; less or equal is <="));
        if (rest[0] == '=') return bad(at_, 1, message("= is no operator; equal is =="));
        if (rest[0] == '|') return bad(at_, 1, message("| is no operator; or is ||"));
        if (rest[0] == '$')
            return bad(at_, 1, message("${field} and macros are not supported: a filter has no selected packet to look at"));
        if (rest[0] == ']') return bad(at_, 1, message("] without a [ before it"));
        std::size_t length = 1;
        while (length < rest.size() && (std::uint8_t(rest[length]) & 0xc0) == 0x80) length++;  // the whole UTF-8 character
        const std::uint8_t first = std::uint8_t(rest[0]);
        if (first < 0x20 || first == 0x7f) return bad(at_, 1, message("a control character cannot stand here"));
        bad(at_, length, message("\"%1\" cannot stand here", rest.substr(0, length)));
    }

    void read_word() {
        while (at_ < text_.size() && is_word_character(text_[at_]) && !(text_[at_] == '.' && peek(1) == '.')) at_++;
        std::string_view word = text_.substr(start_, at_ - start_);
        for (auto& keyword : words)
            if (word == keyword.text) return at_ = start_, read_keyword(keyword);
        if (peek() == '/' && is_digit(peek(1)) && is_address(word)) {  // a prefix length: 10.0.0.0/8
            at_++;
            while (at_ < text_.size() && is_word_character(text_[at_]) && text_[at_] != '.') at_++;
        }
        add(TokenKind::word, start_, at_ - start_, std::string(text_.substr(start_, at_ - start_)));
    }

    static bool is_address(std::string_view word) {
        if (word.find(':') != std::string_view::npos) return true;
        return std::count(word.begin(), word.end(), '.') >= 1 &&
               std::all_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == '.'; });
    }

    void read_string(bool raw) {
        at_ += raw ? 2 : 1;
        const std::size_t inner = at_;
        const QuotedText quoted = read_quoted(text_, at_, '"', raw);
        if (!quoted.fault.empty()) return bad(quoted.fault_at, quoted.fault_length, quoted.fault);
        at_ = quoted.next;
        Token& token = add(TokenKind::string, start_, at_ - start_, quoted.bytes);
        token.inner = std::uint32_t(inner);
        token.escaped = quoted.escaped;
    }

    void read_character() {
        at_++;
        const QuotedText quoted = read_quoted(text_, at_, '\'', false);
        if (!quoted.fault.empty()) return bad(quoted.fault_at, quoted.fault_length, quoted.fault);
        at_ = quoted.next;
        if (quoted.bytes.size() == 1) return void(add(TokenKind::character, start_, at_ - start_, quoted.bytes));
        bad(start_, at_ - start_,
            quoted.bytes.empty() ? message("there is no character between the quotes")
                                 : message("only one character may stand in single quotes; strings have double quotes"));
    }

    void read_bracket(TokenKind kind) {
        const std::size_t inner = at_ + 1, close = text_.find(']', inner);
        if (close == std::string_view::npos) return bad(start_, text_.size() - start_, message("the closing ] is missing"));
        Token& token = add(kind, start_, close + 1 - start_, std::string(text_.substr(inner, close - inner)));
        token.inner = std::uint32_t(inner);
        at_ = close + 1;
    }

    void read_layers() {
        at_++;
        if (peek() == '[') return read_bracket(TokenKind::layers);
        const std::size_t inner = at_;
        while (is_digit(peek())) at_++;
        if (at_ == inner) return bad(start_, 1, message("# wants the number of a layer or [numbers] right behind it"));
        Token& token = add(TokenKind::layers, start_, at_ - start_, std::string(text_.substr(inner, at_ - inner)));
        token.inner = std::uint32_t(inner);
    }

    std::string_view text_;
    std::size_t at_ = 0, start_ = 0;
    std::vector<Token> tokens_;
};

}  // namespace

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '-' || c == '.' || c == ':';
}

std::vector<Token> tokenize(std::string_view text) { return Lexer(text).run(); }

}  // namespace sallyport::filtering
