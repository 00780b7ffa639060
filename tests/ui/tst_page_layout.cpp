#include "core/library/library_maker.h"
#include "core/services/library_reader.h"
#include "core/services/track_session.h"
#include "ui/common/elided_label.h"
#include "ui/common/language.h"
#include "ui/common/theme.h"
#include "ui/curve/track_page.h"
#include "ui/label/label_page.h"
#include "ui/label/listening_panel.h"
#include "ui/label/practice_panel.h"
#include "ui/label/rating_panel.h"
#include "ui/label/setup_panel.h"
#include "ui/label/summary_panel.h"
#include "ui/library/library_page.h"
#include "ui/library/library_presenter.h"
#include "ui/library/track_list_model.h"
#include "ui/main_window/main_window.h"
#include "ui/models/installed_model_card.h"
#include "ui/models/model_download_panel.h"
#include "ui/models/models_page.h"
#include "ui/plane/plane_page.h"
#include "ui/plane/plane_presenter.h"
#include "ui/settings/settings_page.h"
#include "ui/train/train_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QJsonDocument>
#include <QLabel>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace circumplex;

namespace {

ShownModel exampleModel(const char* name, bool isInUse)
{
    ShownModel shown;
    shown.bytes = 20'000'000;
    shown.isInUse = isInUse;
    shown.model.name = name;
    shown.model.title = "MusiCNN with a head of ours";
    shown.model.hash = std::string(64, 'a');
    shown.model.isShipped = isInUse;
    shown.model.card = QJsonDocument::fromJson(R"({
        "encoder": { "kind": "musicnn" }, "chords": { "kind": "crema" },
        "licences": [ { "part": "head", "licence": "CC BY 4.0" } ],
        "data": [ { "set": "piano", "tracks": 162, "what": "rated pieces of piano music" } ],
        "scores": [ { "set": "piano", "scores": { "valence_r2": { "mean": 0.425 } } } ],
        "limits": [ "It has heard piano music only, and what it says of other music may well be wrong in ways that its intervals do not show, so take it as a hint and no more than that, please.",
            "Words are not understood: a sad text over happy music counts as happy, which is how listeners who do not know the language hear it, but not how all others do." ] })")
                           .object();
    return shown;
}

/// A language whose words are a third longer than English ones, as German ones are.
class LongWords : public QTranslator {
public:
    bool isEmpty() const override { return false; }

    QString translate(const char*, const char* text, const char*, int) const override
    {
        const QString english = QString::fromUtf8(text);
        return english + QString(english.size() / 3, u'n');
    }
};

QString described(const QWidget& widget, const char* fault)
{
    QString text;
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) text = label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) text = button->text();
    return QStringLiteral("%1 \"%2\" (%3x%4, wants %5x%6) %7")
        .arg(QString::fromLatin1(widget.metaObject()->className()), text)
        .arg(widget.width())
        .arg(widget.height())
        .arg(widget.sizeHint().width())
        .arg(widget.sizeHint().height())
        .arg(QString::fromLatin1(fault));
}

bool isCut(const QWidget& widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (label->text().isEmpty() || qobject_cast<const ElidedLabel*>(label)) return false;
        if (label->wordWrap()) return label->height() < label->heightForWidth(label->width());
    } else if (!qobject_cast<const QAbstractButton*>(&widget)) {
        return false;
    }
    // Tool buttons want room above and below their line that they do not need.
    return widget.sizeHint().isValid()
        && (widget.width() < widget.sizeHint().width()
            || widget.height() < widget.fontMetrics().height());
}

