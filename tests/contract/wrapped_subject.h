// SPDX-License-Identifier: GPL-3.0-or-later
// A module with wrappers around it keeps the contract of the module within.
#pragma once
#include "contract/contract_subject.h"
#include "modules/wrap/wrapper.h"
#include <QTemporaryDir>
#include <QtGlobal>

namespace contract {

class WrappedSubject final : public Subject {
public:
    /// `wrappers` as of --wrap, the first innermost; FOLDER in them is a folder of the test's own.
    WrappedSubject(std::unique_ptr<Subject> within, std::vector<std::string> wrappers)
        : within_(std::move(within)), wrappers_(std::move(wrappers)) {
        for (auto& text : wrappers_)
            if (auto at = text.find("FOLDER"); at != text.npos) text.replace(at, 6, folder_.path().toStdString());
    }
    std::string name() const override {
        std::string name = within_->name();
        for (auto& text : wrappers_) name = text.substr(0, text.find('=')) + "(" + name + ")";
        return name;
    }
    std::string innermost_name() const override { return within_->innermost_name(); }
    bool out_of_tree() const override { return within_->out_of_tree(); }
    bool multi_threaded() const override { return within_->multi_threaded(); }
    bool pass_through() const override { return within_->pass_through(); }
    bool realtime() const override { return within_->realtime(); }
    std::uint32_t mtu() const override { return within_->mtu(); }
    bool ends() const override { return within_->ends(); }
    std::unique_ptr<PacketModule> make(const Texts& texts) override { return around(within_->make(texts)); }
    bool flow() override { return within_->flow(); }
    std::unique_ptr<PacketModule> make_waiting() override { return around(within_->make_waiting()); }
    std::unique_ptr<PacketModule> make_faulty(unsigned packets) override { return around(within_->make_faulty(packets)); }
    std::unique_ptr<PacketModule> make_impossible() override { return around(within_->make_impossible()); }
    ByteBuffer forge(const std::string& text) override { return within_->forge(text); }
    Texts gone_on() override { return within_->gone_on(); }
    void set_text(ByteBuffer& bytes, const std::string& text) override { within_->set_text(bytes, text); }
    Verdict default_policy() const override { return within_->default_policy(); }

private:
    std::unique_ptr<PacketModule> around(std::unique_ptr<PacketModule> module) {
        if (!module) return nullptr;
        auto made = wrapped(std::move(module), wrappers_);
        if (!made) qFatal("%s", made.error().text().c_str());
        return std::move(*made);
    }
    std::unique_ptr<Subject> within_;
    std::vector<std::string> wrappers_;
    QTemporaryDir folder_;
};

}  // namespace contract
