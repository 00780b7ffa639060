#include "ui/settings/settings_page.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

using namespace circumplex;

class SettingsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyValueIsShownAndComesBack()
    {
        SettingsPage page;
        const QSignalSpy changed(&page, &SettingsPage::analysisChanged);
        page.setLook({ Appearance::Dark, QStringLiteral("ar") });
        page.setAnalysis({ false, 50, false, 2.5, 12.0, 512 });
        QCOMPARE(changed.count(), 0);
        QCOMPARE(page.look().appearance, Appearance::Dark);
        QCOMPARE(page.look().language, QStringLiteral("ar"));
        QCOMPARE(page.analysis().isAutomatic, false);
        QCOMPARE(page.analysis().coresPercent, 50);
        QCOMPARE(page.analysis().isGentle, false);
        QCOMPARE(page.analysis().curveHopSeconds, 2.5);
        QCOMPARE(page.analysis().curveWindowSeconds, 12.0);
        QCOMPARE(page.analysis().cacheMegabytes, 512);
    }

    void changingAValueSaysSo()
    {
        SettingsPage page;
        const QSignalSpy look(&page, &SettingsPage::lookChanged);
        const QSignalSpy analysis(&page, &SettingsPage::analysisChanged);
        page.setAnalysis({});
        QTest::keyClick(page.findChild<QComboBox*>(), Qt::Key_Down);
        QCOMPARE(look.count(), 1);
        QCOMPARE(page.look().appearance, Appearance::Light);
        QTest::keyClick(page.findChildren<QSpinBox*>().at(0), Qt::Key_Down);
        QCOMPARE(analysis.count(), 1);
        QCOMPARE(page.analysis().coresPercent, 90);
    }

    void anotherLanguageIsSaidToComeWithTheNextStart()
    {
        SettingsPage page;
        page.setLook({});
        QComboBox* languages = page.findChildren<QComboBox*>().at(1);
        const auto hint = [&page] {
            return std::ranges::any_of(page.findChildren<QLabel*>(), [](const QLabel* label) {
                return !label->isHidden() && label->text().contains(u"started again");
            });
        };
        QVERIFY(!hint());
        const QSignalSpy changed(&page, &SettingsPage::lookChanged);
        languages->setCurrentIndex(languages->findText(QStringLiteral("Deutsch")));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(page.look().language, QStringLiteral("de"));
        QVERIFY(hint());
        const QSignalSpy again(&page, &SettingsPage::restartWanted);
        for (QPushButton* button : page.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Start again now"))
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(again.count(), 1);
    }

    void theWheelChangesOnlyWhatWasChosenBefore()
    {
        SettingsPage page;
        page.setLook({});
        page.resize(700, 500);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const QSignalSpy changed(&page, &SettingsPage::lookChanged);
        auto* colours = page.findChild<QComboBox*>();
        const auto turn = [colours] {
            const QPointF at = QRectF(colours->rect()).center();
            QWheelEvent notch(at, colours->mapToGlobal(at), {}, { 0, -120 }, Qt::NoButton,
                Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(colours, &notch);
        };
        turn();
        QCOMPARE(changed.count(), 0);
        colours->setFocus();
        turn();
        QCOMPARE(changed.count(), 1);
    }

    void aChosenFolderCanBeRemoved()
    {
        SettingsPage page;
        QPushButton* remove = nullptr;
        for (QPushButton* button : page.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Stop watching")) remove = button;
        page.setFolders({ QStringLiteral("/music/rock"), QStringLiteral("/music/jazz") });
        QVERIFY(!remove->isEnabled());
        page.findChild<QListWidget*>()->setCurrentRow(1);
        const QSignalSpy wanted(&page, &SettingsPage::removeFolderWanted);
        QTest::mouseClick(remove, Qt::LeftButton);
        QCOMPARE(wanted.at(0).at(0).toInt(), 1);
    }
};

QTEST_MAIN(SettingsPageTest)
#include "tst_settings_page.moc"
