#include "ui/label/practice_panel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

namespace circumplex {

/// In real time: half a minute.
class PracticePanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followingTheDotMeasuresTheLag()
    {
        PracticePanel panel;
        panel.resize(800, 700);
        panel.show();
        panel.prepare(RatingPlane::Source::Mouse, RatingPlane::Axes::Both);
        QSignalSpy measured(&panel, &PracticePanel::measured);
        QAbstractButton* begin = nullptr;
        for (QAbstractButton* button : panel.findChildren<QAbstractButton*>())
            if (button->text() == u"Begin") begin = button;
        QTest::mouseClick(begin, Qt::LeftButton);
        QElapsedTimer clock;
        clock.start();
        constexpr double kLag = 0.4;
        while (measured.isEmpty() && clock.elapsed() < 40'000) {
            const double seconds = static_cast<double>(clock.nsecsElapsed()) * 1e-9;
            panel.plane().putPlace(
                latency_task::targetAt(seconds - kLag), RatingPlane::Source::Mouse);
            QTest::qWait(8);
        }
        QCOMPARE(measured.size(), 1);
        QVERIFY2(std::abs(measured.at(0).at(0).toDouble() - kLag) < 0.06,
            qPrintable(measured.at(0).at(0).toString()));
    }

    void whoLeavesInTheMiddleIsNotMeasured()
    {
        PracticePanel panel;
        panel.resize(800, 700);
        panel.show();
        panel.prepare(RatingPlane::Source::Keys, RatingPlane::Axes::Both);
        const QSignalSpy measured(&panel, &PracticePanel::measured);
        for (QAbstractButton* button : panel.findChildren<QAbstractButton*>())
            if (button->text() == u"Begin") QTest::mouseClick(button, Qt::LeftButton);
        QTest::keyClick(&panel.plane(), Qt::Key_Right);
        QVERIFY(panel.plane().place());
        panel.hide();
        panel.prepare(RatingPlane::Source::Keys, RatingPlane::Axes::Both);
        QVERIFY(!panel.plane().place());
        QCOMPARE(measured.size(), 0);
    }
};

} // namespace circumplex

QTEST_MAIN(circumplex::PracticePanelTest)
#include "tst_practice_panel.moc"
