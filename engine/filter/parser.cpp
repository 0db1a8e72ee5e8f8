// SPDX-License-Identifier: GPL-3.0-or-later
//   filter   = xor { "||" xor }          xor = and { "^^" and }        and = not { "&&" not }
//   not      = "!" not | "(" filter ")" | test
//   test     = [ "any" | "all" ] value { comparison value } | value [ "not" ] "in" set | value
//   value    = sum { "&" sum }           sum = term { ("+" | "-") term }           term = sign { ("*" | "/" | "%") sign }
//   sign     = ( "-" | "+" ) sign | atom
//   atom     = ( word [ layers ] | function "(" value { "," value } ")" ) { slice } | string | character | "{" value "}"
//   set      = "{" sign [ ".." sign ] { [ "," ] sign [ ".." sign ] } "}"
#include "filter/parser.h"
#include "filter/lexer.h"
#include <algorithm>
#include <optional>

namespace sallyport::filtering {
namespace {

constexpr SyntaxId failed = -1;

class Parser {
public:
    explicit Parser(std::string_view text) : tokens_(tokenize(text)) {}

    tl::expected<SyntaxTree, FilterError> run() {
        if (now().kind == TokenKind::end) {
            tree_.root = make(SyntaxKind::every_packet, now());
            return std::move(tree_);
        }
        tree_.root = parse_any();
        if (tree_.root != failed && now().kind != TokenKind::end) unexpected();
        if (error_) return tl::unexpected(std::move(*error_));
        return std::move(tree_);
    }

private:
    const Token& now() const { return tokens_[at_]; }
    const Token& following() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
    void advance() { at_ += at_ + 1 < tokens_.size(); }
    bool take(TokenKind kind) { return now().kind == kind && (advance(), true); }

    SyntaxId fail_at(std::size_t column, std::size_t length, Message reason) {
        if (!error_) error_ = FilterError{column, std::max<std::size_t>(length, 1), std::move(reason), {}};
        return failed;
    }

    SyntaxId unexpected(Words wanted = {}) {
        const Token& token = now();
        if (token.kind == TokenKind::bad) return fail_at(token.column, token.length, token.fault);
        if (token.kind == TokenKind::end)
            return fail_at(token.column, 1,
                           message("the filter ends too early: %1 is missing", wanted.empty() ? words("something") : wanted));
        for (std::size_t i = at_; i + 2 > at_ && i < tokens_.size(); i--) {  // this word or the one before it
            const char* lower = tokens_[i].kind == TokenKind::word ? operator_in_capitals(tokens_[i].text) : nullptr;
            if (lower) return fail_at(tokens_[i].column, tokens_[i].length, message("operators are written in small letters: %1", lower));
        }
        return fail_at(token.column, token.length, why_not_here(token, wanted));
    }

    Message why_not_here(const Token& token, Words wanted) const {
        if (!wanted.empty()) return message("\"%1\" cannot stand here; %2 is missing", written(token), wanted);
        if (token.kind == TokenKind::word || token.kind == TokenKind::string)
            return message("\"%1\" cannot stand here; an operator before it is missing", written(token));
        if (token.kind == TokenKind::comparison && at_ && tokens_[at_ - 1].kind == TokenKind::right_paren)
            return message("\"%1\" cannot stand here; values are grouped in { }, not in ( )", written(token));
        return message("\"%1\" cannot stand here", written(token));
    }

    static std::string written(const Token& token) {
        switch (token.kind) {
            case TokenKind::slice: return "[" + token.text + "]";
            case TokenKind::layers: return "#" + token.text;
            default: return token.text;
        }
    }

    static const char* operator_in_capitals(std::string text) {
        static constexpr const char* names[] = {"and", "or", "xor",      "not",     "eq", "ne",  "gt", "ge",
                                                "lt",  "le", "contains", "matches", "in", "any", "all"};
        for (char& c : text)
            if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
        for (const char* name : names)
            if (text == name) return name;
        return nullptr;
    }

    SyntaxId make(SyntaxKind kind, const Token& token, std::vector<SyntaxId> parts = {}) {
        Syntax node;
        node.kind = kind;
        node.relation = token.relation;
        node.escaped = token.escaped;
        node.column = token.column, node.length = token.length, node.inner = token.inner;
        node.text = token.text;
        node.parts = std::move(parts);
        std::uint32_t end = node.column + node.length;
        for (SyntaxId part : node.parts) {
            const Syntax& child = tree_[part];
            node.depth = std::max<std::uint16_t>(node.depth, std::uint16_t(child.depth + 1));
            end = std::max(end, child.column + child.length);
            node.column = std::min(node.column, child.column);
        }
        node.length = end - node.column;
        if (node.depth > deepest_filter) return too_deep(token);
        tree_.nodes.push_back(std::move(node));
        return SyntaxId(tree_.nodes.size() - 1);
    }

