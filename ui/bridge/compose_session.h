// SPDX-License-Identifier: GPL-3.0-or-later
// The packet that is being composed, as all parts of the composer look at it: the composition, its history, the field in focus, what
// was refused and why, and the fields that are varied. Every change goes through here, is one step of its own undo, and is told in
// one signal. GUI thread only.
#pragma once
#include "session/compose.h"
#include "ui/models/compose_rows.h"
#include <QObject>
#include <QString>
#include <QStringList>
#include <map>
#include <memory>
#include <optional>

namespace sallyport {

class ComposeSession : public QObject {
    Q_OBJECT
public:
    explicit ComposeSession(QObject* parent = nullptr);

    const Composition& packet() const { return packet_; }
    using Rows = std::shared_ptr<const std::vector<ComposeRow>>;
    /// The lines of a layer's form, made once for each state of the packet.
    Rows rows(std::size_t layer) const;
    /// What it was begun with: "packet 46", "DNS query"; "" for nothing.
    QString origin() const { return origin_; }
    bool isEmpty() const { return packet_.bytes().empty(); }

    // ── beginning: another packet, which undo leads back from ──
    void startEmpty(LinkType link_type);
    void startFrom(Bytes bytes, LinkType link_type, const QString& origin);
    bool startFrom(const PacketTemplate& the_template, const Surroundings& surroundings);

    // ── editing; false: refused, nothing changed, and the fault is told ──
    bool set(const FieldKey& key, const QString& human);
    bool makeAutomatic(const FieldKey& key);
    bool makeAllAutomatic();
    /// Puts an Ethernet header below a packet that has none (pasted, or captured without one), where frames are sent; a frame that was
    /// begun for the loopback gets the addresses of that interface. Nothing to do: true.
    bool giveLinkLayer(const Surroundings& there, const QString& interface);
    /// What is wrong as it was captured made right; what was set on purpose stays.
    bool repair();
    bool overwrite(std::uint32_t offset, Bytes bytes);
    bool addLayer(std::size_t index, const QString& protocol);
    bool duplicateLayer(std::size_t index);
    /// Raw bytes in the layer on top, which come into focus; those that are there already, if any.
    bool addPayload();
    bool canAddPayload() const;
    bool removeLayer(std::size_t index);
    bool moveLayer(std::size_t from, std::size_t to);
    bool addElement(const Addition& addition);
    bool removeElement(const FieldKey& key);
    /// Why the field's value was refused that somebody typed; "".
    QString faultOf(const FieldKey& key) const;
    /// What it was that somebody typed, and was refused; "".
    QString refusedText(const FieldKey& key) const;
    /// What was typed into it is given up.
    void forgetFault(const FieldKey& key);
    bool hasFaults() const { return !faults_.empty(); }
    /// What a field that was overridden, or is wrong, would be; "" when unknown.
    QString rightValue(const FieldKey& key) const;

    // ── history ──
    bool canUndo() const { return history_.can_undo(); }
    bool canRedo() const { return history_.can_redo(); }
    void undo();
    void redo();

    // ── focus ──
    const std::optional<FieldKey>& focus() const { return focus_; }
    void setFocus(const std::optional<FieldKey>& key);
    /// The innermost field of a byte.
    void focusByte(std::uint32_t offset) { setFocus(packet_.field_at(offset)); }

    // ── varying ──
    struct Variation {
        QString field;   // as sweeps name it: "ip.ttl", "ip.ttl#2"
        QString label;   // "Time to Live"
        QString values;  // "1..64", "{22,80}"
    };
    const QList<Variation>& variations() const { return variations_; }
    /// Begins to vary a field, with the value that it has.
    void vary(const FieldKey& key);
    void setVariation(int index, const QString& values);
    void removeVariation(int index);
    /// The name that sweeps know a field by; "" for what has none.
    QString sweepName(const FieldKey& key) const;
    int variationOf(const FieldKey& key) const;
    /// All packets that will be sent, or which variation is wrong and why.
    Result<PacketSeries> series() const;

signals:
    /// Layers, fields or bytes are others now.
    void changed();
    /// … and nothing of what was before is left (a beginning).
    void replaced();
    void focusChanged();
    void faultsChanged();
    void variationsChanged();
    /// An edit of layers, lists or bytes was refused.
    void failed(const sallyport::Message& headline, const sallyport::Error& error);

private:
    struct Fault {
        FieldKey key;
        Error reason;
        QString typed;
    };
    void begin(Composition packet, const QString& origin);
    bool done(const Status& status, const Message& headline);
    bool doneWith(const FieldKey& key, const Status& status, const QString& typed = {});
    void tellChanged();
    void tellFaults(bool had);
    void keepFocus();

    Composition packet_;
    mutable std::map<std::size_t, Rows> rows_;  // of the present state, by layer, as they were asked for
    CompositionHistory history_;
    QString origin_;
    std::optional<FieldKey> focus_;
    QList<Fault> faults_;
    QList<Variation> variations_;
};

}  // namespace sallyport
