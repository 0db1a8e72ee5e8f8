// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help.h"
#include "ui/widgets/icons.h"
#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace sallyport {

namespace {
QString spoken(const char* text) { return QCoreApplication::translate("Help", text); }

QString filter_page() {
    static constexpr std::pair<const char*, const char*> examples[] = {
        {"ip.addr == 10.77.0.0/16", QT_TRANSLATE_NOOP("Help", "either address lies in that network")},
        {"tcp.port in {80, 443, 8000..8080}", QT_TRANSLATE_NOOP("Help", "one of several values or a range")},
        {"dns.qry.name contains \"ads\"", QT_TRANSLATE_NOOP("Help", "text anywhere in a name")},
        {"http.host matches \"^www\\\\.\"", QT_TRANSLATE_NOOP("Help", "a regular expression, letters of either case")},
        {"tcp.flags.syn == 1 && !tcp.flags.ack", QT_TRANSLATE_NOOP("Help", "and, not; the words and, or, not work too")},
        {"eth.src[0:3] == 00:0c:29", QT_TRANSLATE_NOOP("Help", "a slice of bytes")},
        {"arp", QT_TRANSLATE_NOOP("Help", "a protocol or field that is there at all")},
    };
    QString page =
        QStringLiteral("<h3>%1</h3><p>%2</p><table cellpadding='3'>")
            .arg(spoken(QT_TRANSLATE_NOOP("Help", "Filters")),
                 spoken(QT_TRANSLATE_NOOP("Help", "Wireshark's display filter language, for what is shown and for rules alike.")));
    for (auto& [filter, meaning] : examples)
        page += QStringLiteral("<tr><td><code>%1</code></td><td>%2</td></tr>")
                    .arg(QString::fromLatin1(filter).toHtmlEscaped(), spoken(meaning).toHtmlEscaped());
    return page + QStringLiteral("</table>");
}
}  // namespace

void show_handbook(const QList<QAction*>& actions, QWidget* parent) {
    QString page = filter_page() + QStringLiteral("<h3>%1</h3><table cellpadding='3'>").arg(spoken(QT_TRANSLATE_NOOP("Help", "Keys")));
    for (const auto* action : actions) {
        if (action->shortcuts().isEmpty()) continue;
        page += QStringLiteral("<tr><td>%1</td><td>%2</td></tr>")
                    .arg(QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)
                             .replace(QLatin1String("; "), QLatin1String(", "))
                             .toHtmlEscaped(),
                         QString(action->text()).remove(QLatin1Char('&')).toHtmlEscaped());
    }
    QDialog dialog(parent);
    dialog.setWindowTitle(spoken(QT_TRANSLATE_NOOP("Help", "Keys and filters")));
    auto* text = new QTextBrowser(&dialog);
    text->setAccessibleName(dialog.windowTitle());
    text->setHtml(page + QStringLiteral("</table>"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(&dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog.resize(680, 620);
    dialog.exec();
}

void show_about(QWidget* parent) {
    QMessageBox box(parent);
    box.setWindowTitle(spoken(QT_TRANSLATE_NOOP("Help", "About Sallyport")));
    box.setIconPixmap(application_icon().pixmap(64, 64));
    box.setText(QStringLiteral("<b>Sallyport %1</b>").arg(QCoreApplication::applicationVersion()));
    box.setInformativeText(spoken(QT_TRANSLATE_NOOP(
        "Help", "See any packet, stop it, or send your own.\n\nFree software under the GNU General Public License, version 3 or later.")));
    box.exec();
}

}  // namespace sallyport
