#include "ui/models/model_card_text.h"
#include "ui/models/model_import_panel.h"
#include "ui/models/models_page.h"

#include <QJsonDocument>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
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
