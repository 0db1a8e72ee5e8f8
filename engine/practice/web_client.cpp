// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http_message.h"
#include "practice/web.h"

namespace sallyport {
namespace {

constexpr std::uint16_t web_port = 80;

std::string get(const std::string& path, const std::string& host, bool last) {
    return "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: practice/1.0\r\nAccept: */*\r\n" +
           (last ? "Connection: close\r\n\r\n" : "\r\n");
}

/// Asks and waits for the whole answer.
bool exchange(int socket, const std::string& request) {
    if (!send_all(socket, request, answer_limit)) return false;
    std::string received;
    while (!read_http_message(received))
        if (received.size() > 64 * 1024 || !receive_some(socket, received, answer_limit)) return false;
    return true;
}

class WebClient : public Client {
public:
    WebClient(Milliseconds pause, bool ipv6, WebHabits habits) : Client(pause, ipv6), habits_(habits) {}

private:
    void errand(bool ipv6) override {
        if (habits_.logs_in && errands() % 4 == 2) return log_in(ipv6);
        visit("www.example", {"/index.html", errands() % 3 == 1 ? "/about.html" : "/style.css"}, ipv6);
        if (habits_.meets_advertisements) visit("ads.example", {"/banner.js"}, ipv6);
    }

    void visit(const std::string& host, const std::vector<std::string>& paths, bool ipv6) {
        const Descriptor socket = reach(host, ipv6);
        for (std::size_t i = 0; socket && i < paths.size(); i++)
            if (!exchange(socket.get(), get(paths[i], host, i + 1 == paths.size()))) return;
    }

    void log_in(bool ipv6) {
        const std::string host = "www.example", form = "user=ada&role=user&next=/";
        const Descriptor socket = reach(host, ipv6);
        if (!socket) return;
        exchange(socket.get(), "POST /login HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: practice/1.0\r\n" +
                                   "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(form.size()) +
                                   "\r\nConnection: close\r\n\r\n" + form);
    }

    Descriptor reach(const std::string& host, bool ipv6) {
        const std::optional<std::string> address = resolve(host, ipv6);
        return address ? connect_tcp(SocketAddress(*address, web_port), answer_limit) : Descriptor();
    }

    WebHabits habits_;
};

}  // namespace

std::unique_ptr<Activity> make_web_client(Milliseconds pause, bool ipv6, WebHabits habits) {
    return std::make_unique<WebClient>(pause, ipv6, habits);
}

}  // namespace sallyport
