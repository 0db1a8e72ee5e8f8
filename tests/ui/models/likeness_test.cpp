// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/likeness.h"
#include "filter/filter.h"
#include "ui/sample_packets.h"
#include <QtTest>

using namespace sallyport;

class LikenessTest : public QObject {
    Q_OBJECT
private slots:
    void saysWhatAPacketIsAbout() {
        QCOMPARE(likeness_of(sample::detail_of(sample::dns_query())->dissection), QStringLiteral("dns.qry.name == \"ads.example\""));
        QCOMPARE(likeness_of(sample::detail_of(sample::tcp_syn())->dissection), QStringLiteral("ip.dst == 10.77.0.3 && tcp.dstport == 80"));
        QCOMPARE(likeness_of(sample::detail_of(sample::ping())->dissection),
                 QStringLiteral("icmp.type == 8 && ip.src == 10.77.0.12 && ip.dst == 10.77.0.1"));
        for (auto& bytes : {sample::dns_query(), sample::tcp_syn(), sample::ping()}) {
            auto detail = sample::detail_of(bytes);
            auto filter = Filter::compile(likeness_of(detail->dissection).toStdString());
            QVERIFY(filter.has_value() && FilterRunner(*filter).matches(detail->dissection.context));
        }
    }
};

QTEST_GUILESS_MAIN(LikenessTest)
#include "likeness_test.moc"
