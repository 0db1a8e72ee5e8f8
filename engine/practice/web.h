// SPDX-License-Identifier: GPL-3.0-or-later
// The web of the practice network: HTTP/1.1 (RFC 9112) with a few pages, and somebody who looks at them.
#pragma once
#include "practice/client.h"
#include "practice/stream_server.h"

namespace sallyport {

/// Pages /, /index.html, /style.css, /about.html, /banner.js, and POST /login; everything else is not found.
std::unique_ptr<Activity> make_web_server();

struct WebHabits {
    bool meets_advertisements = false;    // fetches a script from ads.example with each page
    bool logs_in = false;                 // now and then
};
std::unique_ptr<Activity> make_web_client(Milliseconds pause, bool ipv6, WebHabits habits);

}  // namespace sallyport
