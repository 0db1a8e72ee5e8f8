// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/packets/digit_widths.h"
#include <algorithm>

namespace sallyport {

namespace {
constexpr int margins = 18;      // pixels, on both sides
constexpr int most_digits = 20;  // of 64 bits

int widest_digit(const QFontMetrics& metrics) {
    int widest = 0;
    for (char digit = '0'; digit <= '9'; digit++) widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    return widest;
}
}  // namespace

const QString usual_time = QStringLiteral("8888.888888");

int width_of_digits(int digits, const QFontMetrics& metrics) { return digits * widest_digit(metrics) + margins; }

bool is_width_of_digits(int width, int least, const QFontMetrics& metrics) {
    for (int digits = least; digits <= most_digits; digits++)
        if (width == width_of_digits(digits, metrics)) return true;
    return false;
}

int width_like(const QString& sample, const QFontMetrics& metrics) {
    QString others;
    int digits = 0;
    for (const QChar& one : sample) one.isDigit() ? void(digits++) : void(others += one);
    return width_of_digits(digits, metrics) + metrics.horizontalAdvance(others);
}

bool is_width_of_a_time(int width, const QFontMetrics& metrics) {
    for (int whole = 1; whole <= most_digits; whole++)
        for (const char* sign : {"", "-"})
            if (width == width_like(QLatin1String(sign) + QString(whole, QLatin1Char('8')) + QLatin1String(".888888"), metrics))
                return true;
    for (const char* calendar : {"88:88:88.888888", "8888-88-88 88:88:88.888888"})
        if (width == width_like(QLatin1String(calendar), metrics)) return true;
    return false;
}

}  // namespace sallyport
