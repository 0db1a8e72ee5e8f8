// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/translated.h"
#include <QEvent>
#include <utility>

namespace sallyport {

namespace {
class Speaker : public QObject {
public:
    Speaker(QWidget* owner, std::function<void()> say) : QObject(owner), say_(std::move(say)) { say_(); }
    bool event(QEvent* event) override {
        if (event->type() == QEvent::LanguageChange) say_();
        return QObject::event(event);
    }

private:
    std::function<void()> say_;
};
}  // namespace

void translated(QWidget* owner, std::function<void()> say) { new Speaker(owner, std::move(say)); }

}  // namespace sallyport