    SyntaxId too_deep(const Token& token) {
        return fail_at(token.column, token.length, message("the filter is nested more than %1 levels deep", deepest_filter));
    }

    using Rule = SyntaxId (Parser::*)();

    /// rule { separator rule } as one node of all parts, or the part itself when there is just one.
    SyntaxId parse_list(Rule rule, TokenKind separator, SyntaxKind kind) {
        SyntaxId first = (this->*rule)();
        if (first == failed || now().kind != separator) return first;
        const Token token = now();
        std::vector<SyntaxId> parts{first};
        while (take(separator)) {
            SyntaxId part = (this->*rule)();
            if (part == failed) return failed;
            parts.push_back(part);
        }
        return make(kind, token, std::move(parts));
    }

    SyntaxId parse_any() { return parse_list(&Parser::parse_odd, TokenKind::logical_or, SyntaxKind::any_of); }
    SyntaxId parse_odd() { return parse_list(&Parser::parse_all, TokenKind::logical_xor, SyntaxKind::odd_of); }
    SyntaxId parse_all() { return parse_list(&Parser::parse_not, TokenKind::logical_and, SyntaxKind::all_of); }

    SyntaxId parse_not() {
        const Token token = now();
        std::size_t negations = 0;
        while (take(TokenKind::logical_not)) negations++;
        SyntaxId id = now().kind == TokenKind::left_paren ? parse_parenthesis() : parse_test();
        if (id == failed || negations % 2 == 0) return id;
        return make(SyntaxKind::none_of, token, {id});
    }

    SyntaxId parse_parenthesis() {
        const Token open = now();
        if (++open_ > deepest_filter) return too_deep(open);
        advance();
        SyntaxId id = parse_any();
        if (id == failed) return failed;
        if (now().kind == TokenKind::end) return fail_at(open.column, 1, message("the closing ) is missing"));
        if (!take(TokenKind::right_paren)) return unexpected();
        open_--;
        return id;
    }

    SyntaxId parse_test() {
        const Token quantifier = now();
        const bool quantified = take(TokenKind::any_of) || take(TokenKind::all_of);
        SyntaxId left = parse_value();
        if (left == failed) return failed;
        if (now().kind == TokenKind::in_set || (now().kind == TokenKind::logical_not && following().kind == TokenKind::in_set))
            return parse_member(left, quantifier.kind);
        if (now().kind == TokenKind::comparison) return parse_comparisons(left, quantifier.kind);
        if (quantified) return unexpected(words("a comparison"));
        return make(SyntaxKind::present, tokens_[at_ ? at_ - 1 : 0], {left});
    }

    static Quantifier quantifier_of(TokenKind kind, Quantifier usual) {
        return kind == TokenKind::any_of ? Quantifier::any : kind == TokenKind::all_of ? Quantifier::all : usual;
    }

    /// a < b < c is a < b && b < c.
    SyntaxId parse_comparisons(SyntaxId left, TokenKind quantifier) {
        const Token first = now();
        std::vector<SyntaxId> tests;
        while (now().kind == TokenKind::comparison) {
            const Token token = now();
            advance();
            SyntaxId right = parse_value();
            if (right == failed) return failed;
            SyntaxId test = make(SyntaxKind::compare, token, {left, right});
            if (test == failed) return failed;
            tree_.nodes[std::size_t(test)].quantifier = quantifier_of(quantifier, token.all ? Quantifier::all : Quantifier::any);
            tests.push_back(test);
            left = right;
        }
        return tests.size() == 1 ? tests[0] : make(SyntaxKind::all_of, first, std::move(tests));
    }

    SyntaxId parse_member(SyntaxId left, TokenKind quantifier) {
        const Token token = now();
        const bool negated = take(TokenKind::logical_not);
        advance();
        const Token open = now();
        if (!take(TokenKind::left_brace)) return unexpected(words("{ with the members of the set"));
        std::vector<SyntaxId> parts{left};
        do {
            SyntaxId element = parse_element();
            if (element == failed) return failed;
            parts.push_back(element);
            take(TokenKind::comma);  // Wireshark before 4.0 had blanks between them
        } while (now().kind != TokenKind::right_brace && now().kind != TokenKind::end);
        if (now().kind == TokenKind::end) return fail_at(open.column, 1, message("the closing } is missing"));
        const Token close = now();
        if (tokens_[at_ - 1].kind == TokenKind::comma) return unexpected(words("a member behind the comma"));
        advance();
        SyntaxId id = make(SyntaxKind::member, token, std::move(parts));
        if (id == failed) return failed;
        Syntax& node = tree_.nodes[std::size_t(id)];
        node.quantifier = negated ? Quantifier::any : quantifier_of(quantifier, Quantifier::any);  // not in: no value is, as in Wireshark
        node.length = close.column + close.length - node.column;
        return negated ? make(SyntaxKind::none_of, token, {id}) : id;
    }

