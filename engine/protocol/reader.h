// SPDX-License-Identifier: GPL-3.0-or-later
// The hand that reads where data would be stretched (HTTP, TLS once encrypted, bitmaps). A function over a Reader emits the
// same things as a table: values, parts sized by a field, groups, made values, errors. It declares its fields in the item
// read(function, fields…).
//
//     void txt(Reader& r) { while (r.more()) { auto n = r.read(f.length); r.read(f.txt, n); } }
#pragma once
#include "protocol/layout.h"
#include "protocol/protocol.h"
#include <optional>

namespace sallyport {

/// A number that remembers which field it was read from, so that what it bounds can repair it. Arithmetic keeps the memory;
/// value() drops it, explicitly.
class Number {
public:
    constexpr Number() = default;
    constexpr Number(int constant) : value_(constant) {}
    constexpr Number(std::int64_t value, std::int32_t node) : value_(value), node_(node) {}
    constexpr std::int64_t value() const { return value_; }
    constexpr std::int32_t node() const { return node_; }  // in the tree; -1: none
    constexpr std::int64_t mul() const { return mul_; }
    constexpr Number operator*(int n) const {
        Number r = *this;
        r.value_ *= n, r.mul_ *= n;
        return r;
    }
    constexpr Number operator+(int n) const {
        Number r = *this;
        r.value_ += n;
        return r;
    }
    constexpr Number operator-(int n) const { return *this + -n; }
private:
    std::int64_t value_ = 0, mul_ = 1;
    std::int32_t node_ = -1;
};

class Reader {
public:
    virtual ~Reader() = default;

    // ── looking, without moving ──
    virtual std::uint32_t left() const = 0;  // bytes to the end of the part
    virtual const std::uint8_t* here() const = 0;
    virtual std::uint32_t position() const = 0;  // of here(), in the buffer
    virtual const ComputeInput& input() = 0;     // layers, context, bounds; at and end are now's
    /// The last value of a field of this layer's layout that was read before (declared here or outside), 0 when none.
    virtual std::uint64_t value(const Field& f) const = 0;
    bool more() const { return left() > 0; }
    Bytes rest() const { return {here(), left()}; }
    std::uint64_t peek(unsigned width, std::uint32_t ahead = 0) const {
        return left() < ahead + width ? 0 : load_be(here() + ahead, width);
    }

    // ── reading: emits and moves on. Too few bytes: an error in the tree, and nothing can be read any more ──
    virtual Number read(const Field& f) = 0;             // its size is the field's, or its coding's
    virtual void read(const Field& f, Number size) = 0;  // so many bytes, and no edit may change their number unless `size` names its field
    virtual void read_rest(const Field& f) = 0;          // all that is left in the part; nothing when empty
    virtual void skip(std::uint32_t n) = 0;
    /// Emits a field that lies `ahead` bytes from here in `size` bytes, without moving on (masked fields overlay them).
    virtual Number look(const Field& f, std::uint32_t size, std::uint32_t ahead = 0) = 0;
    /// A text that a delimiter ends (edits may make it longer or shorter); `passed` bytes of delimiter are skipped behind it.
    virtual void read_delimited(const Field& f, std::uint32_t size, std::uint32_t passed) = 0;
    virtual void make(const Field& f, std::uint64_t value) = 0;  // not in the bytes
    virtual void error(const char* static_text) = 0;
    /// A child begins here and takes `size` bytes: looked up in `table` by `key`.
    virtual void payload(const char* table, std::uint64_t key, std::uint32_t size) = 0;
    /// False: nobody wants what this function emits inside the next `size` bytes (it may skip them).
    virtual bool wanted() const = 0;

    // ── scopes: reading stays within them; leaving one moves to its end ──
    class Scope {
    public:
        Scope(Reader& r, bool entered) : reader_(&r), entered_(entered) {}
        Scope(const Scope&) = delete;
        ~Scope() {
            if (entered_) reader_->leave();
        }
        explicit operator bool() const { return entered_; }
    private:
        Reader* reader_;
        bool entered_;
    };
    [[nodiscard]] Scope group(const char* label) {
        return {*this, enter(label, nullptr, std::nullopt, false)};
    }  // a sub-tree as long as what is read in it
    [[nodiscard]] Scope group(const Field& f) { return {*this, enter(nullptr, &f, std::nullopt, false)}; }  // … that has a name (subtree)
    [[nodiscard]] Scope group(const char* label, Number size) { return {*this, enter(label, nullptr, size, false)}; }  // … of so many bytes
    [[nodiscard]] Scope part(Number size) { return {*this, enter(nullptr, nullptr, size, false)}; }                    // without a node
    [[nodiscard]] Scope field(const Field& f, Number size) {
        return {*this, enter(nullptr, &f, size, false)};
    }  // a field's bytes, with fields in them
    [[nodiscard]] Scope line(const Field& f, std::uint32_t size) {
        return {*this, enter(nullptr, &f, Number(int(size)), true)};
    }  // … that a delimiter within ends: may grow

protected:
    virtual bool enter(const char* label, const Field* f, std::optional<Number> size, bool may_grow) = 0;
    virtual void leave() = 0;
};

}  // namespace sallyport
