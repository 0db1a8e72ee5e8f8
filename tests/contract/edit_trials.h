// SPDX-License-Identifier: GPL-3.0-or-later
// Edited packets, each beside the one that it was made of, and what tshark says of both.
#pragma once
#include "contract/edit_excuses.h"
#include "contract/tshark_batch.h"
#include "dissect/edit.h"
#include "dissect/program.h"
#include <map>

namespace sallyport::test {

class EditTrials {
public:
    explicit EditTrials(const QString& file) : batch_(file) {}

    /// Packets of this name are added from now on: "Dns.pcap packet 3".
    void begin(const QString& name, const PacketContext& packet) {
        name_ = name;
        original_ = add(packet, packet.bytes, {});
    }
    /// What came of an edit. There should be `more` of `field` than before (none named: not counted).
    void edited(const PacketContext& packet, Bytes bytes, const QString& edit, const QByteArray& field = {}, qsizetype more = 0,
                bool empties = false) {
        trials_.push_back({add(packet, bytes, field), original_, name_, edit, field, more, empties});
    }
    void refused(const QString& edit, const Error& error) {
        refused_++;
        if (!is_excused(refusals, edit, QString::fromStdString(error.what.text())))
            fault(edit + " is refused: " + QString::fromStdString(error.what.text()));
    }
    /// Told once for each kind of edit, with the packet where it was first seen.
    void fault(const QString& text) {
        if (!faults_[text]++) first_ << QString("%1: %2").arg(name_, text);
    }

    /// Asks tshark; gives all faults.
    QStringList judge(const QHash<QByteArray, QByteArray>& known) {
        QByteArrayList fields;
        for (auto& t : trials_)
            if (known.contains(t.field) && !fields.contains(t.field)) fields << t.field;
        auto verdicts = batch_.judge(fields);
        if (verdicts.size() != batch_.size())
            return {QString("tshark judged %1 of %2 packets: %3").arg(verdicts.size()).arg(batch_.size()).arg(batch_.error())};
        for (auto& t : trials_) judge(t, verdicts[t.original], verdicts[t.frame]);
        qInfo(
            "%zu packets edited: %u flagged by tshark, of which %u with a reason; %u lists counted; %u of packets not sound before; "
            "%u edits refused",
            trials_.size(), flagged_, excused_, counted_, unsound_, refused_);
        return first_;
    }

private:
    struct Trial {
        std::size_t frame, original;  // in the batch
        QString name, edit;
        QByteArray field;
        qsizetype more;
        bool empties;  // takes the only element of a list
    };

    std::size_t add(const PacketContext& packet, Bytes bytes, const QByteArray&) {
        return batch_.add(in_own_conversation(packet, bytes, batch_.size() + 1), packet.link_type);
    }
    /// The same packet between hosts of its own: tshark keeps what it learns of a conversation, and each packet is judged by itself.
    static ByteBuffer in_own_conversation(PacketContext c, Bytes bytes, std::size_t number) {
        c.bytes = bytes, c.original_length = std::uint32_t(bytes.size());
        Editor editor(c);
        char v4[32], v6[32];
        std::snprintf(v4, sizeof v4, "10.%u.%u.%u", unsigned(number >> 16 & 0xff), unsigned(number >> 8 & 0xff), unsigned(number & 0xff));
        std::snprintf(v6, sizeof v6, "fd00::%x:%x", unsigned(number >> 16 & 0xffff), unsigned(number & 0xffff));
        for (std::size_t i = 0; i < editor.dissection().nodes.size(); i++) {
            auto* field = editor.dissection().nodes[i].field;
            std::string_view name = field ? field->name : "";
            if (name == "ip.src") (void)editor.set_node(std::int32_t(i), v4);
            if (name == "ipv6.src") (void)editor.set_node(std::int32_t(i), v6);
        }
        return {editor.bytes().begin(), editor.bytes().end()};
    }
    void judge(const Trial& t, const TsharkVerdict& before, const TsharkVerdict& after) {
        name_ = t.name;
        if (!before.faults.isEmpty()) {
            unsound_++;
            return;
        }
        if (after.faults.isEmpty()) return count(t, before, after);
        flagged_++;
        bool excused = true;
        bool malformed_alone = after.faults.size() == 1;  // tshark tells most of them twice: an exception, and why
        for (auto& complaint : after.faults) {
            auto text = QString::fromUtf8(complaint);
            if (text == "malformed" && !malformed_alone) continue;
            if (is_excused(complaints, t.edit, text) || (t.empties && is_excused(last_removed, t.edit, text))) continue;
            excused = false;
            fault(QString("%1: tshark says %2 (frame %3)").arg(t.edit, text).arg(t.frame + 1));
        }
        excused_ += excused;
    }
    void count(const Trial& t, const TsharkVerdict& before, const TsharkVerdict& after) {
        auto there = before.values[t.field].size();
        if (t.field.isEmpty() || !there) return;
        counted_++;
        auto now = after.values[t.field].size();
        QString text = QString("there are %1 of %2, not %3").arg(now).arg(t.field).arg(there + t.more);
        if (now != there + t.more && !is_excused(complaints, t.edit, text))
            fault(QString("%1: %2 (frame %3)").arg(t.edit, text).arg(t.frame + 1));
    }

    TsharkBatch batch_;
    QString name_;
    std::size_t original_ = 0;
    std::vector<Trial> trials_;
    std::map<QString, unsigned> faults_;
    QStringList first_;
    unsigned refused_ = 0, flagged_ = 0, excused_ = 0, counted_ = 0, unsound_ = 0;
};

}  // namespace sallyport::test
