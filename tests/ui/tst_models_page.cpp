#include "ui/models/model_card_text.h"
#include "ui/models/model_comparison.h"
#include "ui/models/model_download_panel.h"
#include "ui/models/model_import_panel.h"
#include "ui/models/models_page.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

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
        QCOMPARE(encoderText(exampleCard()), QStringLiteral("musicnn; chords by crema"));
        QCOMPARE(licenceLines(exampleCard()), QStringList { QStringLiteral("head: CC BY 4.0") });
        QCOMPARE(scoreLines(exampleCard()).constFirst(),
            QStringLiteral("piano: valence R\u00b2 %1").arg(QLocale().toString(0.425, 'f', 2)));
        QVERIFY(dataLines(exampleCard()).constFirst().contains(u"162"));
        QCOMPARE(scoreLines({}), QStringList());
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
        page.setMessage(QStringLiteral("Working"), true);
        QVERIFY(!buttonNamed(page, QStringLiteral("Use: mine"))->isEnabled());
    }

    void theFocusComesBackToWhatWasPressed()
    {
        ModelsPage page;
        page.setModels(twoModels());
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        buttonNamed(page, QStringLiteral("Verify: starter"))->setFocus();
        page.setMessage(QStringLiteral("Verifying"), true);
        page.setMessage(QStringLiteral("Done"), false);
        page.setModels(twoModels());
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
        QLineEdit* address = panel.findChildren<QLineEdit*>().at(1);
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
        panel.setProgress(QStringLiteral("mert"), 100'000'000, 400'000'000);
        QCOMPARE(panel.findChild<QProgressBar*>()->value(), 250);
        panel.setProgress(QStringLiteral("nothing"), 1, 2);
        QCOMPARE(panel.findChild<QProgressBar*>()->value(), 250);
        const QSignalSpy stopped(&page, &ModelsPage::stopWanted);
        for (QPushButton* button : panel.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Stop") && button->isVisible())
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(stopped.count(), 1);
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
        QCOMPARE(table->item(0, 3)->text(), QLocale().toString(0.5, 'f', 3));
        QVERIFY(table->item(0, 3)->font().weight() > table->item(0, 2)->font().weight());
        // What only one model has stands below, and there is no best of it.
        QCOMPARE(table->item(1, 1)->text(), QStringLiteral("valence RMSE"));
        QCOMPARE(table->item(1, 2)->text(), QStringLiteral("\u2013"));
        QCOMPARE(table->item(1, 3)->font().weight(), table->item(1, 2)->font().weight());
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
