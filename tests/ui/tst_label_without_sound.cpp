#include "core/library/label_store.h"
#include "core/services/library_reader.h"
#include "tests/core/library/library_fixture.h"
#include "ui/label/label_presenter.h"
#include "ui/label/listening_panel.h"
#include "ui/label/setup_panel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QTest>
#include <QUndoStack>

namespace circumplex {

/// There is no sound device.
class LabelWithoutSoundTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("PULSE_SERVER", "unix:/nonexistent/native"); }

    void nothingIsRatedUnheardAndTheWayOutIsSaid()
    {
        LibraryFixture f;
        f.volume = valueOf(FolderStore(f.library).volumeSeen({ .identity = "uuid:2",
            .mountPoint = f.folder.path().toStdString(),
            .lastSeenAt = 2 }));
        QFile file(f.folder.filePath(QStringLiteral("song.wav")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const TrackId song = f.add("song.wav", { .title = "Song" });
        QUndoStack undo;
        LibraryReader reader(f.file(), {});
        LabelPage page;
        LabelPresenter presenter(page, reader, undo);
        page.resize(1104, 700);
        page.show();
        page.setup().setPlan({ .rater = QStringLiteral("Ada"), .orientationSeconds = 0.0 });
        presenter.offer({ song }, {});
        for (QComboBox* box : page.findChildren<QComboBox*>())
            if (box->accessibleName() == u"Which songs") box->setCurrentIndex(1);
        QTRY_VERIFY(!page.setup().plan().tracks.empty());
        const auto press = [&](const QString& text) {
            for (QAbstractButton* button : page.findChildren<QAbstractButton*>())
                if (button->isVisible() && button->text() == text)
                    QTest::mouseClick(button, Qt::LeftButton);
        };
        press(QStringLiteral("Start rating"));
        QTRY_COMPARE(page.stage(), LabelPage::Stage::Listening);
        const auto isSaid = [&](const QString& words) {
            for (const QLabel* label : page.findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(words)) return true;
            return false;
        };
        QTRY_VERIFY(isSaid(QStringLiteral("There is no sound device")));
        QTest::keyClick(&page.listening().plane(), Qt::Key_Up);
        QTest::qWait(800);
        QVERIFY(valueOf(LabelStore(f.library).of(song)).traces.empty());
        press(QStringLiteral("End the sitting"));
        QCOMPARE(page.stage(), LabelPage::Stage::Summary);
        QVERIFY(isSaid(QStringLiteral("Nothing was rated")));
    }
};

} // namespace circumplex

QTEST_MAIN(circumplex::LabelWithoutSoundTest)
#include "tst_label_without_sound.moc"
