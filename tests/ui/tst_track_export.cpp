#include "tests/ui/track_page_fixture.h"
#include "ui/curve/track_figure.h"

#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTimer>

#include <cmath>

namespace circumplex {

/// The page as a figure in a file.
class TrackExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPictureWithoutAnEndingGetsThatOfItsKind()
    {
        Music music;
        Shown shown(music);
        QTRY_VERIFY(shown.isComplete());
        QTimer::singleShot(0, &shown.page, [&] {
            auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            dialog->setDirectory(music.folder.path());
            Q_EMIT dialog->filterSelected(dialog->nameFilters().at(1));
            auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            QVERIFY(name);
            name->setText(QStringLiteral("picture"));
            QMetaObject::invokeMethod(dialog, "accept");
        });
        shown.page.chooseFigureFile();
        QVERIFY(QFileInfo::exists(music.folder.filePath(QStringLiteral("picture.pdf"))));
    }

    void longTitlesLeaveRoomForTheArtist()
    {
        Music music;
        music.track = music.add("long.wav",
            { .title = std::string(400, 'a') + " endlessly", .artist = "Solqui Enzan" });
        TrackSession session(music.file(), music.waveforms());
        TrackPage page(session);
        QSignalSpy readings(&page, &TrackPage::readingShown);
        page.open(music.track);
        QTRY_COMPARE(readings.size(), 1);
        const QString title = figureTitle(page.lanes().scene(), 600);
        QVERIFY2(title.endsWith(u"… – Solqui Enzan"), qPrintable(title));
    }

    void figuresCarryTheirProvenance()
    {
        Music music;
        music.addPeople();
        Shown shown(music);
        QTRY_VERIFY(shown.isComplete());
        for (const char* name : { "f.svg", "f.pdf", "f.png" }) {
            const QString file = music.folder.filePath(QString::fromLatin1(name));
            QCOMPARE(shown.page.exportFigure(file), QString());
            QVERIFY(test::read(file.toStdString()).size() > 2000);
        }
        const QByteArray svg
            = test::read(music.folder.filePath(QStringLiteral("f.svg")).toStdString());
        for (const char* part :
            { "Corlo Zephyr", "bfloat16", "cuda:0", "song.wav", "Drawn by Ada", "(starter)" })
            QVERIFY2(svg.contains(part), part);
        // Letters are outlines: the picture needs no typeface.
        QVERIFY(!svg.contains("<text"));
        qInfo("svg: %lld bytes", static_cast<long long>(svg.size()));
        QVERIFY(svg.size() < 700'000);
        QVERIFY(test::read(music.folder.filePath(QStringLiteral("f.pdf")).toStdString())
                    .startsWith("%PDF"));
        QImage image(music.folder.filePath(QStringLiteral("f.png")));
        QCOMPARE(image.width(), 2400);
        QVERIFY(image.height() > 1440); // it grows with what it says
        QVERIFY(image.text(QStringLiteral("Description")).contains(u"cuda:0"));
        image.save(QStringLiteral(CIRCUMPLEX_BUILD "/screenshots/track_figure.png"));
        // The drawing and the picture show the same.
        QImage drawn(image.size(), QImage::Format_RGB32);
        drawn.fill(Qt::white);
        QSvgRenderer renderer(svg);
        QVERIFY(renderer.isValid());
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        drawn.save(QStringLiteral(CIRCUMPLEX_BUILD "/screenshots/track_figure_svg.png"));
        const QImage small = image.scaled(300, 200, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                 .convertToFormat(QImage::Format_RGB32);
        const QImage other = drawn.scaled(300, 200, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                                 .convertToFormat(QImage::Format_RGB32);
        double difference = 0.0;
        for (int y = 0; y < small.height(); ++y)
            for (int x = 0; x < small.width(); ++x)
                difference += std::abs(qGray(small.pixel(x, y)) - qGray(other.pixel(x, y)));
        difference /= small.width() * small.height();
        QVERIFY2(difference < 3.0, qPrintable(QString::number(difference)));
        // Each model that is drawn and each person has a line, and the page the room for it.
        entry(shown.page, QStringLiteral("m (other)"))->trigger();
        const QString both = music.folder.filePath(QStringLiteral("both.png"));
        QCOMPARE(shown.page.exportFigure(both), QString());
        const QImage compared(both);
        QVERIFY(compared.text(QStringLiteral("Description")).contains(u"Model m (other)"));
        QVERIFY(compared.height() > image.height());
        compared.save(QStringLiteral(CIRCUMPLEX_BUILD "/screenshots/track_figure_compared.png"));
        QVERIFY(!shown.page.exportFigure(QStringLiteral("/nowhere/f.png")).isEmpty());
        QVERIFY(!shown.page.exportFigure(QStringLiteral("f.doc")).isEmpty());
    }
};

} // namespace circumplex

QTEST_MAIN(circumplex::TrackExportTest)
#include "tst_track_export.moc"
