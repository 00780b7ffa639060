#include "core/services/settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace circumplex;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack()
    {
        Settings settings;
        settings.window = { QByteArray("\x01\x00\x02", 3), QStringLiteral("plane") };
        settings.library = { QStringLiteral("/music/library.circumplex"),
            QStringLiteral("valence>6 \"a, b\""), QByteArray("\xff\x00", 2), true, true,
            { QStringLiteral("0\tcalm\tmood:calm") }, QStringLiteral("-valence"), 3, 77 };
        settings.look.appearance = Appearance::Dark;
        settings.look.language = QStringLiteral("de");
        settings.analysis = { false, 50, false, 0.5, 20.0, 100 };
        settings.playback = { 0.25, true, false };
        settings.label = { QStringLiteral("Ada"), true, 2, true, false, false, 15.0, 3,
            QStringLiteral("nanoKONTROL2"), QStringLiteral("1:0"), QStringLiteral("1:128") };
        const SettingsFile file(m_folder.filePath(QStringLiteral("every.ini")));
        QVERIFY(file.save(settings));

        const Settings read = file.load();
        QCOMPARE(read.window.geometry, settings.window.geometry);
        QCOMPARE(read.window.page, settings.window.page);
        QCOMPARE(read.library.file, settings.library.file);
        QCOMPARE(read.library.query, settings.library.query);
        QCOMPARE(read.library.columns, settings.library.columns);
        QCOMPARE(read.library.isCompact, true);
        QCOMPARE(read.library.showsFacets, true);
        QCOMPARE(read.library.facets, settings.library.facets);
        QCOMPARE(read.library.order, settings.library.order);
        QCOMPARE(read.library.part, 3);
        QCOMPARE(read.library.topTrack, qint64 { 77 });
        QCOMPARE(read.look.appearance, Appearance::Dark);
        QCOMPARE(read.look.language, QStringLiteral("de"));
        QCOMPARE(read.analysis.isAutomatic, false);
        QCOMPARE(read.analysis.coresPercent, 50);
        QCOMPARE(read.analysis.isGentle, false);
        QCOMPARE(read.analysis.curveHopSeconds, 0.5);
        QCOMPARE(read.analysis.curveWindowSeconds, 20.0);
        QCOMPARE(read.analysis.cacheMegabytes, 100);
        QCOMPARE(read.playback.volume, 0.25);
        QCOMPARE(read.playback.isRepeating, true);
        QCOMPARE(read.playback.goesOn, false);
        QCOMPARE(read.label.rater, QStringLiteral("Ada"));
        QCOMPARE(read.label.isFelt, true);
        QCOMPARE(read.label.axes, 2);
        QCOMPARE(read.label.isContinuous, false);
        QCOMPARE(read.label.isBlind, false);
        QCOMPARE(read.label.orientationSeconds, 15.0);
        QCOMPARE(read.label.isRelative, true);
        QCOMPARE(read.label.instrument, 3);
        QCOMPARE(read.label.midiDevice, QStringLiteral("nanoKONTROL2"));
        QCOMPARE(read.label.valenceFader, QStringLiteral("1:0"));
        QCOMPARE(read.label.arousalFader, QStringLiteral("1:128"));
    }

    void aMissingFileGivesDefaults()
    {
        const Settings read = SettingsFile(m_folder.filePath(QStringLiteral("none.ini"))).load();
        QCOMPARE(read.window.page, QStringLiteral("library"));
        QCOMPARE(read.analysis.coresPercent, 100);
    }

    void whatIsOutOfRangeHasItsDefault()
    {
        const QString path = m_folder.filePath(QStringLiteral("odd.ini"));
        {
            QSettings ini(path, QSettings::IniFormat);
            ini.setValue(QStringLiteral("analysis/coresPercent"), -3);
            ini.setValue(QStringLiteral("analysis/curveHopSeconds"), QStringLiteral("nan"));
            ini.setValue(QStringLiteral("look/appearance"), 17);
        }
        const Settings read = SettingsFile(path).load();
        QCOMPARE(read.analysis.coresPercent, 100);
        QCOMPARE(read.analysis.curveHopSeconds, 1.0);
        QCOMPARE(read.look.appearance, Appearance::System);
    }

    void otherKeysOfTheFileStay()
    {
        const QString path = m_folder.filePath(QStringLiteral("shared.ini"));
        QSettings(path, QSettings::IniFormat).setValue(QStringLiteral("models/inUse"), 5);
        QVERIFY(SettingsFile(path).save({}));
        QCOMPARE(QSettings(path, QSettings::IniFormat).value(QStringLiteral("models/inUse")), 5);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SettingsTest)
#include "tst_settings.moc"
