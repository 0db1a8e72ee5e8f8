// SPDX-License-Identifier: GPL-3.0-or-later
// HTTP/1, RFC 9112: a start line, header lines, a body. Text: read by a function.
#include "protocol/reader.h"
#include "protocols/decimal.h"
#include <algorithm>
#include <cstring>

namespace sallyport::protocols {
namespace {
using namespace layout;

constexpr struct {
    flag request{"http.request", "Request"};
    flag response{"http.response", "Response"};
    text method{"http.request.method", "Request Method"};
    text uri{"http.request.uri", "Request URI"};
    text path{"http.request.uri.path", "Request URI Path"};
    text query{"http.request.uri.query", "Request URI Query"};
    text request_version{"http.request.version", "Request Version"};
    text response_version{"http.response.version", "Response Version"};
    number code{"http.response.code", "Status Code", coded(decimal)};
    text phrase{"http.response.phrase", "Response Phrase"};
    text request_line{"http.request.line", "Request line"};
    text response_line{"http.response.line", "Response line"};
    text content_length_header{"http.content_length_header", "Content-Length"};
    number content_length{"http.content_length", "Content length", coded(decimal)};
    text file_data{"http.file_data", "File Data"};
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

constexpr std::string_view methods[] = {
    "GET",
    "POST",
    "HEAD",
    "PUT",
    "DELETE",
    "OPTIONS",
    "CONNECT",
    "TRACE",
    "PATCH",
    "NOTIFY",
    "M-SEARCH",
    "SUBSCRIBE",
    "UNSUBSCRIBE",
    "PROPFIND",
    "PROPPATCH",
    "MKCOL",
    "COPY",
    "MOVE",
    "LOCK",
    "UNLOCK",
    "REPORT",
    "SEARCH",
    "POLL",
    "BCOPY",
    "BMOVE",
    "BDELETE",
    "BPROPFIND",
    "BPROPPATCH",
    "LABEL",
    "MERGE",
    "CHECKOUT",
    "CHECKIN",
    "UNCHECKOUT",
    "MKACTIVITY",
    "MKWORKSPACE",
    "VERSION-CONTROL",
    "UPDATE",
    "RPC_CONNECT",
    "RPC_IN_DATA",
    "RPC_OUT_DATA",
    "SSTP_DUPLEX_POST",
    "CCM_POST",
    "ICY",
    "SOURCE",
};

std::string_view as_text(Bytes b) { return {reinterpret_cast<const char*>(b.data()), b.size()}; }
bool same_word(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

bool is_response(std::string_view t) { return t.starts_with("HTTP/"); }
bool is_request(std::string_view t) {
    return std::any_of(std::begin(methods), std::end(methods),
                       [&](auto m) { return t.size() > m.size() && t.starts_with(m) && t[m.size()] == ' '; });
}
bool is_start(Bytes b) { return is_response(as_text(b)) || is_request(as_text(b)); }

/// A line at the front: its text, and how many bytes end it (0: no end was captured).
struct Line { std::uint32_t size, ended_by; };
Line line_of(Bytes b) {
    auto* end = b.empty() ? nullptr : static_cast<const std::uint8_t*>(std::memchr(b.data(), '\n', b.size()));
    if (!end) return {std::uint32_t(b.size()), 0};
    auto n = std::uint32_t(end - b.data());
    bool cr = n && b[n - 1] == '\r';
    return {n - cr, 1u + cr};
}

/// A word up to a blank (passed), within the first `room` bytes.
void read_word(Reader& r, const Field& f, std::uint32_t& room) {
    auto blank = as_text(r.rest().first(room)).find(' ');
    auto n = std::uint32_t(std::min<std::size_t>(blank, room)), passed = n < room ? 1u : 0u;
    r.read_delimited(f, n, passed);
    room -= n + passed;
}

void read_uri(Reader& r, std::uint32_t& room) {
    auto uri = as_text(r.rest().first(room));
    // The version stands behind the last blank, if one does (RFC 9112 3).
    auto blank = uri.rfind(" HTTP/");
    if (blank == uri.npos) blank = uri.find(' ');
    auto n = std::uint32_t(std::min<std::size_t>(blank, room)), passed = n < room ? 1u : 0u;
    auto question = uri.substr(0, n).find('?');
    if (question != uri.npos) {
        r.look(f.path, std::uint32_t(question));
        r.look(f.query, n - std::uint32_t(question) - 1, std::uint32_t(question) + 1);
    }
    r.read_delimited(f.uri, n, passed);
    room -= n + passed;
}

void start_line(Reader& r, Line line) {
    std::uint32_t room = line.size;
    if (is_response(as_text(r.rest()))) {
        r.make(f.response, 1);
        read_word(r, f.response_version, room);
        if (room && r.here()[0] >= '0' && r.here()[0] <= '9') {
            std::uint32_t before = r.left();
            r.read(f.code);
            room -= std::min(room, before - r.left());
            if (room) r.skip(1), room--;
            if (room) r.read_delimited(f.phrase, room, 0), room = 0;
        }
    } else {
        r.make(f.request, 1);
        read_word(r, f.method, room);
        if (room) read_uri(r, room);
        if (room) r.read_delimited(f.request_version, room, 0), room = 0;
    }
    r.skip(room + line.ended_by);
}

/// One header line; gives the number of Content-Length where it is that.
Number header_line(Reader& r, Line line, bool request) {
    Number length;
    auto scope = r.line(request ? f.request_line : f.response_line, line.size + line.ended_by);
    if (!scope) return length;
    auto content = as_text(r.rest().first(std::min(line.size, r.left())));
    auto colon = content.find(':');
    if (colon == content.npos) { r.skip(r.left()); return length; }
    auto name = content.substr(0, colon);
    auto value = colon + 1;
    while (value < content.size() && (content[value] == ' ' || content[value] == '\t')) value++;
    auto size = std::uint32_t(content.size() - value);
    r.skip(std::uint32_t(value));
    if (same_word(name, "Content-Length") && size && content[value] >= '0' && content[value] <= '9') {
        if (auto digits = r.line(f.content_length_header, size)) {
            length = r.read(f.content_length);
            r.skip(r.left());
        }
    } else if (auto* known = std::find_if(std::begin(headers), std::end(headers), [&](auto& h) { return same_word(h.name, name); });
               known != std::end(headers)) {
        r.read_delimited(known->field, size, 0);
    }
    r.skip(r.left());
    return length;
}

void message(Reader& r) {
    bool request = !is_response(as_text(r.rest()));
    start_line(r, line_of(r.rest()));
    Number length;
    bool has_length = false;
    while (r.more()) {
        Line line = line_of(r.rest());
        if (line.size == 0 && line.ended_by) { r.skip(line.ended_by); break; }
        Number n = header_line(r, line, request);
        if (n.node() >= 0 || n.value()) length = n, has_length = true;
    }
    if (!r.more()) return;
    if (has_length && length.value() <= std::int64_t(r.left())) {
        if (auto body = r.part(length)) r.read_rest(f.file_data);
    } else r.read_rest(f.file_data);
}

void messages(Reader& r) {
    if (!is_start(r.rest())) { r.read_rest(f.file_data); return; }     // goes on from an earlier segment
    while (r.more() && is_start(r.rest())) message(r);
    r.read_rest(f.file_data);
}

template <std::size_t... I>
constexpr auto reading(std::index_sequence<I...>) {
    return read(messages, f.request, f.response, f.method, f.uri, f.path, f.query, f.request_version, f.response_version, f.code, f.phrase,
                f.request_line, f.response_line, f.content_length_header, f.content_length, f.file_data, headers[I].field...);
}
constexpr auto items = reading(std::make_index_sequence<std::size(headers)>());

void info(const LayerValues& v, std::string& out) {
    if (v.has(f.method)) out = v.text(f.method) + " " + v.text(f.uri) + " " + v.text(f.request_version);
    else if (v.has(f.code)) out = v.text(f.response_version) + " " + v.text(f.code) + " " + v.text(f.phrase);
    else out = "Continuation";
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
                        .looks_right = is_start,
                        .info = info};
constexpr Protocol ssdp{.name = "ssdp",
                        .label = "Simple Service Discovery Protocol",
                        .column = "SSDP",
                        .items = items,
                        .parents = ssdp_parents,
                        .info = info,
                        .also_in = "http"};

}  // namespace sallyport::protocols
