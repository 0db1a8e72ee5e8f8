// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http_message.h"
#include "practice/web.h"

namespace sallyport {
namespace {

struct Page {
    std::string_view path, type, body;
};

constexpr Page pages[] = {
    {"/index.html", "text/html",
     "<!doctype html>\n<html lang=\"en\"><head><title>Practice network</title>\n<link rel=\"stylesheet\" href=\"/style.css\">\n"
     "<script src=\"http://ads.example/banner.js\"></script></head>\n<body><h1>Welcome to the practice network</h1>\n"
     "<p>Every packet that you see here is real, and you may stop any of them.</p>\n"
     "<p><a href=\"/about.html\">About</a> &middot; <a href=\"/login\">Log in</a></p></body></html>\n"},
    {"/about.html", "text/html",
     "<!doctype html>\n<html lang=\"en\"><head><title>About</title></head><body><h1>About</h1>\n"
     "<p>A sally port is the guarded door in a fortress wall.</p></body></html>\n"},
    {"/style.css", "text/css", "body { margin: 2rem auto; max-width: 40rem; font: 16px/1.5 sans-serif; }\nh1 { font-weight: 600; }\n"},
    {"/banner.js", "text/javascript", "document.write('<aside>Buy more ramparts! Only today.</aside>');\n"},
};

std::string respond(std::string_view status, std::string_view type, std::string_view body, bool with_body) {
    std::string out = "HTTP/1.1 " + std::string(status) + "\r\nServer: practice\r\nContent-Type: " + std::string(type) +
                      "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n";
    return with_body ? out.append(body) : out;
}

StreamServer::Answer answer(std::string& received) {
    const std::optional<HttpMessage> request = read_http_message(received);
    if (!request) return {"", received.size() > 16 * 1024};          // not all here yet; or no end in sight
    received.erase(0, request->size);
    const std::size_t blank = request->start.find(' ');
    const std::string method = request->start.substr(0, blank);
    std::string path = blank == std::string::npos ? "" : request->start.substr(blank + 1, request->start.find(' ', blank + 1) - blank - 1);
    if (path == "/") path = "/index.html";
    const bool close = request->header("connection") == "close";
    if (method == "POST" && path == "/login") {
        const std::string user = request->body.substr(0, request->body.find('&'));
        return {respond("200 OK", "text/plain", "Welcome, " + user.substr(user.find('=') + 1) + "\n", true), close};
    }
    if (method != "GET" && method != "HEAD") return {respond("405 Method Not Allowed", "text/plain", "Ask with GET\n", true), true};
    for (const Page& page : pages)
        if (page.path == path) return {respond("200 OK", page.type, page.body, method == "GET"), close};
    return {respond("404 Not Found", "text/plain", "There is no such page\n", method == "GET"), close};
}

}  // namespace

std::unique_ptr<Activity> make_web_server() { return std::make_unique<StreamServer>(80, answer); }

}  // namespace sallyport
