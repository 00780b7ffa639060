#pragma once

#include "core/library/label_store.h"
#include "core/services/library_reader.h"
#include "tests/core/audio/sound_files.h"
#include "tests/core/library/library_fixture.h"
#include "ui/label/label_presenter.h"
#include "ui/label/listening_panel.h"
#include "ui/label/setup_panel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QUndoStack>

namespace circumplex {

inline constexpr double kSeconds = 4.0;

/// Songs of four seconds, each heard by a model.
struct Music : LibraryFixture {
    explicit Music(int count, double seconds = kSeconds)
    {
        const auto music = std::filesystem::path(folder.path().toStdString());
        volume = valueOf(FolderStore(library).volumeSeen({ .identity = "uuid:2",
            .label = "stick",
            .mountPoint = music.native(),
            .isOnline = true,
            .lastSeenAt = 2 }));
        for (int i = 0; i < count; ++i) {
            const std::string name = "song" + std::to_string(i) + ".wav";
            test::write(music / name,
                test::wavFile({ .sampleRateHz = 8000 },
                    test::int16Samples(
                        test::risingTone(8000, static_cast<std::size_t>(8000 * seconds)))));
            const std::string number = std::to_string(i + 1);
            auto file = scanned(name, { .title = "Song " + number, .artist = "Artist " + number });
            file.durationSeconds = seconds;
            songs.push_back(add(file));
            auto stored = annotationOf(songs.back(), model("starter"), 6.1F, 3.4F);
            stored.annotation.durationSeconds = seconds;
            valueOf(AnnotationStore(library).put(stored));
        }
    }

    std::filesystem::path fileOf(std::size_t song) const
    {
        return std::filesystem::path(folder.path().toStdString())
            / ("song" + std::to_string(song) + ".wav");
    }

    TrackLabels labels(std::size_t song) { return valueOf(LabelStore(library).of(songs.at(song))); }

    std::vector<TrackId> songs;
};

/// The page at work on a library.
struct Instrument {
    explicit Instrument(Music& music, const std::filesystem::path& devices = "/nonexistent")
        : reader(music.file(), "starter")
        , presenter(page, reader, undo, nullptr, devices)
    {
        page.resize(1104, 700);
        page.show();
        page.activateWindow();
        presenter.offer(music.songs, music.songs);
    }

    template <class Widget> Widget* named(const QString& name)
    {
        for (Widget* widget : page.findChildren<Widget*>())
            if (widget->accessibleName() == name) return widget;
        return nullptr;
    }

    void press(const QString& text)
    {
        for (QAbstractButton* button : page.findChildren<QAbstractButton*>())
            if (button->isVisible() && button->text() == text && button->isEnabled())
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL(qPrintable(QStringLiteral("no button “%1”").arg(text)));
    }

    QString words()
    {
        QStringList texts;
        for (const QLabel* label : page.findChildren<QLabel*>())
            if (label->isVisible()) texts.append(label->text());
        return texts.join(u'|');
    }

    /// Chooses the songs selected in the library, types who rates, and starts.
    void start(RatingPlane::Axes axes = RatingPlane::Axes::Both)
    {
        prepare({ .axes = axes, .orientationSeconds = 0.0 });
        press(QStringLiteral("Start rating"));
        QTRY_COMPARE(page.stage(), LabelPage::Stage::Listening);
    }

    void prepare(const LabelPlan& plan)
    {
        page.setup().setPlan(plan);
        auto* who = named<QLineEdit>(QStringLiteral("Who rates"));
        who->setFocus();
        who->clear();
        QTest::keyClicks(who, QStringLiteral("Ada"));
        named<QComboBox>(QStringLiteral("Which songs"))->setCurrentIndex(1);
        QTRY_VERIFY(!page.setup().plan().tracks.empty());
    }

    RatingPlane& plane() { return page.listening().plane(); }

    void hover(const EmotionPlace& place)
    {
        const QPointF at = plane().toPixels(place);
        QMouseEvent move(QEvent::MouseMove, at, plane().mapToGlobal(at), Qt::NoButton, {}, {});
        QApplication::sendEvent(&plane(), &move);
    }

    QUndoStack undo;
    LibraryReader reader;
    LabelPage page;
    LabelPresenter presenter;
};

} // namespace circumplex