/// What of a page cannot be read, or reaches out of what it stands in.
QStringList faultsOf(const QWidget& page)
{
    QStringList faults;
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->isWindow() || widget->size().isEmpty()) continue;
        if (isCut(*widget)) faults << described(*widget, "is cut");
        const QWidget* parent = widget->parentWidget();
        const bool isScrolled = qobject_cast<QAbstractScrollArea*>(parent->parentWidget());
        const QRect area = parent->rect();
        const QRect place = widget->geometry();
        const bool isOut = place.left() < area.left() || place.right() > area.right()
            || (!isScrolled && (place.top() < area.top() || place.bottom() > area.bottom()));
        if (isOut) faults << described(*widget, "reaches out");
    }
    return faults;
}

} // namespace

/// Every page in every language and in the sizes that screens have: no word is cut.
class PageLayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_file = m_folder.filePath(QStringLiteral("library")).toStdString();
        QVERIFY(makeLibrary(m_file, { .tracks = 2000 }, {}, [](std::int64_t) {}));
    }

    void everyWordCanBeRead_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("isRightToLeft");
        QTest::addColumn<QSize>("size");
        QStringList codes { QStringLiteral("long") };
        for (const Language& language : languages())
            codes << QString(QLatin1StringView(language.code));
        for (const QString& code : codes)
            for (const QSize size : { QSize(1280, 800), QSize(1024, 600), QSize(960, 600) })
                for (const bool isRightToLeft : { false, true })
                    QTest::addRow("%s %d%s", qPrintable(code), size.width(),
                        isRightToLeft ? " from the right" : "")
                        << code << isRightToLeft << size;
    }

    void everyWordCanBeRead()
    {
        QFETCH(const QString, language);
        QFETCH(const bool, isRightToLeft);
        QFETCH(const QSize, size);
        speak(*qApp, language);
        LongWords longWords;
        if (language == u"long") QApplication::installTranslator(&longWords);
        applyTheme(*qApp, Appearance::Light);
        QGuiApplication::setLayoutDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);

        LibraryReader reader(m_file, std::string());
        MainWindow window;
        auto* library = new LibraryPage;
        window.addPage(
            QStringLiteral("library"), QStringLiteral("Library"), IconShape::Library, library);
        LibraryPresenter presenter(*library, reader);
        TrackSession session(m_file, m_folder.filePath(QStringLiteral("waveforms")).toStdString());
        auto* track = new TrackPage(session);
        window.addPage(QStringLiteral("track"), QStringLiteral("Track"), IconShape::Track, track);
        auto* plane = new PlanePage;
        window.addPage(QStringLiteral("plane"), QStringLiteral("Plane"), IconShape::Plane, plane);
        PlanePresenter planePresenter(*plane, reader);
        auto* models = new ModelsPage;
        models->setModels({ exampleModel("starter", true), exampleModel("mine", false) });
        models->setMessage(
            QStringLiteral("mine"), { .sentence = QStringLiteral("mine is in use from now on.") });
        models->downloadPanel().showWays();
        window.addPage(
            QStringLiteral("models"), QStringLiteral("Models"), IconShape::Models, models);
        auto* train = new TrainPage;
        train->setPlan({ .raters = { { QStringLiteral("Ann"), 48, 1.0 } },
                           .labelledTracks = 50,
                           .usableTracks = 48,
                           .groups = 12,
                           .notHeard = 2,
                           .quarters = { 7, 11, 19, 11 },
                           .secondsAtMost = 90.0 },
            true);
        train->setModels({ { QStringLiteral("starter"), QStringLiteral("Starter"), true } },
            QStringLiteral("starter"), QStringLiteral("Starter"), true);
        window.addPage(QStringLiteral("train"), QStringLiteral("Train"), IconShape::Train, train);
        auto* settings = new SettingsPage;
        settings->setFolders({ QStringLiteral("/music/rock") });
        window.addPage(
            QStringLiteral("settings"), QStringLiteral("Settings"), IconShape::Settings, settings);
        auto* label = new LabelPage;
        const QString song = QStringLiteral("Gigue from the third suite – Anna Magdalena");
        label->setup().setPlan({ .rater = QStringLiteral("Ada") });
        label->setup().setSongs(LabelPlan::Songs::Suggested,
            { { .title = song, .why = reasonText(LabelProposal { .amount = 2.5 }) } });
        label->setup().setInterrupted(
            { { .title = song, .rater = QStringLiteral("Ada"), .seconds = 42.0 } });
        label->setup().setProblem(QStringLiteral("The disk is full."));
        label->listening().setSong(song, QStringLiteral("Song 3 of 24"));
        label->listening().setProgress(42.0, 252.0);
        label->listening().setHint(QStringLiteral("Keep the ring where the music is."));
        label->listening().setProblem(QStringLiteral("There is no sound device."));
        window.addPage(QStringLiteral("label"), QStringLiteral("Label"), IconShape::Label, label);
        window.resize(size);
        window.show();
        presenter.refresh();
        planePresenter.refresh();
        QTRY_COMPARE(library->model().tracks().size(), std::size_t { 2000 });
        track->open(library->model().tracks().front());
        QTRY_VERIFY(session.track());
        QCOMPARE(window.size(), size);

        library->showFacets(true);
        // Cards that are made anew while the page is in sight.
        window.showPage(QStringLiteral("models"));
        QTest::qWait(30);
        models->setModels({ exampleModel("starter", true), exampleModel("ours", false) });
        for (InstalledModelCard* card : models->findChildren<InstalledModelCard*>())
            card->setDetailsShown(true);
        QStringList faults;
        for (QWidget* page :
            std::initializer_list<QWidget*> { library, track, plane, train, models, settings }) {
            const auto key = page == library ? QStringLiteral("library")
                : page == track              ? QStringLiteral("track")
                : page == plane              ? QStringLiteral("plane")
                : page == train              ? QStringLiteral("train")
                : page == models             ? QStringLiteral("models")
                                             : QStringLiteral("settings");
            window.showPage(key);
            QTest::qWait(30);
            for (const QString& fault : faultsOf(*page))
                faults << key + QStringLiteral(": ") + fault;
        }
        window.showPage(QStringLiteral("label"));
        label->listening().setHasPad(true);
        label->rating().setHasPad(true);
        label->setup().setDevices(true, { QStringLiteral("nanoKONTROL2") });
        label->setup().setPlan({ .rater = QStringLiteral("Ada"),
            .instrument = RatingPlane::Source::Fader,
            .faders = { .device = QStringLiteral("nanoKONTROL2") } });
        for (const auto stage : { LabelPage::Stage::Setup, LabelPage::Stage::Practice,
                 LabelPage::Stage::Listening, LabelPage::Stage::Listening, LabelPage::Stage::Rating,
                 LabelPage::Stage::Summary }) {
            if (label->stage() == LabelPage::Stage::Listening) { // the second time
                label->listening().setSurface(ListeningPanel::Surface::Relative);
                label->listening().setPaused(true);
            }
            label->setStage(stage);
            if (stage == LabelPage::Stage::Practice)
                label->practice().prepare(RatingPlane::Source::Gamepad, RatingPlane::Axes::Both);
            if (stage == LabelPage::Stage::Rating) {
                label->rating().ask(song, QStringLiteral("Song 3 of 24"), {}, {});
                label->rating().plane().putPlace({ 2.0, 8.0 }, RatingPlane::Source::Keys);
            }
            if (stage == LabelPage::Stage::Summary) {
                label->summary().setOutcomes(
                    { { .title = song, .valence = 4.0 } }, { QStringLiteral("One is gone.") });
                SelfAgreement again { .trackCount = 3, .traceCount = 3 };
                again.concordance.value = again.icc.value = again.overTime = 0.84;
                label->summary().setSelfAgreement({ again });
            }
            QTest::qWait(30);
            for (const QString& fault : faultsOf(*label))
                faults << QStringLiteral("label %1: ").arg(int(stage)) + fault;
        }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QStringLiteral("; "))));
    }

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_file;
};

QTEST_MAIN(PageLayoutTest)
#include "tst_page_layout.moc"
