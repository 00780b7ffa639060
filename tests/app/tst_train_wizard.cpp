#include "app/desktop/train_link.h"
#include "core/services/model_registry.h"
#include "tests/app/rated_sounds.h"
#include "tests/app/window_driver.h"
#include "ui/train/loss_plot.h"
#include "ui/train/train_page.h"

#include <QSignalSpy>
#include <QTableWidget>

using namespace circumplex;

namespace {

constexpr int kPatienceMs = 120'000; // for a training, on a busy machine

} // namespace

/// The page Train with the real command behind it, on a small library.
class TrainWizardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_library.shareFolders();
        test::writeFolders(m_library);
        QCOMPARE(m_library.scan().exitCode, 0);
        QCOMPARE(m_library.annotate().exitCode, 0);
    }

    void labelsBecomeAModelInUseAndOneClickGoesBack()
    {
        TrainPage page;
        TrainLink link(page, m_library.file().toStdString());
        page.resize(1000, 700);
        page.show();
        link.refresh();
        // nothing to learn from: the button is off and the way out is open
        QTRY_VERIFY_WITH_TIMEOUT(
            test::canPress(page, QStringLiteral("Import labels \u2026")), kPatienceMs);
        QVERIFY(!test::canPress(page, QStringLiteral("Next: what to train")));
        QCOMPARE(test::importLabels(m_library, test::honestLabels()).exitCode, 0);
        link.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(
            test::canPress(page, QStringLiteral("Next: what to train")), kPatienceMs);
        QTest::mouseClick(
            test::buttonWith(page, QStringLiteral("Next: what to train")), Qt::LeftButton);
        QTest::mouseClick(test::buttonWith(page, QStringLiteral("Start")), Qt::LeftButton);
        QCOMPARE(page.step(), TrainPage::Run);
        QTRY_VERIFY_WITH_TIMEOUT(page.findChild<LossPlot*>()->pointCount() > 0, kPatienceMs);
        // stopped in the middle, and gone on with
        QTest::mouseClick(test::buttonWith(page, QStringLiteral("Stop")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(test::canPress(page, QStringLiteral("Go on")), kPatienceMs);
        QTest::mouseClick(test::buttonWith(page, QStringLiteral("Go on")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(page.step(), TrainPage::Verdict, kPatienceMs);
        QVERIFY(page.findChild<QTableWidget*>()->rowCount() >= 6);

        const auto nameInUse = [] { return ModelRegistry::standard().nameInUse(); };
        QCOMPARE(nameInUse(), std::string("starter"));
        const QSignalSpy changed(&link, &TrainLink::modelsChanged);
        QTest::mouseClick(test::buttonWith(page, QStringLiteral("Use it")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, kPatienceMs);
        QCOMPARE(nameInUse(), std::string("personal"));
        const QString back = QStringLiteral("Back to Starter (MusiCNN, crema)");
        QTRY_VERIFY_WITH_TIMEOUT(test::canPress(page, back), kPatienceMs);
        QTest::mouseClick(test::buttonWith(page, back), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, kPatienceMs);
        QCOMPARE(nameInUse(), std::string("starter"));
        QTRY_VERIFY_WITH_TIMEOUT(!test::buttonWith(page, back), kPatienceMs);
    }

private:
    test::AnnotatedLibrary m_library;
};

QTEST_MAIN(TrainWizardTest)
#include "tst_train_wizard.moc"
