// SPDX-License-Identifier: GPL-3.0-or-later
// A Reader over any sink: what the functions of a layout (read items) get.
#pragma once
#include "dissect/run.h"
#include "protocol/reader.h"
#include <vector>

namespace sallyport {

template <class Sink>
class ReaderOver final : public Reader {
public:
    ReaderOver(const ProgramNode& node, RunState& state, Sink& sink) : node_(node), s_(state), sink_(sink) {}
    bool broken() const { return broken_; }

    std::uint32_t left() const override { return broken_ ? 0 : s_.left(); }
    const std::uint8_t* here() const override { return s_.here(); }
    std::uint32_t position() const override { return s_.at; }
    const ComputeInput& input() override { return input_ = compute_input(s_); }
    std::uint64_t value(const Field& f) const override {
        auto it = s_.program->register_of.find(&f);
        return it == s_.program->register_of.end() ? 0 : s_.reg[it->second];
    }
    bool wanted() const override { return sink_.wants(node_); }

    Number read(const Field& f) override {
        const ProgramNode* n = find(f);
        if (!n) return {};
        std::uint32_t length = 0, passed = 0;
        std::uint64_t v = 0;
        bool has_number = false;
        if (!measure(*n, s_, sink_, length, passed, v, has_number)) return broken_ = true, Number();
        if (!has_number) v = number_of(*n, s_.here(), length);
        Number number = emit(*n, s_.at, length, v);
        s_.at += passed;
        return number;
    }
    void read(const Field& f, Number size) override {
        if (auto scope = field(f, size)) {}
    }
    void read_rest(const Field& f) override {
        if (left()) take(f, left());
    }
    void skip(std::uint32_t n) override {
        if (n > left()) return fail("cut short");
        s_.at += n;
    }
    Number look(const Field& f, std::uint32_t size, std::uint32_t ahead) override {
        const ProgramNode* n = find(f);
        if (!n || left() < ahead + size) return {};
        std::uint64_t v = number_of(*n, s_.here() + ahead, size);
        return emit(*n, s_.at + ahead, size, v);
    }
    void read_delimited(const Field& f, std::uint32_t size, std::uint32_t passed) override {
        if (broken_) return;
        if (size + passed > left()) return fail("cut short");
        take(f, size);
        s_.at += passed;
    }
    void make(const Field& f, std::uint64_t v) override {
        const ProgramNode* n = find(f);
        if (!n) return;
        if (n->store) s_.reg[n->store] = v;
        sink_.value(*n, s_, s_.at, 0, v, true);
    }
    void error(const char* text) override { sink_.error(s_, text); }
    void payload(const char* table, std::uint64_t key, std::uint32_t size) override {
        if (!broken_) sink_.payload(programs().table_index(table), false, s_, key, key, s_.at + std::min(size, left()));
    }

protected:
    bool enter(const char* label, const Field* f, std::optional<Number> size, bool may_grow) override {
        if (broken_) return false;
        const ProgramNode* n = f ? find(*f) : nullptr;
        if (f && !n) return false;
        std::uint32_t length = left();
        bool beyond = false;
        if (size) {
            if (size->value() < 0) return fail("its length is too small"), false;
            beyond = size->value() > std::int64_t(length);
            if (!beyond) length = std::uint32_t(size->value());
            else if (f) return fail("cut short"), false;
        }
        open_.push_back({s_.end, bool(size), n});
        const bool is_number = n && length <= 8 && n->type != FieldType::none;
        if (n) sink_.value(*n, s_, s_.at, length, is_number ? number_of(*n, s_.here(), length) : 0, false);
        s_.end = s_.at + length;
        sink_.enter_scope(s_, n, label, length, size ? &*size : nullptr, may_grow);
        if (beyond) sink_.error(s_, "its length goes beyond the enclosing part");
        return true;
    }
    void leave() override {
        auto scope = open_.back();
        open_.pop_back();
        if (scope.sized && !broken_) s_.at = s_.end;
        sink_.leave_scope(s_, scope.field);
        s_.end = scope.end;
    }

private:
    struct Open {
        std::uint32_t end;
        bool sized;
        const ProgramNode* field;
    };

    /// The declared node of a field: the function may only emit what its item declares.
    const ProgramNode* find(const Field& f) {
        if (broken_) return nullptr;
        for (const ProgramNode* n = &node_ + 1; n < &node_ + node_.span; n += n->span)
            if (n->item->field == &f) return n;
        fail("its reader does not declare this field");
        return nullptr;
    }
    Number emit(const ProgramNode& n, std::uint32_t at, std::uint32_t length, std::uint64_t v) {
        if (n.store) s_.reg[n.store] = v;
        return Number(std::int64_t(v), sink_.value(n, s_, at, length, v, false));
    }
    void take(const Field& f, std::uint32_t size) {
        const ProgramNode* n = find(f);
        if (!n) return;
        sink_.value(*n, s_, s_.at, size, size <= 8 && n->type == FieldType::uint ? number_of(*n, s_.here(), size) : 0, false);
        s_.at += size;
    }
    void fail(const char* text) {
        if (!broken_) sink_.error(s_, text);
        broken_ = true;
    }

    const ProgramNode& node_;
    RunState& s_;
    Sink& sink_;
    ComputeInput input_{};
    std::vector<Open> open_;
    bool broken_ = false;
};

template <class Sink>
Ran run_reader(const ProgramNode& n, RunState& s, Sink& sink) {
    ReaderOver<Sink> reader(n, s, sink);
    n.item->reader(reader);
    return reader.broken() ? Ran::broken : Ran::fine;
}

}  // namespace sallyport
