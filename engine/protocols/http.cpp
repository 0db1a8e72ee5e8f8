// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP/1, RFC 9112: a start line, header lines, a body. Text: read by a function.
#include "protocol/reader.h"
#include "protocols/decimal.h"
#include "protocols/http_names.h"
#include <algorithm>
#include <cctype>
#include <cstring>
#include <optional>

namespace sallyport::protocols {
namespace {
using namespace layout;

std::string_view as_text(Bytes b) { return {reinterpret_cast<const char*>(b.data()), b.size()}; }
bool same_word(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}
std::string_view without_blanks(std::string_view t) {
    auto first = t.find_first_not_of(" \t"), last = t.find_last_not_of(" \t\r");
    return first == t.npos ? std::string_view() : t.substr(first, last - first + 1);
}

/// The value of a header in the lines behind the start line that `message` begins in; npos data when it is not there.
std::optional<std::string_view> header_value(std::string_view message, std::string_view name) {
    for (auto end = message.find('\n'); end != message.npos; end = message.find('\n')) {
        message.remove_prefix(end + 1);
        auto line = message.substr(0, message.find('\n'));
        auto colon = line.find(':');
        if (line.empty() || line == "\r") break;
        if (colon != line.npos && same_word(line.substr(0, colon), name)) return without_blanks(line.substr(colon + 1));
    }
    return std::nullopt;
}
/// RFC 9112 3.3: what the request asks for, with the host that it names. The field lies over the request target.
void full_uri(const CodedPlace& place, std::string& out) {
    auto uri = as_text(place.bytes.subspan(place.at, place.length));
    const bool is_host = as_text(place.bytes.first(place.at)).ends_with("CONNECT ");
    if (!is_host && !uri.starts_with("http://") && !uri.starts_with("https://"))
        if (auto host = header_value(as_text(place.bytes.subspan(place.at, place.end - place.at)), "Host"))
            out += "http://" + std::string(*host);
    out += uri;
}
constexpr Coding with_host{.text = full_uri};
void status_text(const CodedPlace& place, std::string& out) {
    std::uint64_t code = 0;
    measure_decimal(place, code);
    const char* name = choice_text(http_status_codes, code);
    out += name ? name : "Unknown (" + std::to_string(code) + ")";
}
constexpr Coding status_meaning{.text = status_text};

/// A line of the message stands for itself.
void tell_bare(const LayerValues&, std::string& line) { line.erase(0, line.find(": ") + 2); }
/// Made of what stands elsewhere.
void tell_derived(const LayerValues&, std::string& line) { line = "[" + line + "]"; }
void tell_size(const LayerValues& v, std::string& line) { line = "File Data: " + std::to_string(v.length()) + " bytes"; }

constexpr struct {
    flag request{"http.request", "Request", hidden};
    flag response{"http.response", "Response", hidden};
    text start_line{"@start_line", "Start line", tells(tell_bare)};  // Wireshark gives it no name
    text method{"http.request.method", "Request Method"};
    text uri{"http.request.uri", "Request URI"};
    text path{"http.request.uri.path", "Request URI Path"};
    text query{"http.request.uri.query", "Request URI Query"};
    text parameter{"http.request.uri.query.parameter", "Request URI Query Parameter"};
    text full_uri{"http.request.full_uri", "Full request URI", coded(with_host), tells(tell_derived)};
    text request_version{"http.request.version", "Request Version"};
    text response_version{"http.response.version", "Response Version"};
    number code{"http.response.code", "Status Code", coded(decimal)};
    text code_desc{"http.response.code.desc", "Status Code Description", coded(status_meaning), tells(tell_derived)};
    text phrase{"http.response.phrase", "Response Phrase"};
    text request_line{"http.request.line", "Request line", tells(tell_bare)};
    text response_line{"http.response.line", "Response line", tells(tell_bare)};
    text other_line{"http.unknown_header", "HTTP Unknown Header"};
    text content_length_header{"http.content_length_header", "Content-Length"};
    number content_length{"http.content_length", "Content length", coded(decimal)};
    text cookie_pair{"http.cookie_pair", "Cookie pair"};
    number chunk_size{"http.chunk_size", "Chunk size", coded(hexadecimal)};
    bytes chunk_data{"http.chunk_data", "Chunk data"};
    bytes chunk_boundary{"http.chunk_boundary", "Chunk boundary"};
    text trailer{"http.chunked_trailer_part", "trailer-part"};
    text file_data{"http.file_data", "File Data", tells(tell_size)};
} f;

struct HeaderField {
    std::string_view name;
    text field;
};
constexpr HeaderField headers[] = {
    {"Host", {"http.host", "Host"}},
    {"User-Agent", {"http.user_agent", "User-Agent"}},
    {"Accept", {"http.accept", "Accept"}},
    {"Accept-Language", {"http.accept_language", "Accept-Language"}},
    {"Accept-Encoding", {"http.accept_encoding", "Accept Encoding"}},
    {"Connection", {"http.connection", "Connection"}},
    {"Cookie", {"http.cookie", "Cookie"}},
    {"Set-Cookie", {"http.set_cookie", "Set-Cookie"}},
    {"Referer", {"http.referer", "Referer"}},
    {"Content-Type", {"http.content_type", "Content-Type"}},
    {"Content-Encoding", {"http.content_encoding", "Content-Encoding"}},
    {"Transfer-Encoding", {"http.transfer_encoding", "Transfer-Encoding"}},
    {"Server", {"http.server", "Server"}},
    {"Location", {"http.location", "Location"}},
    {"Date", {"http.date", "Date"}},
    {"Last-Modified", {"http.last_modified", "Last-Modified"}},
    {"Cache-Control", {"http.cache_control", "Cache-Control"}},
    {"Authorization", {"http.authorization", "Authorization"}},
    {"Proxy-Authorization", {"http.proxy_authorization", "Proxy-Authorization"}},
    {"Proxy-Authenticate", {"http.proxy_authenticate", "Proxy-Authenticate"}},
    {"WWW-Authenticate", {"http.www_authenticate", "WWW-Authenticate"}},
    {"X-Forwarded-For", {"http.x_forwarded_for", "X-Forwarded-For"}},
    {"Upgrade", {"http.upgrade", "Upgrade"}},
    {"Sec-WebSocket-Key", {"http.sec_websocket_key", "Sec-WebSocket-Key"}},
    {"Sec-WebSocket-Accept", {"http.sec_websocket_accept", "Sec-WebSocket-Accept"}},
    {"Sec-WebSocket-Version", {"http.sec_websocket_version", "Sec-WebSocket-Version"}},
    {"Sec-WebSocket-Protocol", {"http.sec_websocket_protocol", "Sec-WebSocket-Protocol"}},
};


bool is_response(std::string_view t) { return t.starts_with("HTTP/"); }
bool is_request(std::string_view t) {
    return std::any_of(std::begin(http_methods), std::end(http_methods),
                       [&](auto m) { return t.size() > m.size() && t.starts_with(m) && t[m.size()] == ' '; });
}
bool is_start(Bytes b) { return is_response(as_text(b)) || is_request(as_text(b)); }
/// RFC 9112 2.2: servers pass over empty lines in front of a request.
std::uint32_t empty_lines(Bytes b) {
    const auto text = as_text(b);
    return std::uint32_t(std::min(text.find_first_not_of("\r\n"), text.size()));
}
bool starts_soon(Bytes b) { return is_start(b.subspan(empty_lines(b))); }

/// Of a body, or of something else that uses the port.
bool is_binary(Bytes b) { return !b.empty() && !(b[0] >= ' ' && b[0] <= '~') && !(b[0] >= '\t' && b[0] <= '\r'); }

/// A line at the front: its text, and how many bytes end it (0: no end was captured).
struct Line { std::uint32_t size, ended_by; };
Line line_of(Bytes b) {
    auto end = std::find_if(b.begin(), b.end(), [](auto c) { return c == '\r' || c == '\n'; });
    auto n = std::uint32_t(end - b.begin());
    if (end == b.end()) return {n, 0};
    return {n, *end == '\r' && n + 1 < b.size() && b[n + 1] == '\n' ? 2u : 1u};
}

/// A word up to a blank (passed), within the first `room` bytes.
void read_word(Reader& r, const Field& f, std::uint32_t& room) {
    auto blank = as_text(r.rest().first(room)).find(' ');
    auto n = std::uint32_t(std::min<std::size_t>(blank, room)), passed = n < room ? 1u : 0u;
    r.read_delimited(f, n, passed);
    room -= n + passed;
}

/// The parts of `whole` (which begins here) from `first` on, between delimiters, without leading blanks.
void look_at_words(Reader& r, const Field& f, std::string_view whole, std::size_t first, char delimiter) {
    while (first < whole.size()) {
        auto end = std::min(whole.find(delimiter, first), whole.size());
        while (first < end && whole[first] == ' ') first++;
        if (first < end) r.look(f, std::uint32_t(end - first), std::uint32_t(first));
        first = end + 1;
    }
}

void read_uri(Reader& r, std::uint32_t& room, bool names_host) {
    auto uri = as_text(r.rest().first(room));
    // The version stands behind the last blank, if one does (RFC 9112 3).
    auto blank = uri.rfind(" HTTP/");
    if (blank == uri.npos) blank = uri.find(' ');
    auto n = std::uint32_t(std::min<std::size_t>(blank, room)), passed = n < room ? 1u : 0u;
    auto question = uri.substr(0, n).find('?');
    if (question != uri.npos) {
        r.look(f.path, std::uint32_t(question));
        r.look(f.query, n - std::uint32_t(question) - 1, std::uint32_t(question) + 1);
        look_at_words(r, f.parameter, uri.substr(0, n), question + 1, '&');
    }
    if (names_host) r.look(f.full_uri, n);
    r.read_delimited(f.uri, n, passed);
    room -= n + passed;
}

void start_line(Reader& r, Line line) {
    const bool names_host = header_value(as_text(r.rest()), "Host").has_value();  // in a line behind it
    auto scope = r.line(f.start_line, line.size + line.ended_by);
    if (!scope) return;
    std::uint32_t room = line.size;
    if (is_response(as_text(r.rest()))) {
        r.make(f.response, 1);
        read_word(r, f.response_version, room);
        if (room && r.here()[0] >= '0' && r.here()[0] <= '9') {
            std::uint32_t before = r.left();
            r.look(f.code_desc, std::min(room, 3u));
            r.read(f.code);
            room -= std::min(room, before - r.left());
            if (room) r.skip(1), room--;
            if (room) r.read_delimited(f.phrase, room, 0), room = 0;
        }
    } else {
        r.make(f.request, 1);
        read_word(r, f.method, room);
        if (room) read_uri(r, room, names_host);
        if (room) r.read_delimited(f.request_version, room, 0), room = 0;
    }
    r.skip(room + line.ended_by);
}

/// How the end of a body is told (RFC 9112 6.3).
struct Framing {
    Number length;
    bool has_length = false, chunked = false;
};

void header_line(Reader& r, Line line, const Field& whole, Framing& framing) {
    auto scope = r.line(whole, line.size + line.ended_by);
    if (!scope) return;
    auto content = as_text(r.rest().first(std::min(line.size, r.left())));
    auto colon = content.find(':');
    if (colon == content.npos) return r.skip(r.left());
    auto name = content.substr(0, colon);
    auto begin = colon + 1;
    while (begin < content.size() && (content[begin] == ' ' || content[begin] == '\t')) begin++;
    auto value = content.substr(begin);
    auto size = std::uint32_t(value.size());
    r.skip(std::uint32_t(begin));
    if (same_word(name, "Content-Length") && size && value[0] >= '0' && value[0] <= '9') {
        if (auto digits = r.line(f.content_length_header, size)) {
            framing.length = r.read(f.content_length), framing.has_length = true;
            r.skip(r.left());
        }
    } else if (auto* known = std::find_if(std::begin(headers), std::end(headers), [&](auto& h) { return same_word(h.name, name); });
               known != std::end(headers)) {
        if (same_word(name, "Cookie")) look_at_words(r, f.cookie_pair, value, 0, ';');
        if (same_word(name, "Transfer-Encoding")) framing.chunked = same_word(without_blanks(value), "chunked");
        r.read_delimited(known->field, size, 0);
    }
    r.skip(r.left());
}

/// RFC 9112 7.1: a size in hexadecimal digits, perhaps extensions, so many bytes, the end of a line; the last is empty.
bool chunk(Reader& r) {
    Line line = line_of(r.rest());
    auto digits = as_text(r.rest().first(line.size));
    if (!line.ended_by || digits.empty() || !std::isxdigit(static_cast<unsigned char>(digits[0]))) return false;
    auto scope = r.group("Data chunk");
    if (!scope) return false;
    std::uint32_t before = r.left();
    Number size = r.read(f.chunk_size);
    r.skip(line.size + line.ended_by - std::min(before - r.left(), line.size));
    if (size.value() == 0) return false;
    if (size.value() > std::int64_t(r.left())) return r.read_rest(f.chunk_data), false;
    r.read(f.chunk_data, size);
    if (r.left() >= 2) r.read(f.chunk_boundary, 2);
    return r.more();
}
void chunked_body(Reader& r) {
    while (chunk(r)) {}
    while (r.more()) {                                 // trailer fields, ended by an empty line
        Line line = line_of(r.rest());
        if (line.size == 0) return r.skip(line.ended_by);
        if (!line.ended_by || as_text(r.rest().first(line.size)).find(':') == std::string_view::npos) return;
        r.read_delimited(f.trailer, line.size, line.ended_by);
    }
}

/// RFC 9112 6.3: a request that tells no length has no body, responses 1xx, 204 and 304 never have one. What follows is a message.
bool has_no_body(std::string_view start, const Framing& framing) {
    if (!is_response(start)) return !framing.has_length && !framing.chunked;
    const auto code = start.substr(std::min(start.find(' '), start.size()));
    return code.starts_with(" 1") || code.starts_with(" 204") || code.starts_with(" 304");
}

void message(Reader& r) {
    const auto start = as_text(r.rest());
    const Field& whole = is_response(start) ? f.response_line : f.request_line;
    start_line(r, line_of(r.rest()));
    Framing framing;
    while (r.more()) {
        Line line = line_of(r.rest());
        if (line.size == 0 && line.ended_by) { r.skip(line.ended_by); break; }
        header_line(r, line, whole, framing);
    }
    if (!r.more() || (starts_soon(r.rest()) && has_no_body(start, framing))) return;
    if (framing.chunked) chunked_body(r);
    else if (framing.has_length && framing.length.value() <= std::int64_t(r.left())) {
        if (auto body = r.part(framing.length)) r.read_rest(f.file_data);
    } else r.read_rest(f.file_data);
}

/// What goes on from an earlier segment: perhaps with header lines of a message whose start was there.
void continuation(Reader& r) {
    if (!r.more() || r.here()[0] < ' ' || r.here()[0] > '~') return;
    Framing framing;
    while (r.more()) {
        Line line = line_of(r.rest());
        if (line.size == 0) { r.skip(line.ended_by); break; }
        if (as_text(r.rest().first(line.size)).find(':') == std::string_view::npos) break;
        header_line(r, line, f.other_line, framing);
    }
}

void messages(Reader& r) {
    if (!starts_soon(r.rest())) continuation(r);
    while (r.more() && starts_soon(r.rest())) {
        r.skip(empty_lines(r.rest()));
        message(r);
    }
    r.read_rest(f.file_data);
}

template <std::size_t... I>
constexpr auto reading(std::index_sequence<I...>) {
    return read(messages, f.start_line, f.request, f.response, f.method, f.uri, f.path, f.query, f.parameter, f.full_uri, f.request_version,
                f.response_version, f.code, f.code_desc, f.phrase, f.cookie_pair, f.chunk_size, f.chunk_data, f.chunk_boundary, f.trailer,
                f.request_line, f.response_line, f.other_line, f.content_length_header, f.content_length, f.file_data, headers[I].field...);
}
constexpr auto items = reading(std::make_index_sequence<std::size(headers)>());

/// Of the body, where one begins here: " (text/html)".
std::string media_type(const LayerValues& v) {
    const auto* type = std::find_if(std::begin(headers), std::end(headers), [](auto& header) { return header.name == "Content-Type"; });
    if (!v.has(f.file_data) || !v.has(type->field)) return {};
    const std::string whole = v.text(type->field);
    return " (" + whole.substr(0, whole.find(';')) + ")";
}
/// The first line of each message and, as Wireshark has it, a blank.
void info(const LayerValues& v, std::string& out) {
    out = "Continuation";
    if (!v.has(f.method) && !v.has(f.code)) return;
    out.clear();
    for (std::size_t i = 0; i < v.count(f.start_line); i++) {
        out += v.text(f.start_line, i);
        for (const std::string_view end : {"\\n", "\\r"})
            if (out.ends_with(end)) out.resize(out.size() - end.size());
        out += ' ';
    }
    out += media_type(v);
}
constexpr Parent parents[] = {
    {"tcp.port", 80},   {"tcp.port", 3128},  {"tcp.port", 3132}, {"tcp.port", 5985}, {"tcp.port", 8080},
    {"tcp.port", 8088}, {"tcp.port", 11371}, {"tcp.port", 1900}, {"tcp.port", 2869}, {"tcp.port", 2710},
};
constexpr Parent ssdp_parents[] = {{"udp.port", 1900}};
constexpr const char* guessed_in[] = {"tcp.port"};
}  // namespace

extern const Protocol http, ssdp;
constexpr Protocol http{.name = "http",
                        .label = "Hypertext Transfer Protocol",
                        .column = "HTTP",
                        .items = items,
                        .parents = parents,
                        .guessed_in = guessed_in,
                        .looks_right = starts_soon,
                        .info = info,
                        .sticks = true,
                        .looks_wrong = is_binary};
constexpr Protocol ssdp{.name = "ssdp",
                        .label = "Simple Service Discovery Protocol",
                        .column = "SSDP",
                        .items = items,
                        .parents = ssdp_parents,
                        .info = info};

}  // namespace sallyport::protocols