    SyntaxId parse_element() {
        if (now().kind == TokenKind::right_brace) return unexpected(words("a member of the set"));
        SyntaxId low = parse_sign();
        if (low == failed || now().kind != TokenKind::range) return low;
        const Token token = now();
        advance();
        SyntaxId high = parse_sign();
        return high == failed ? failed : make(SyntaxKind::range, token, {low, high});
    }

    /// rule { operator rule }, grouped from the left.
    template <class KindOf>
    SyntaxId parse_binary(Rule rule, KindOf kind_of) {
        SyntaxId left = (this->*rule)();
        while (left != failed) {
            const SyntaxKind kind = kind_of(now().kind);
            if (kind == SyntaxKind::word) break;
            const Token token = now();
            advance();
            SyntaxId right = (this->*rule)();
            left = right == failed ? failed : make(kind, token, {left, right});
        }
        return left;
    }

    SyntaxId parse_value() {
        return parse_binary(&Parser::parse_sum,
                            [](TokenKind kind) { return kind == TokenKind::bitwise_and ? SyntaxKind::bitwise_and : SyntaxKind::word; });
    }
    SyntaxId parse_sum() {
        return parse_binary(&Parser::parse_term, [](TokenKind kind) {
            return kind == TokenKind::plus ? SyntaxKind::add : kind == TokenKind::minus ? SyntaxKind::subtract : SyntaxKind::word;
        });
    }
    SyntaxId parse_term() {
        return parse_binary(&Parser::parse_sign, [](TokenKind kind) {
            return kind == TokenKind::times    ? SyntaxKind::multiply
                   : kind == TokenKind::divide ? SyntaxKind::divide
                   : kind == TokenKind::modulo ? SyntaxKind::modulo
                                               : SyntaxKind::word;
        });
    }

    SyntaxId parse_sign() {
        const Token token = now();
        std::size_t negations = 0;
        for (; now().kind == TokenKind::minus || now().kind == TokenKind::plus; advance()) negations += now().kind == TokenKind::minus;
        SyntaxId id = parse_atom();
        if (id == failed || negations % 2 == 0) return id;
        return make(SyntaxKind::negate, token, {id});
    }

    SyntaxId parse_atom() {
        const Token token = now();
        switch (token.kind) {
            case TokenKind::string: advance(); return make(SyntaxKind::string, token);
            case TokenKind::character: advance(); return make(SyntaxKind::character, token);
            case TokenKind::left_brace: return parse_brace();
            case TokenKind::word: break;
            default: return unexpected(words("a field or value"));
        }
        if (following().kind == TokenKind::left_paren) return parse_slices(parse_call());
        advance();
        SyntaxId id = make(SyntaxKind::word, token);
        if (id != failed && now().kind == TokenKind::layers) id = parse_suffix(SyntaxKind::layers, id);
        return parse_slices(id);
    }

    SyntaxId parse_brace() {
        const Token open = now();
        if (++open_ > deepest_filter) return too_deep(open);
        advance();
        SyntaxId id = parse_value();
        if (id == failed) return failed;
        if (!take(TokenKind::right_brace)) return unexpected(words("}"));
        open_--;
        return id;
    }

    SyntaxId parse_suffix(SyntaxKind kind, SyntaxId of) {
        const Token token = now();
        advance();
        return make(kind, token, {of});
    }

    SyntaxId parse_slices(SyntaxId id) {
        while (id != failed && now().kind == TokenKind::slice) id = parse_suffix(SyntaxKind::slice, id);
        return id;
    }

    SyntaxId parse_call() {
        const Token name = now();
        if (++open_ > deepest_filter) return too_deep(name);
        advance(), advance();
        std::vector<SyntaxId> arguments;
        if (now().kind != TokenKind::right_paren) {
            do {
                SyntaxId argument = parse_value();
                if (argument == failed) return failed;
                arguments.push_back(argument);
            } while (take(TokenKind::comma));
        }
        const Token close = now();
        if (!take(TokenKind::right_paren)) return unexpected(words(") behind the arguments"));
        open_--;
        SyntaxId id = make(SyntaxKind::call, name, std::move(arguments));
        if (id != failed) tree_.nodes[std::size_t(id)].length = close.column + 1 - name.column;
        return id;
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    unsigned open_ = 0;  // parentheses, braces and calls that we are inside of
    SyntaxTree tree_;
    std::optional<FilterError> error_;
};

}  // namespace

tl::expected<SyntaxTree, FilterError> parse_filter(std::string_view text) { return Parser(text).run(); }

}  // namespace sallyport::filtering
