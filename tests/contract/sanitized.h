// SPDX-License-Identifier: GPL-3.0-or-later
// Under the sanitizers everything costs about ten times as much: tests that go through all there is go through less of it.
#pragma once

namespace sallyport::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool sanitized = true;
#elif defined(__has_feature)
inline constexpr bool sanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
inline constexpr bool sanitized = false;
#endif

}  // namespace sallyport::test
