#include "ui/common/glossary.h"
#include "ui/models/card_sentences.h"
#include "ui/models/fetch_pace.h"
#include "ui/models/installed_model_card.h"
#include "ui/models/model_card_text.h"
#include "ui/models/model_comparison.h"
#include "ui/models/model_download_panel.h"
#include "ui/models/model_import_panel.h"
#include "ui/models/models_page.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTimer>
#include <QTranslator>

#include <functional>

using namespace circumplex;

namespace {

QJsonObject exampleCard()
{
    return QJsonDocument::fromJson(R"({
        "encoder": { "kind": "musicnn" }, "chords": { "kind": "crema" },
        "licences": [ { "part": "head", "licence": "CC BY 4.0" } ],
        "data": [ { "set": "piano", "tracks": 162, "what": "rated pieces" } ],
        "scores": [ { "set": "piano", "scores": { "valence_r2": { "mean": 0.425 } } } ],
        "limits": [ "Piano only." ] })")
        .object();
}

std::vector<ShownModel> twoModels()
{
    ShownModel shipped;
    shipped.bytes = 20'000'000;
    shipped.isInUse = true;
    shipped.model.name = "starter";
    shipped.model.title = "Starter";
    shipped.model.hash = std::string(64, 'a');
    shipped.model.isShipped = true;
    shipped.model.card = exampleCard();
    ShownModel own;
    own.model.name = "mine";
    own.model.hash = std::string(64, 'b');
    return { shipped, own };
}

ModelsMessage failed(const QString& sentence)
{
    return { .sentence = sentence, .kind = ModelsMessage::Kind::Failed, .canTryAgain = true };
}

/// The visible words of a widget and of what is in it.
QString wordsOf(const QWidget& widget)
{
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisible()) words << label->text();
    return words.join(QLatin1Char('\n'));
}

QPushButton* buttonWith(const QWidget& widget, const QString& text)
{
    for (QPushButton* button : widget.findChildren<QPushButton*>())
        if (button->text() == text && button->isVisible()) return button;
    return nullptr;
}

/// Stands in for a language that is fully translated.
class Shouting : public QTranslator {
public:
    bool isEmpty() const override { return false; }

    QString translate(const char*, const char* text, const char*, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
};

/// Presses a button of the message box that is about to come. @return what the box said
QString answerWith(
    const std::function<void(QMessageBox&)>& answer, const std::function<void()>& ask)
{
    QString said;
    QTimer::singleShot(50, qApp, [&] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (!box) return;
        said = box->text() + box->informativeText();
        answer(*box);
    });
    ask();
    return said;
}

QPushButton* buttonNamed(const QWidget& page, const QString& name)
{
    for (QPushButton* button : page.findChildren<QPushButton*>())
        if (button->accessibleName() == name) return button;
    return nullptr;
}

} // namespace

class ModelsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cardsSayWhatTheCardSays()
    {
        QCOMPARE(partsText(exampleCard()),
            QStringLiteral("MusiCNN hears the music, crema hears the chords"));
        QCOMPARE(licenceLines(exampleCard()).at(0).text, QStringLiteral("Judges: CC BY 4.0"));
        const CardLine score = scoreLines(exampleCard()).at(0);
        QCOMPARE(score.text,
            QStringLiteral("piano: Valence, explained (R\u00b2) %1")
                .arg(QLocale().toString(0.425, 'f', 2)));
        QVERIFY(score.tip.contains(u"share of the differences"));
        QVERIFY(dataLines(exampleCard()).at(0).text.contains(u"162"));
        QVERIFY(scoreLines({}).empty());
        QVERIFY(!cardAgreement(exampleCard()));
        QVERIFY(partsText({}).isEmpty());
    }

    /// Everything that people read on the card of the model that comes along.
    void theStartersOwnCardIsTranslated()
    {
        QFile file(QStringLiteral(CIRCUMPLEX_TEST_DATA "/../../models/starter/card.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject card = QJsonDocument::fromJson(file.readAll()).object();
        QVERIFY(!card.isEmpty());
        for (const QJsonValue& limit : card[QStringLiteral("limits")].toArray())
            QVERIFY2(isCardSentence(limit.toString()), qPrintable(limit.toString()));
        for (const QJsonValue& set : card[QStringLiteral("data")].toArray()) {
            const QString what = set[QStringLiteral("what")].toString();
            QVERIFY2(isCardSentence(what), qPrintable(what));
        }
        const auto scores = cardScores(card);
        QVERIFY(scores.size() > 10);
        for (const CardScore& score : scores) {
            QVERIFY2(!glossaryName(score.measure).isEmpty(), qPrintable(score.measure));
            QVERIFY2(!glossaryText(score.set).isEmpty(), qPrintable(score.set));
        }
        QCOMPARE(cardAgreement(card)->set, QStringLiteral("vgmidi"));
        QVERIFY(cardAgreement(card)->arousal > cardAgreement(card)->valence);

        Shouting shouting;
        QApplication::installTranslator(&shouting);
        for (const CardLine& line : limitLines(card))
            QCOMPARE(line.text, line.text.toUpper());
        QCOMPARE(cardText(QStringLiteral("By hand.")), QStringLiteral("By hand."));
    }

    void whatNobodyTranslatedIsQuotedInOnePieceInArabic()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const QString text = limitLines(exampleCard()).at(0).text;
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(text, QStringLiteral("\u201c\u2068Piano only.\u2069\u201d"));
    }

    void detailsAreFoldedAndStayAsTheyWere()
    {
        ModelsPage page;
        page.setModels(twoModels());
        page.show();
        auto* card = page.findChild<InstalledModelCard*>(QStringLiteral("starter"));
        QVERIFY(!wordsOf(*card).contains(u"Piano only."));
        QTest::mouseClick(
            buttonNamed(page, QStringLiteral("Details \u2026: starter")), Qt::LeftButton);
        QVERIFY(wordsOf(*card).contains(u"Piano only."));
        auto models = twoModels();
        models[1].isInUse = true;
        page.setModels(models);
        card = page.findChild<InstalledModelCard*>(QStringLiteral("starter"));
        QVERIFY(wordsOf(*card).contains(u"Piano only."));
    }

    void theWholeHashCanBeCopied()
    {
        ModelsPage page;
        page.setModels(twoModels());
        page.show();
        QVERIFY(!wordsOf(page).contains(QString(13, u'a')));
        QTest::mouseClick(
            buttonNamed(page, QStringLiteral("Copy name and hash: starter")), Qt::LeftButton);
        QCOMPARE(
            QGuiApplication::clipboard()->text(), QStringLiteral("starter@") + QString(64, u'a'));
    }

    void aBrokenModelSaysWhyAndCannotBeUsed()
    {
        auto models = twoModels();
        models[1].model.problem = "head.safetensors is missing";
        models[1].model.hash.clear();
        ModelsPage page;
        page.setModels(models);
        page.show();
        const auto* card = page.findChild<InstalledModelCard*>(QStringLiteral("mine"));
        QVERIFY(wordsOf(*card).contains(u"head.safetensors is missing"));
        const auto* use = buttonNamed(page, QStringLiteral("Use: mine"));
        QVERIFY(use && !use->isEnabled());
        QVERIFY(use->toolTip().contains(u"head.safetensors is missing"));
        QVERIFY(!buttonWith(page, QStringLiteral("Use the starter")));
    }

    void aModelInUseThatFailedItsCheckOffersTheStarter()
    {
        auto models = twoModels();
        models[0].isInUse = false;
        models[1].isInUse = true;
        ModelsPage page;
        page.setModels(models);
        page.show();
        auto message = failed(QStringLiteral("head.safetensors is not the one"));
        message.isLasting = true;
        page.setMessage(QStringLiteral("mine"), message);
        page.hide();
        page.show();
        page.hide();
        page.show(); // it is as broken as before
        QVERIFY(wordsOf(page).contains(u"not the one"));
        const QSignalSpy used(&page, &ModelsPage::useWanted),
            verified(&page, &ModelsPage::verifyWanted);
        QTest::mouseClick(buttonWith(page, QStringLiteral("Try again")), Qt::LeftButton);
        QCOMPARE(verified.at(0).at(0).toString(), QStringLiteral("mine"));
        QTest::mouseClick(buttonWith(page, QStringLiteral("Use the starter")), Qt::LeftButton);
        QCOMPARE(used.at(0).at(0).toString(), QStringLiteral("starter"));
        page.setMessage(QStringLiteral("mine"), {});
        QVERIFY(!buttonWith(page, QStringLiteral("Use the starter")));
    }

    void messagesStandInTheirPanelAndGoWhenTheyWereSeen()
    {
        ModelsPage page;
        page.setModels(twoModels());
        page.setMessage(QString::fromLatin1(ModelsPage::kImportPlace),
            failed(QStringLiteral("It is cut off.")));
        page.show();
        QVERIFY(wordsOf(page.importPanel()).contains(u"cut off"));
        page.hide();
        page.show();
        QVERIFY(!wordsOf(page).contains(u"cut off"));
    }

    void theListStaysWhereItWas()
    {
        ModelsPage page;
        page.resize(700, 300);
        page.setModels(twoModels());
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        QScrollBar* bar = page.findChild<QScrollArea*>()->verticalScrollBar();
        QVERIFY(bar->maximum() > 200);
        bar->setValue(200);
        auto models = twoModels();
        models[1].model.title = "Other";
        page.setModels(models);
        QTest::qWait(50);
        QCOMPARE(bar->value(), 200);
    }

    void removingIsAskedForAndEnterKeeps()
    {
        auto models = twoModels();
        models[1].model.title = "My own";
        models[1].model.folder = "/models/mine";
        ModelsPage page;
        page.setModels(models);
        page.show();
        const QSignalSpy removed(&page, &ModelsPage::removeWanted);
        const auto ask = [&] {
            QTest::mouseClick(buttonNamed(page, QStringLiteral("Remove: mine")), Qt::LeftButton);
        };
        const QString said
            = answerWith([](QMessageBox& box) { QTest::keyClick(&box, Qt::Key_Return); }, ask);
        QVERIFY(said.contains(u"My own") && said.contains(u"/models/mine"));
        QCOMPARE(removed.count(), 0);
        answerWith(
            [](QMessageBox& box) {
                QTest::mouseClick(buttonWith(box, QStringLiteral("Delete")), Qt::LeftButton);
            },
            ask);
        QCOMPARE(removed.count(), 1);
    }

    /// From the first card to the last field, downwards, and in a line as it is read.
    void theTabulatorFollowsTheScreen()
    {
        ModelsPage page;
        page.resize(900, 1600);
        auto models = twoModels();
        models[1].model.card = exampleCard();
        page.setModels(models);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        buttonNamed(page, QStringLiteral("Verify: starter"))->setFocus();
        QPoint before(-1, -1);
        QStringList names;
        for (int step = 0; step < 30; ++step) {
            const QWidget* focused = QApplication::focusWidget();
            QVERIFY(focused);
            const QPoint centre = focused->mapTo(&page, focused->rect().center());
            if (focused->accessibleName().startsWith(u"Compare")) break;
            QVERIFY2(centre.y() > before.y() + 8
                    || (std::abs(centre.y() - before.y()) <= 8 && centre.x() > before.x()),
                qPrintable(focused->accessibleName()));
            before = centre;
            names << focused->accessibleName();
            if (focused->accessibleName() == u"Name of the new model") break;
            QTest::keyClick(&page, Qt::Key_Tab);
        }
        QVERIFY(names.size() > 12);
        QCOMPARE(names.constLast(), QStringLiteral("Name of the new model"));
    }

    void eachModelOffersWhatCanBeDoneWithIt()
    {
        ModelsPage page;
        page.setModels(twoModels());
        QVERIFY(!buttonNamed(page, QStringLiteral("Use: starter")));
        QVERIFY(!buttonNamed(page, QStringLiteral("Remove: starter")));
        QVERIFY(buttonNamed(page, QStringLiteral("Remove: mine")));
        const QSignalSpy used(&page, &ModelsPage::useWanted),
            verified(&page, &ModelsPage::verifyWanted);
        QTest::mouseClick(buttonNamed(page, QStringLiteral("Use: mine")), Qt::LeftButton);
        QTest::mouseClick(buttonNamed(page, QStringLiteral("Verify: starter")), Qt::LeftButton);
        QCOMPARE(used.at(0).at(0).toString(), QStringLiteral("mine"));
        QCOMPARE(verified.at(0).at(0).toString(), QStringLiteral("starter"));
        page.setBusy(true);
        QVERIFY(!buttonNamed(page, QStringLiteral("Use: mine"))->isEnabled());
    }

    void theFocusComesBackToWhatWasPressed()
    {
        ModelsPage page;
        page.setModels(twoModels());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        buttonNamed(page, QStringLiteral("Verify: starter"))->setFocus();
        page.setBusy(true);
        page.setBusy(false);
        QVERIFY(buttonNamed(page, QStringLiteral("Verify: starter"))->hasFocus());
        auto models = twoModels();
        models[1].bytes = 7;
        page.setModels(models);
        QVERIFY(buttonNamed(page, QStringLiteral("Verify: starter"))->hasFocus());
    }

    void downloadingNeedsEveryLicence()
    {
        ModelsPage page;
        ModelDownloadPanel& panel = page.downloadPanel();
        QPushButton* start = nullptr;
        for (QPushButton* button : panel.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Download")) start = button;
        const auto boxes = panel.findChildren<QCheckBox*>();
        QCOMPARE(boxes.size(), 3);
        for (QCheckBox* box : boxes) {
            QVERIFY(!start->isEnabled());
            QTest::keyClick(box, Qt::Key_Space);
        }
        QVERIFY(start->isEnabled());
        QLineEdit* address = nullptr;
        for (QLineEdit* edit : panel.findChildren<QLineEdit*>())
            if (edit->accessibleName() == u"Address of Music2Emo") address = edit;
        QVERIFY(address);
        address->setText(QStringLiteral("https://example.org/a"));
        const QSignalSpy wanted(&page, &ModelsPage::fetchWanted);
        QTest::mouseClick(start, Qt::LeftButton);
        const QStringList arguments = wanted.at(0).at(0).toStringList();
        QCOMPARE(arguments.mid(0, 3),
            QStringList({ QStringLiteral("--name"), QStringLiteral("music2emo"),
                QStringLiteral("--accept-licences") }));
        QCOMPARE(arguments.at(arguments.indexOf(QStringLiteral("--music2emo")) + 1),
            QStringLiteral("https://example.org/a"));
        QVERIFY(arguments.at(arguments.indexOf(QStringLiteral("--btc")) + 1)
                    .startsWith(u"https://github.com/jayg996/BTC-ISMIR19/"));
        address->clear();
        QVERIFY(!start->isEnabled());
    }

    void aDownloadIsShownAndCanBeStopped()
    {
        ModelsPage page;
        page.show();
        ModelDownloadPanel& panel = page.downloadPanel();
        panel.setFetching(true);
        panel.setProgress(QStringLiteral("mert"), 100'000'000, 377'552'987);
        QVERIFY(wordsOf(panel).contains(u"File 1 of 3 \u00b7 100 of 403 MB"));
        QCOMPARE(panel.findChild<QProgressBar*>()->value(), 248);
        panel.setProgress(QStringLiteral("nothing"), 1, 2);
        QCOMPARE(panel.findChild<QProgressBar*>()->value(), 248);
        panel.setProgress(QStringLiteral("music2emo"), 12'000'000, 12'958'092);
        QVERIFY(wordsOf(panel).contains(u"File 2 of 3 \u00b7 390 of 403 MB"));
        page.setModels(twoModels());
        QVERIFY(buttonNamed(page, QStringLiteral("Use: mine"))->isEnabled());
        const QSignalSpy stopped(&page, &ModelsPage::stopWanted);
        for (QPushButton* button : panel.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Stop") && button->isVisible())
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(stopped.count(), 1);
    }

    void thePaceSaysWhenItIsOver()
    {
        FetchPace pace;
        pace.add(0, 0);
        pace.add(1'000, 1'000'000);
        QVERIFY(!pace.secondsLeft(100'000'000)); // too soon to say
        pace.add(4'000, 4'000'000);
        QCOMPARE(pace.secondsLeft(100'000'000).value(), 96.0);
        pace.add(14'000, 4'000'000);
        pace.add(40'000, 4'000'000); // nothing came for long
        QVERIFY(!pace.secondsLeft(100'000'000));
        pace.add(41'000, 0); // from the beginning
        pace.add(44'000, 6'000'000);
        QCOMPARE(pace.secondsLeft(12'000'000).value(), 3.0);
    }

    void theProxyIsChosenWhereDownloadsStart()
    {
        ModelsPage page;
        page.show();
        ModelDownloadPanel& panel = page.downloadPanel();
        panel.setProxy({ .kind = ProxyChoice::Kind::None });
        const QSignalSpy changed(&panel, &ModelDownloadPanel::proxyChanged);
        panel.showWays();
        auto* kind = panel.findChild<QComboBox*>();
        QVERIFY(kind->isVisible());
        QCOMPARE(kind->currentIndex(), 1);
        for (QCheckBox* box : panel.findChildren<QCheckBox*>())
            QTest::keyClick(box, Qt::Key_Space);
        QPushButton* start = buttonWith(page, QStringLiteral("Download"));
        QVERIFY(start->isEnabled());
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        QVERIFY(!start->isEnabled());
        QCOMPARE(changed.count(), 0);
        for (QLineEdit* edit : panel.findChildren<QLineEdit*>())
            if (edit->accessibleName() == u"Address of the proxy")
                QTest::keyClicks(edit, QStringLiteral("proxy:3128"));
        QVERIFY(start->isEnabled());
        QVERIFY(changed.count() > 0);
        QCOMPARE(panel.proxy(),
            (ProxyChoice { ProxyChoice::Kind::Address, QStringLiteral("proxy:3128") }));
    }

    void whatIsInstalledIsNotOffered()
    {
        ModelsPage page;
        page.setModels(twoModels());
        QVERIFY(!page.downloadPanel().isHidden());
        std::vector<ShownModel> models = twoModels();
        models[1].model.name = "music2emo";
        page.setModels(models);
        QVERIFY(page.downloadPanel().isHidden());
        // Removed by somebody else while it is shown.
        models.pop_back();
        page.setModels(models);
        QVERIFY(!page.downloadPanel().isHidden());
        QVERIFY(!buttonNamed(page, QStringLiteral("Use: music2emo")));
    }

    void scoresStandSideBySide()
    {
        std::vector<ShownModel> models = twoModels();
        QVERIFY(!ModelComparison::isPossible(models));
        models[1].model.card = exampleCard();
        models[1].model.card[QStringLiteral("scores")]
            = QJsonDocument::fromJson(R"([ { "set": "piano", "scores": {
                "valence_r2": 0.5, "valence_rmse": 0.6 } } ])")
                  .array();
        QVERIFY(ModelComparison::isPossible(models));
        const ModelComparison comparison(models);
        const auto* table = comparison.findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->columnCount(), 4);
        QCOMPARE(table->horizontalHeaderItem(2)->text(), QStringLiteral("Starter"));
        QVERIFY(table->horizontalHeaderItem(2)->toolTip().contains(u"starter@"));
        QVERIFY(table->item(0, 1)->toolTip().contains(u"share of the differences"));
        QCOMPARE(table->item(0, 3)->text(), QLocale().toString(0.5, 'f', 3));
        QVERIFY(table->item(0, 3)->font().weight() > table->item(0, 2)->font().weight());
        // What only one model has stands below, and there is no best of it.
        QCOMPARE(table->item(1, 1)->text(), QStringLiteral("Valence, error (RMSE)"));
        QCOMPARE(table->item(1, 2)->text(), QStringLiteral("\u2013"));
        QCOMPARE(table->item(1, 3)->font().weight(), table->item(1, 2)->font().weight());
    }

    void whatIsDroppedIsShownAndWhatIsNotKnownIsSaid()
    {
        ModelsPage page;
        page.resize(700, 300);
        page.setModels(twoModels());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QScrollBar* bar = page.findChild<QScrollArea*>()->verticalScrollBar();
        QCOMPARE(bar->value(), 0);
        QVERIFY(page.takeFiles({ QStringLiteral("/d/J_all.ckpt") }).isEmpty());
        const QWidget& panel = page.importPanel();
        QVERIFY(wordsOf(panel).contains(u"J_all.ckpt taken; 2 file"));
        QTRY_VERIFY(bar->value() > 200);
        QVERIFY(panel.isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(page.takeFiles({ QStringLiteral("/d/notes.txt") }),
            QStringList { QStringLiteral("/d/notes.txt") });
        QVERIFY(wordsOf(panel).contains(
            u"notes.txt is none of the three files that a model is made of."));
        QVERIFY(!wordsOf(panel).contains(u"J_all.ckpt taken"));
    }

    void filesFindTheirFieldsAndTheImportStartsWhenAllAreThere()
    {
        ModelsPage page;
        QPushButton* start = nullptr;
        for (QPushButton* button : page.importPanel().findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Import")) start = button;
        QVERIFY(start && !start->isEnabled());
        page.takeFiles({ QStringLiteral("/d/btc_model_large_voca.pt"),
            QStringLiteral("/d/J_all.ckpt"), QStringLiteral("/d/song.flac") });
        QVERIFY(!start->isEnabled());
        QVERIFY(start->toolTip().contains(u"MERT"));
        page.takeFiles({ QStringLiteral("/d/pytorch_model.bin") });
        QVERIFY(start->isEnabled());
        const QSignalSpy wanted(&page, &ModelsPage::importWanted);
        QTest::mouseClick(start, Qt::LeftButton);
        QCOMPARE(wanted.at(0).at(0).toStringList(),
            QStringList({ QStringLiteral("--name"), QStringLiteral("music2emo"),
                QStringLiteral("--music2emo"), QStringLiteral("/d/J_all.ckpt"),
                QStringLiteral("--mert"), QStringLiteral("/d/pytorch_model.bin"),
                QStringLiteral("--btc"), QStringLiteral("/d/btc_model_large_voca.pt") }));
        QVERIFY(!ModelsPage::isModelFile(QStringLiteral("/d/song.flac")));
    }
};

QTEST_MAIN(ModelsPageTest)
#include "tst_models_page.moc"
