#include "ui/train/loss_plot.h"
#include "ui/train/train_page.h"
#include "ui/train/train_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonDocument>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <memory>

using namespace circumplex;

namespace {

// Said by circumplex-cli train --json, about 48 sounds that two people rated; the verdict cut down.
constexpr const char* kPlan = R"({"raters":["Ann","Ben"],"labelled_tracks":50,"usable_tracks":48,
    "groups":12,"valence_tracks":48,"arousal_tracks":48,"tag_tracks":48,"traced_tracks":0,
    "not_heard":2,"warnings":[],"seconds_at_most":2.6,"least_tracks":10,"least_groups":3,
    "label_sets":[{"rater":"Ann","tracks":48,"weight":1.0},{"rater":"Ben","tracks":24,"weight":0.5}],
    "quarters":{"joyful":19,"tense":7,"sad":11,"calm":11}})";
constexpr const char* kEpochs[] = {
    R"({"epoch":1,"epochs_at_most":60,"fit":0,"fits":16,"fold":0,"share":0.25,
        "training_loss":2.68,"validation_loss":2.71,"base_loss":3.25,"best":true})",
    R"({"epoch":2,"epochs_at_most":60,"fit":0,"fits":16,"fold":0,"share":0.25,
        "training_loss":3.79,"validation_loss":2.62,"base_loss":3.5,"best":true})",
    R"({"epoch":1,"epochs_at_most":9,"fit":15,"fits":16,"fold":null,"share":1.0,
        "training_loss":2.6,"validation_loss":null,"best":false})",
};
constexpr const char* kVerdict = R"({"overall":"better","sentence":"","targets":[
    {"name":"valence","judgement":"better","tracks":48,"groups":12,
     "scores":{"ccc":{"base":0.193,"personal":0.965,"interval_95":[0.948,0.977]},
               "r2":{"base":0.170,"personal":0.933,"interval_95":[0.904,0.954]},
               "rmse":{"base":1.93,"personal":0.55,"interval_95":[null,null]}},
     "human_ceiling":{"ccc":0.961,"r2":0.922}},
    {"name":"dark","judgement":"unclear","tracks":48,"groups":12,"given":23,
     "scores":{"pr_auc":{"base":0.82,"personal":0.98,"interval_95":[0.95,1.0]},
               "roc_auc":{"base":0.69,"personal":0.97,"interval_95":[0.94,1.0]}}}],
    "now_right":[{"track":43,"target":"dark","label":1.0,"base":0.29,"personal":0.74,
                  "path":"/music/Night Shift.wav"}],
    "now_wrong":[{"track":10,"target":"arousal","label":2.3,"base":2.1,"personal":1.3,
                  "path":"/music/Long Road.wav"}],
    "learning_curve":{"points":[],"more_for_next_step":10,"sentence":""},"warnings":[]})";

QJsonObject objectOf(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

TrainVerdict verdictWith(const char* overall)
{
    TrainVerdict verdict = readTrainVerdict(objectOf(kVerdict));
    verdict.overall = QString::fromLatin1(overall);
    return verdict;
}

QPushButton* buttonWith(QWidget& page, const char* text)
{
    for (QPushButton* button : page.findChildren<QPushButton*>())
        if (button->text() == QString::fromUtf8(text) && button->isVisible()) return button;
    return nullptr;
}

bool says(QWidget& page, const QString& text)
{
    for (const QLabel* label : page.findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(text)) return true;
    return false;
}

} // namespace

const std::vector<TrainBase> kBases { { QStringLiteral("starter"), QStringLiteral("Starter"),
                                          false },
    { QStringLiteral("music2emo"), QStringLiteral("Music2Emo"), true } };

class TrainPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void arrowsReadTheCurveOfTheError()
    {
        LossPlot plot;
        for (const double loss : { 0.9, 0.5, 0.7 })
            plot.add(0, loss, std::nullopt);
        QCOMPARE(plot.accessibleDescription(), QStringLiteral("now 0.700, at best 0.500"));
        QTest::keyClick(&plot, Qt::Key_Left); // shows where the curve ends
        QTest::keyClick(&plot, Qt::Key_Left);
        QCOMPARE(plot.cursorEpoch(), std::size_t { 1 });
        QCOMPARE(plot.accessibleDescription(), QStringLiteral("epoch 2: 0.5000"));
        QTest::keyClick(&plot, Qt::Key_Home);
        QTest::keyClick(&plot, Qt::Key_Left);
        QCOMPARE(plot.accessibleDescription(), QStringLiteral("epoch 1: 0.9000"));
        QTest::keyClick(&plot, Qt::Key_End);
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.cursorEpoch(), std::size_t { 2 });
        plot.add(1, 0.6, std::nullopt); // a round that has no third epoch yet
        QVERIFY(!plot.cursorEpoch());
        QCOMPARE(plot.accessibleDescription(), QStringLiteral("now 0.600, at best 0.600"));
        QCOMPARE(plot.focusPolicy(), Qt::StrongFocus);
    }

    void init()
    {
        m_page = std::make_unique<TrainPage>();
        m_page->resize(1000, 700);
        m_page->show();
        m_page->setModels(kBases, QStringLiteral("starter"), {}, false);
    }

    void labelsAreWeighedInOneSentence()
    {
        m_page->setPlan(readTrainPlan(objectOf(kPlan)), true);
        QVERIFY(says(
            *m_page, QStringLiteral("Enough for a first try. More tense songs would help most.")));
        QVERIFY(says(*m_page, QStringLiteral("left out")));
        QVERIFY(buttonWith(*m_page, "Next: what to train")->isEnabled());
        const QSignalSpy analysed(m_page.get(), &TrainPage::analysisWanted);
        QTest::mouseClick(buttonWith(*m_page, "Analyse the songs"), Qt::LeftButton);
        QCOMPARE(analysed.size(), 1);
    }

    void whatIsMissingStandsBesideTheButtonThatIsOff()
    {
        TrainPlan plan = readTrainPlan(objectOf(kPlan));
        plan.secondsAtMost.reset();
        plan.usableTracks = 7;
        plan.problem = QStringLiteral("there are labels of 7 tracks");
        m_page->setPlan(plan, true);
        QPushButton* next = buttonWith(*m_page, "Next: what to train");
        QVERIFY(!next->isEnabled());
        QVERIFY(next->accessibleDescription().startsWith(u"3 more labelled song"));
        QVERIFY(says(*m_page, next->accessibleDescription()));
        plan.usableTracks = 12;
        plan.groups = 1;
        m_page->setPlan(plan, true);
        QVERIFY(says(*m_page, QStringLiteral("labelled songs of 2 more artist")));
        plan.labelledTracks = plan.usableTracks = 0;
        m_page->setPlan(plan, true);
        QVERIFY(says(*m_page, QStringLiteral("Nobody has rated anything yet.")));
        QVERIFY(!says(*m_page, QStringLiteral("rated: valence")));
    }

    void ratersAreChosen()
    {
        m_page->setPlan(readTrainPlan(objectOf(kPlan)), true);
        const auto boxes = raterBoxes();
        QCOMPARE(boxes.size(), 2);
        QVERIFY(boxes[1]->text().startsWith(u"Ben: 24 song"));
        QCOMPARE(m_page->chosenRaters(), QStringList()); // everybody's
        const QSignalSpy asked(m_page.get(), &TrainPage::planWanted);
        boxes[1]->setFocus();
        QTest::keyClick(boxes[1], Qt::Key_Space);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(m_page->chosenRaters(), QStringList { QStringLiteral("Ann") });
        // each label counts as much as one says
        const auto weights = m_page->findChildren<QDoubleSpinBox*>();
        QCOMPARE(weights.size(), 2);
        QCOMPARE(weights[1]->value(), 0.5);
        QVERIFY(!weights[1]->isEnabled());
        QCOMPARE(m_page->raterWeights(), QStringList());
        weights[0]->setFocus();
        QTest::keyClick(weights[0], Qt::Key_Up);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(m_page->raterWeights(), QStringList { QStringLiteral("Ann=1.5") });
        // counting one rater's labels leaves the others to choose from
        m_page->setPlan(readTrainPlan(objectOf(kPlan)), false);
        QCOMPARE(raterBoxes().size(), 2);
        QTest::keyClick(boxes[0], Qt::Key_Space);
        QCOMPARE(asked.size(), 2);
        QVERIFY(!buttonWith(*m_page, "Next: what to train")->isEnabled());
        QVERIFY(says(*m_page, QStringLiteral("choose at least one rater")));
    }

    void anotherBaseIsChosen()
    {
        m_page->setPlan(readTrainPlan(objectOf(kPlan)), true);
        QTest::mouseClick(buttonWith(*m_page, "Next: what to train"), Qt::LeftButton);
        QCOMPARE(m_page->base(), QStringLiteral("starter"));
        auto* bases = m_page->findChild<QComboBox*>();
        QCOMPARE(bases->currentText(), QStringLiteral("Starter"));
        const QSignalSpy asked(m_page.get(), &TrainPage::planWanted);
        bases->setFocus();
        QTest::keyClick(bases, Qt::Key_Down);
        QCOMPARE(m_page->base(), QStringLiteral("music2emo"));
        QCOMPARE(asked.size(), 1); // what it takes depends on what the base has heard
        // its network can learn as well; the other's cannot
        QVERIFY(!m_page->adaptsEncoder());
        QCheckBox* encoder = nullptr;
        for (QCheckBox* box : m_page->findChildren<QCheckBox*>())
            if (box->text() == u"Let it learn to hear, too") encoder = box;
        QVERIFY(encoder && encoder->isVisible());
        QTest::mouseClick(encoder, Qt::LeftButton, {}, QPoint(8, encoder->height() / 2));
        QVERIFY(m_page->adaptsEncoder());
        QCOMPARE(asked.size(), 2); // for the time that it takes
        QTest::keyClick(bases, Qt::Key_Up);
        QVERIFY(!encoder->isVisible());
        QVERIFY(!m_page->adaptsEncoder());
    }

    void ratingIsOneClickAway()
    {
        m_page->setPlan(readTrainPlan(objectOf(kPlan)), true);
        const QSignalSpy rating(m_page.get(), &TrainPage::ratingWanted);
        QTest::mouseClick(buttonWith(*m_page, "Rate songs"), Qt::LeftButton);
        QCOMPARE(rating.size(), 1);
    }

    void aTrainingIsSeenStoppedAndGoneOnWith()
    {
        m_page->setPlan(readTrainPlan(objectOf(kPlan)), true);
        auto* list = m_page->findChild<QListWidget*>();
        QVERIFY(!(list->item(TrainPage::Verdict)->flags() & Qt::ItemIsEnabled));
        QTest::keyClick(buttonWith(*m_page, "Next: what to train"), Qt::Key_Space);
        QCOMPARE(m_page->step(), TrainPage::Choice);
        QVERIFY(!m_page->isFromScratch());
        QVERIFY(!buttonWith(*m_page, "Go on where it stopped"));
        const QSignalSpy started(m_page.get(), &TrainPage::startWanted);
        const QSignalSpy stopped(m_page.get(), &TrainPage::stopWanted);
        QTest::mouseClick(buttonWith(*m_page, "Start"), Qt::LeftButton);
        QCOMPARE(started.at(0).at(0).toBool(), false);

        m_page->begin();
        QCOMPARE(m_page->step(), TrainPage::Run);
        for (const char* epoch : kEpochs)
            m_page->addEpoch(readTrainEpoch(objectOf(epoch)));
        // the last round holds nothing out
        const auto* plot = m_page->findChild<LossPlot*>();
        QCOMPARE(plot->pointCount(), std::size_t { 2 });
        QCOMPARE(plot->accessibleDescription(),
            QStringLiteral("now %1, at best %1, old model %2")
                .arg(QLocale().toString(2.62, 'f', 3), QLocale().toString(3.5, 'f', 3)));
        QVERIFY(says(*m_page, QStringLiteral("Round 16 of 16, epoch 1")));
        QVERIFY(says(*m_page, QStringLiteral("left")));
        QTest::mouseClick(buttonWith(*m_page, "Stop"), Qt::LeftButton);
        QCOMPARE(stopped.size(), 1);
        m_page->endWithout(QStringLiteral("Stopped."), true);
        QVERIFY(!buttonWith(*m_page, "Stop"));
        QVERIFY(says(*m_page, QStringLiteral("What is done so far is kept")));
        QTest::mouseClick(buttonWith(*m_page, "Go on"), Qt::LeftButton);
        QCOMPARE(started.at(1).at(0).toBool(), true);
    }

    void aTrainingOfLastTimeCanGoOn()
    {
        m_page->setModels(kBases, QStringLiteral("starter"), {}, true);
        m_page->setPlan(readTrainPlan(objectOf(kPlan)), true);
        QTest::mouseClick(buttonWith(*m_page, "Next: what to train"), Qt::LeftButton);
        const QSignalSpy started(m_page.get(), &TrainPage::startWanted);
        QTest::mouseClick(buttonWith(*m_page, "Go on where it stopped"), Qt::LeftButton);
        QCOMPARE(started.at(0).at(0).toBool(), true);
    }

    void theVerdictIsShownWithItsNumbersAndExamples()
    {
        m_page->setVerdict(readTrainVerdict(objectOf(kVerdict)), QStringLiteral("personal"));
        QCOMPARE(m_page->step(), TrainPage::Verdict);
        QVERIFY(says(*m_page, QStringLiteral("Better for valence.")));
        QVERIFY(says(*m_page, QStringLiteral("Unclear for dark")));
        const auto* table = m_page->findChild<QTableWidget*>();
        QCOMPARE(table->rowCount(), 5);
        const QLocale locale;
        QCOMPARE(table->item(0, 3)->text(), locale.toString(0.193, 'f', 2));
        QCOMPARE(table->item(0, 4)->text(), locale.toString(0.965, 'f', 2));
        QCOMPARE(table->item(0, 6)->text(), locale.toString(0.961, 'f', 2));
        QCOMPARE(table->item(2, 5)->text(), QStringLiteral("\u2013"));

        const QSignalSpy opened(m_page.get(), &TrainPage::trackOpened);
        QListWidget* examples = nullptr;
        for (QListWidget* list : m_page->findChildren<QListWidget*>())
            if (list->accessibleName() == u"Now nearer to you") examples = list;
        QVERIFY(examples);
        QVERIFY(examples->item(0)->text().contains(u"Night Shift"));
        QVERIFY(examples->item(0)->text().contains(u"you yes"));
        const QPoint at = examples->visualItemRect(examples->item(0)).center();
        QTest::mouseClick(examples->viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(examples->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.at(0).at(0).value<TrackId>().value, 43);
    }

    void whatIsAdvisedIsTheMainButton()
    {
        for (const auto& [overall, isUse] :
            { std::pair("better", true), std::pair("unclear", false), std::pair("worse", false) }) {
            m_page->setVerdict(verdictWith(overall), QStringLiteral("personal"));
            QCOMPARE(buttonWith(*m_page, "Use it")->property("primary").toBool(), isUse);
            QCOMPARE(buttonWith(*m_page, "Keep the old")->property("primary").toBool(), !isUse);
        }
        const QSignalSpy kept(m_page.get(), &TrainPage::keepOldWanted);
        QTest::mouseClick(buttonWith(*m_page, "Keep the old"), Qt::LeftButton);
        QCOMPARE(kept.size(), 1);
        QVERIFY(!buttonWith(*m_page, "Use it")->isEnabled()); // once is enough
        m_page->setChosen(QStringLiteral("The old one stays."), false);
        QVERIFY(!buttonWith(*m_page, "Use it"));
        QVERIFY(!buttonWith(*m_page, "Describe my songs with it"));
    }

    void oneClickGoesBackToTheParent()
    {
        QVERIFY(!buttonWith(*m_page, "Back to Starter"));
        m_page->setModels(kBases, QStringLiteral("starter"), QStringLiteral("Starter"), false);
        const QSignalSpy back(m_page.get(), &TrainPage::rollBackWanted);
        QTest::mouseClick(buttonWith(*m_page, "Back to Starter"), Qt::LeftButton);
        QCOMPARE(back.size(), 1);
    }

    void problemsNameTheWayOut()
    {
        const auto problem = [](const char* code) {
            return trainProblem(QString::fromLatin1(code), QStringLiteral("detail"));
        };
        QVERIFY(problem("model-missing").contains(u"page Models"));
        QVERIFY(problem("disk-full").contains(u"Free some space"));
        QVERIFY(problem("file-unwritable").contains(u"Free some space"));
        QVERIFY(problem("refused").contains(u"one artist"));
        QVERIFY(problem("memory-exceeded").contains(u"Close other programs"));
        QVERIFY(problem("file-missing").contains(u"Add a folder"));
        QCOMPARE(problem("labels-unusable"), QStringLiteral("detail"));
        m_page->setProblem(problem("model-missing"));
        QVERIFY(says(*m_page, QStringLiteral("page Models")));
        QVERIFY(!buttonWith(*m_page, "Next: what to train")->isEnabled());
    }

private:
    QList<QCheckBox*> raterBoxes() const
    {
        QList<QCheckBox*> boxes;
        for (QCheckBox* box : m_page->findChildren<QCheckBox*>())
            if (box->text().contains(u" song")) boxes << box;
        return boxes;
    }

    std::unique_ptr<TrainPage> m_page;
};

QTEST_MAIN(TrainPageTest)
#include "tst_train_page.moc"
