// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/compose_session.h"
#include "session/surroundings.h"
#include "ui/models/message_text.h"
#include <algorithm>

namespace sallyport {

ComposeSession::ComposeSession(QObject* parent) : QObject(parent) { history_.remember(packet_); }

// ── beginning ──

void ComposeSession::begin(Composition packet, const QString& origin) {
    const bool had_faults = hasFaults(), varied = !variations_.isEmpty();
    packet_ = std::move(packet);
    rows_.clear();
    origin_ = origin;
    focus_.reset();
    faults_.clear();
    variations_.clear();
    history_.remember(packet_);
    emit replaced();
    emit changed();
    emit focusChanged();
    tellFaults(had_faults);
    if (varied) emit variationsChanged();
}

ComposeSession::Rows ComposeSession::rows(std::size_t layer) const {
    auto& rows = rows_[layer];
    if (!rows) rows = std::make_shared<const std::vector<ComposeRow>>(compose_rows(packet_.fields(layer)));
    return rows;
}

void ComposeSession::startEmpty(LinkType link_type) { begin(Composition(link_type), {}); }

void ComposeSession::startFrom(Bytes bytes, LinkType link_type, const QString& origin) { begin(Composition(bytes, link_type), origin); }

bool ComposeSession::startFrom(const PacketTemplate& the_template, const Surroundings& surroundings) {
    const QString title = message_text(the_template.title);
    auto made = compose(the_template, surroundings);
    if (!made) {
        emit failed(message("No %1 can be composed here", the_template.title), made.error());
        return false;
    }
    begin(std::move(*made), title);
    return true;
}

// ── editing ──

/// Who shows faults looks at all of them: only where there is or was one.
void ComposeSession::tellFaults(bool had) {
    if (had || hasFaults()) emit faultsChanged();
}

void ComposeSession::tellChanged() {
    rows_.clear();
    keepFocus();
    emit changed();
    emit focusChanged();
    if (!variations_.isEmpty()) emit variationsChanged();
}

void ComposeSession::keepFocus() {
    if (focus_ && !packet_.field(*focus_)) focus_.reset();
}

bool ComposeSession::done(const Status& status, const Message& headline) {
    if (!status) {
        emit failed(headline, status.error());
        return false;
    }
    const bool had = hasFaults();
    faults_.clear();  // layers and elements have other places now
    history_.remember(packet_);
    tellChanged();
    tellFaults(had);
    return true;
}

bool ComposeSession::doneWith(const FieldKey& key, const Status& status, const QString& typed) {
    const bool had = faults_.removeIf([&](auto& fault) { return fault.key == key; });
    if (!status) {
        faults_ << Fault{key, status.error(), typed};
    } else {
        history_.remember(packet_);
        tellChanged();
    }
    tellFaults(had);
    return status.has_value();
}

bool ComposeSession::set(const FieldKey& key, const QString& human) { return doneWith(key, packet_.set(key, human.toStdString()), human); }

bool ComposeSession::makeAutomatic(const FieldKey& key) { return doneWith(key, packet_.make_automatic(key)); }

bool ComposeSession::makeAllAutomatic() {
    if (auto status = packet_.make_all_automatic(); !status) return done(status, words("The fields were not made automatic"));
    return done(packet_.repair(), words("The packet was not repaired"));
}

/// The address that the loopback's frames have: nothing on an Ethernet is reached by it.
static bool is_nobody(const Composition& packet, const char* name) {
    const auto key = packet.find(name);
    return key && packet.field(*key)->value == "00:00:00:00:00:00";
}

/// 127.0.0.0/8 (RFC 1122 3.2.1.3): no other computer answers to it.
static bool is_on_this_computer(const Composition& packet, const char* name) {
    const auto key = packet.find(name);
    return key && packet.field(*key)->value.starts_with("127.");
}

bool ComposeSession::giveLinkLayer(const Surroundings& there, const QString& interface) {
    if (there.link_type != LinkType::ethernet || isEmpty()) return true;
    const bool is_frame = packet_.link_type() == there.link_type;
    if (is_frame && (!is_nobody(packet_, "eth.src") || !is_nobody(packet_, "eth.dst") || there.source_mac.empty())) return true;
    auto frame = is_frame ? Result<Composition>(packet_) : with_link_layer(packet_, there);
    if (!frame) return done(tl::unexpected(frame.error()), words("Nothing was sent"));
    if (is_frame) {  // begun for the loopback
        (void)frame->set("eth.src=" + there.source_mac);
        if (!there.gateway_mac.empty()) (void)frame->set("eth.dst=" + there.gateway_mac);
        if (is_on_this_computer(*frame, "ip.src") && !is_on_this_computer(*frame, "ip.dst") && !there.source_ipv4.empty())
            (void)frame->set("ip.src=" + there.source_ipv4);
    }
    for (auto* name : {"ip.dst", "ipv6.dst"}) {  // to a neighbour that the kernel knows, else to the gateway
        const auto key = frame->find(name);
        if (!key || interface.isEmpty()) continue;
        if (auto neighbour = hardware_address(interface.toStdString(), frame->field(*key)->value, 0))
            (void)frame->set("eth.dst=" + *neighbour);
        break;
    }
    packet_ = std::move(*frame);
    return done({}, {});
}

bool ComposeSession::repair() { return done(packet_.repair(), words("The packet was not repaired")); }

bool ComposeSession::overwrite(std::uint32_t offset, Bytes bytes) {
    return done(packet_.overwrite(offset, bytes), words("The bytes were not changed"));
}

bool ComposeSession::addLayer(std::size_t index, const QString& protocol) {
    return done(packet_.add_layer(index, protocol.toStdString()), words("No layer was added"));
}

static bool ends_with_payload(const Composition& packet) {
    const auto layers = packet.layers();
    return !layers.empty() && layers.back().name == "data";
}

bool ComposeSession::canAddPayload() const { return packet_.can_carry_more() || ends_with_payload(packet_); }

bool ComposeSession::addPayload() {
    if (!ends_with_payload(packet_) && !addLayer(packet_.layers().size(), QStringLiteral("data"))) return false;
    for (auto& row : *rows(packet_.layers().size() - 1)) {
        if (row.field.key.name.empty()) continue;
        setFocus(row.field.key);
        break;
    }
    return true;
}

bool ComposeSession::duplicateLayer(std::size_t index) {
    const auto layers = packet_.layers();
    if (index >= layers.size()) return false;
    const ByteBuffer whole(packet_.bytes().begin(), packet_.bytes().end());
    const auto& layer = layers[index];
    const Bytes header = Bytes(whole).subspan(layer.at, layer.header_end - layer.at);
    return done(packet_.add_layer(index + 1, layer.name, header), words("The layer was not duplicated"));
}

bool ComposeSession::removeLayer(std::size_t index) { return done(packet_.remove_layer(index), words("The layer was not removed")); }

bool ComposeSession::moveLayer(std::size_t from, std::size_t to) {
    if (from == to) return false;
    return done(packet_.move_layer(from, to), words("The layer was not moved"));
}

bool ComposeSession::addElement(const Addition& addition) { return done(packet_.add_element(addition), words("Nothing was added")); }

bool ComposeSession::removeElement(const FieldKey& key) { return done(packet_.remove_element(key), words("Nothing was removed")); }

QString ComposeSession::faultOf(const FieldKey& key) const {
    for (auto& fault : faults_)
        if (fault.key == key) return message_text(fault.reason);
    return {};
}

QString ComposeSession::refusedText(const FieldKey& key) const {
    for (auto& fault : faults_)
        if (fault.key == key) return fault.typed;
    return {};
}

void ComposeSession::forgetFault(const FieldKey& key) {
    if (faults_.removeIf([&](auto& fault) { return fault.key == key; })) emit faultsChanged();
}

QString ComposeSession::rightValue(const FieldKey& key) const {
    Composition repaired = packet_;
    if (!repaired.make_automatic(key)) return {};
    const auto field = repaired.field(key);
    return field ? QString::fromStdString(field->value) : QString();
}

// ── history ──

void ComposeSession::undo() {
    if (!history_.can_undo()) return;
    const bool had = hasFaults();
    history_.undo(packet_);
    faults_.clear();
    tellChanged();
    tellFaults(had);
}

void ComposeSession::redo() {
    if (!history_.can_redo()) return;
    const bool had = hasFaults();
    history_.redo(packet_);
    faults_.clear();
    tellChanged();
    tellFaults(had);
}

// ── focus ──

void ComposeSession::setFocus(const std::optional<FieldKey>& key) {
    if (key == focus_) return;
    focus_ = key;
    emit focusChanged();
}

// ── varying ──

QString ComposeSession::sweepName(const FieldKey& key) const {
    const auto occurrence = packet_.occurrence_of(key);
    if (!occurrence) return {};
    const QString name = QString::fromStdString(key.name);
    return *occurrence ? QStringLiteral("%1#%2").arg(name).arg(*occurrence + 1) : name;
}

int ComposeSession::variationOf(const FieldKey& key) const {
    const QString plain = QString::fromStdString(key.name);
    const auto alike = [&](auto& one) { return one.field == plain || one.field.startsWith(plain + QLatin1Char('#')); };
    if (std::none_of(variations_.begin(), variations_.end(), alike)) return -1;
    const QString name = sweepName(key);
    for (int i = 0; i < variations_.size(); i++)
        if (variations_[i].field == name) return i;
    return -1;
}

void ComposeSession::vary(const FieldKey& key) {
    const auto field = packet_.field(key);
    const QString name = sweepName(key);
    if (!field || !field->editable || name.isEmpty() || variationOf(key) >= 0) return;
    variations_ << Variation{name, QString::fromStdString(field->label), QString::fromStdString(field->value)};
    emit variationsChanged();
}

void ComposeSession::setVariation(int index, const QString& values) {
    if (index < 0 || index >= variations_.size() || variations_[index].values == values) return;
    variations_[index].values = values;
    emit variationsChanged();
}

void ComposeSession::removeVariation(int index) {
    if (index < 0 || index >= variations_.size()) return;
    variations_.removeAt(index);
    emit variationsChanged();
}

Result<PacketSeries> ComposeSession::series() const {
    std::vector<Sweep> sweeps;
    for (auto& variation : variations_) {
        auto sweep = Sweep::parse(QStringLiteral("%1=%2").arg(variation.field, variation.values).toStdString());
        if (!sweep) return tl::unexpected(sweep.error());
        sweeps.push_back(std::move(*sweep));
    }
    return PacketSeries::make(packet_, sweeps);
}

}  // namespace sallyport
