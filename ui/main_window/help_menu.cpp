#include "ui/main_window/help_menu.h"

#include "ui/main_window/command_palette.h"
#include "ui/main_window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <utility>
#include <vector>

namespace circumplex {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("circumplex::HelpMenu", text);
}

using Rows = std::vector<std::pair<QString, QString>>;

/// @param isCode  the first column is typed as it stands, in any language from left to right
QString tableOf(const Rows& rows, bool isCode)
{
    QString html = QStringLiteral("<table cellspacing=0 cellpadding=4>");
    for (const auto& [left, right] : rows)
        html += QStringLiteral("<tr><td style='white-space:pre'>%1</td><td>%2</td></tr>")
                    .arg(isCode ? QStringLiteral("<b dir='ltr'>%1</b>").arg(left.toHtmlEscaped())
                                : left.toHtmlEscaped(),
                        right.toHtmlEscaped());
    return html + QStringLiteral("</table>");
}

void showPage(QWidget& window, const QString& title, const QString& html, QSize size)
{
    auto* dialog = new QDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    auto* column = new QVBoxLayout(dialog);
    auto* text = new QTextBrowser(dialog);
    text->setAccessibleName(title);
    text->setOpenExternalLinks(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setHtml(html);
    column->addWidget(text);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    column->addWidget(buttons);
    dialog->resize(size.boundedTo(window.size()));
    dialog->open();
}

QString searchText()
{
    const auto q = [](const char* query) { return QString::fromLatin1(query); };
    const Rows rows {
        { q("bach prelude"),
            tr("words that begin so, in title, artist, album, genre, folder or file") },
        { q("\"moonlight sonata\""), tr("these words one after the other") },
        { q("artist:bach  genre:jazz"), tr("words in one place: also title, album, albumartist") },
        { q("mood:calm"), tr("calm is among the song's five strongest moods") },
        { q("happy>0.7"), tr("the probability of a mood, 0 to 1") },
        { q("valence>6  arousal:2..4"), tr("how pleasant, how excited, 1 to 9") },
        { q("valence.slope>1"),
            tr("the song becomes more pleasant; also start, end, mean, range, peak, turns") },
        { q("key:minor  key:\"A minor\""), tr("the key") },
        { q("year:1970..1979  duration>5:00"), tr("years, lengths; both ends belong to it") },
        { q("added>2024-01-31"), tr("when the song came into the library") },
        { q("path:music/bach"), tr("anywhere in the file's path") },
        { q("is:unannotated"),
            tr("a state; also annotated, failed, missing, offline, labelled, stale, duplicate") },
        { q("tag:calm"), tr("a person gave this tag") },
        { q("playlist:\"Sunday\""), tr("the songs of a playlist") },
        { q("a or b,  not a,  -a,  ( )"),
            tr("one of two; not; brackets. Side by side, all must hold") }
    };
    return QStringLiteral("<p>%1</p>")
               .arg(tr(
                   "Moods, valence, arousal and key are the model's. A song that is not analysed "
                   "fulfils no condition on them."))
        + tableOf(rows, true);
}

QString keysText(const MainWindow& window)
{
    Rows rows;
    for (const QAction* action : window.commands())
        for (const QKeySequence& keys : action->shortcuts())
            rows.emplace_back(plainText(*action), keys.toString(QKeySequence::NativeText));
    return tableOf(rows, false);
}

QString aboutText()
{
    return QStringLiteral("<h3>Circumplex %1</h3><p>%2</p><p>%3</p><p>%4</p><p>%5</p>")
        .arg(QApplication::applicationVersion(),
            tr("Listens to a music library and draws how each piece feels over time: valence "
               "(unpleasant to pleasant), arousal (calm to excited) and moods, as models guess "
               "them. What people feel may differ; the bands say by how much."),
            tr("No audio leaves this computer. Only the download of models, when you ask for it, "
               "uses the network."),
            tr("Free software under the GNU General Public License, version 3 or later, without "
               "any warranty. Models have licences of their own: see the page Models."),
            tr("Made with Qt, QCustomPlot, LibTorch, FFmpeg, SQLite, TagLib, Rubber Band, "
               "Chromaprint, soxr and libebur128. The plane of valence and arousal is James "
               "Russell's circumplex (1980); the model follows Music2Emo (Kang and Herremans, "
               "2025)."));
}

} // namespace

void addHelpMenu(MainWindow& window)
{
    const auto add = [&window](const QString& text, const QKeySequence& keys, auto act) {
        QObject::connect(
            window.addCommand(window.helpMenu(), text, keys), &QAction::triggered, &window, act);
    };
    add(tr("What the search understands"), QKeySequence::HelpContents, [&window] {
        showPage(window, tr("What the search understands"), searchText(), { 720, 560 });
    });
    add(tr("All keys"), {}, [&window] {
        showPage(window, tr("All keys"), keysText(window), { 560, 560 });
    });
    add(tr("About Circumplex"), {}, [&window] {
        showPage(window, tr("About Circumplex"), aboutText(), { 560, 420 });
    });
}

} // namespace circumplex
