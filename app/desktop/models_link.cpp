#include "app/desktop/models_link.h"

#include "core/services/model_registry.h"
#include "core/services/proxy_choice.h"
#include "ui/common/bidi_text.h"
#include "ui/common/core_text.h"
#include "ui/common/error_text.h"
#include "ui/models/model_download_panel.h"
#include "ui/models/models_page.h"

#include <QActionGroup>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QMenu>

namespace circumplex {

namespace {

using namespace Qt::StringLiterals;

constexpr int kSettleMs = 200;

Result<std::vector<ShownModel>> shownModels(const std::stop_token&)
{
    const auto registry = ModelRegistry::standard();
    const std::string inUse = registry.nameInUse();
    std::vector<ShownModel> shown;
    for (InstalledModel& model : registry.list()) {
        std::int64_t bytes = 0;
        for (const auto& [file, hash] : model.files) {
            std::error_code error;
            const auto size = std::filesystem::file_size(model.folder / file, error);
            if (!error) bytes += static_cast<std::int64_t>(size);
        }
        const bool isInUse = model.name == inUse;
        shown.push_back({ std::move(model), bytes, isInUse });
    }
    return shown;
}

/// What comparing number formats found, a line for each.
QStringList formatNotes(const QJsonObject& said)
{
    QStringList notes;
    const QLocale locale;
    for (const QJsonValue value : said["formats"_L1].toArray()) {
        const QJsonObject format = value.toObject();
        const QString name = format["dtype"_L1].toString();
        const QString seconds = locale.toString(format["seconds"_L1].toDouble(), 'f', 1);
        if (name == u"float32")
            notes << ModelsLink::tr("%1: %2 s for the demo pieces", "a number format")
                         .arg(name, seconds);
        else
            notes << ModelsLink::tr("%1: %2 s, valence and arousal at most %3 and tags at most %4 "
                                    "away from float32%5")
                         .arg(name, seconds,
                             locale.toString(format["emotion_difference"_L1].toDouble(), 'f', 3),
                             locale.toString(format["tag_difference"_L1].toDouble(), 'f', 3),
                             format["near_enough"_L1].toBool()
                                 ? QString()
                                 : ModelsLink::tr(", which is too far"));
    }
    if (notes.isEmpty())
        notes << ModelsLink::tr("Number formats were not compared, since there are no demo pieces "
                                "beside the program. Used from now on: %1")
                     .arg(said["auto"_L1].toString());
    else
        notes << ModelsLink::tr("Used from now on: %1").arg(said["auto"_L1].toString());
    return notes;
}

} // namespace

ModelsLink::ModelsLink(ModelsPage& page, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_jobs(*this, 1)
{
    connect(&page, &ModelsPage::useWanted, this, &ModelsLink::use);
    connect(&page, &ModelsPage::verifyWanted, this, &ModelsLink::verify);
    connect(&page, &ModelsPage::removeWanted, this, &ModelsLink::remove);
    connect(&page, &ModelsPage::importWanted, this, &ModelsLink::import);
    connect(&page, &ModelsPage::fetchWanted, this, &ModelsLink::fetch);
    connect(&page, &ModelsPage::stopWanted, &m_download.process, &CliProcess::stop);
    setUp(m_task);
    setUp(m_download);
    ModelDownloadPanel& panel = page.downloadPanel();
    panel.setProxy(ProxyChoice::load(AppFolders::standard().settings));
    connect(&panel, &ModelDownloadPanel::proxyChanged, this,
        [&panel] { panel.proxy().save(AppFolders::standard().settings); });
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSettleMs);
    connect(&m_soon, &QTimer::timeout, this, &ModelsLink::refresh);
    connect(&m_folders, &QFileSystemWatcher::directoryChanged, this, [this](const QString& folder) {
        // The folder above changes with everything that the program keeps beside its models.
        const QString models = AppFolders::standard().userModels;
        if (folder.startsWith(models) || QFileInfo(models).isDir()) m_soon.start();
        watch();
    });
}

void ModelsLink::setMenu(QMenu& menu)
{
    m_menu = &menu;
}

void ModelsLink::setUp(Task& task)
{
    connect(&task.process, &CliProcess::line, this, [this, &task](const QByteArray& line) {
        read(task, QJsonDocument::fromJson(line).object());
    });
    connect(&task.process, &CliProcess::finished, this,
        [this, &task](const QString& problem) { ended(task, problem); });
}

QString ModelsLink::titleOf(const QString& name) const
{
    for (const ShownModel& shown : m_models)
        if (shown.name() == name) return isolated(shown.title());
    return isolated(name);
}

void ModelsLink::use(const QString& name)
{
    const QString title = titleOf(name);
    run(m_task,
        { .arguments = { "use"_L1, name },
            .place = name,
            .busy = tr("Changing to %1 \u2026").arg(title),
            .donePlace = name,
            .done = tr("%1 is in use from now on.").arg(title) });
}

void ModelsLink::verify(const QString& name)
{
    const QString title = titleOf(name);
    run(m_task,
        { .arguments = { "verify"_L1, name },
            .place = name,
            .busy = tr("Comparing every file of %1 with what was installed, and its number formats "
                       "with each other \u2026")
                        .arg(title),
            .donePlace = name,
            .done = tr("Every file of %1 is as it was installed.").arg(title) });
    m_task.isVerifying = true;
}

void ModelsLink::remove(const QString& name)
{
    const QString title = titleOf(name);
    run(m_task,
        { .arguments = { "remove"_L1, name },
            .place = name,
            .busy = tr("Removing %1 \u2026").arg(title),
            .donePlace = QString::fromLatin1(ModelsPage::kTopPlace),
            .done = tr("%1 is removed.").arg(title) });
}

void ModelsLink::import(const QStringList& arguments)
{
    run(m_task,
        { .arguments = QStringList { "import"_L1 } + arguments,
            .place = QString::fromLatin1(ModelsPage::kImportPlace),
            .busy = tr("Importing; this takes a minute \u2026"),
            .donePlace = arguments.value(arguments.indexOf("--name"_L1) + 1),
            .done = tr("The model is installed.") });
}

void ModelsLink::fetch(const QStringList& arguments)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    m_page.downloadPanel().proxy().applyTo(environment);
    m_download.process.setEnvironment(environment);
    run(m_download,
        { .arguments = QStringList { "fetch"_L1 } + arguments,
            .place = QString::fromLatin1(ModelsPage::kDownloadPlace),
            .busy = tr("Downloading; you can go on using the program."),
            .donePlace = QString::fromLatin1(ModelDownloadPanel::kName),
            .done = tr("Music2Emo is installed.") });
    m_page.downloadPanel().setFetching(true);
}

void ModelsLink::fillMenu(const std::vector<ShownModel>& models)
{
    if (!m_menu || m_menu->isVisible()) return; // nothing moves under the pointer
    m_menu->clear();
    auto* group = new QActionGroup(m_menu);
    for (const ShownModel& shown : models) {
        const QString name = shown.name();
        QString title = shown.title();
        QAction* action = m_menu->addAction(title.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(shown.isInUse);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name] { use(name); });
    }
}

void ModelsLink::read(Task& task, const QJsonObject& said)
{
    if (said.contains("error"_L1)) {
        const QJsonObject error = said["error"_L1].toObject();
        task.code = error["code"_L1].toString();
        task.problem
            = errorText(task.code.toStdString(), error["message"_L1].toString().toStdString());
    } else if (said.contains("fetching"_L1)) {
        m_page.downloadPanel().setProgress(said["fetching"_L1].toString(),
            said["done"_L1].toInteger(), said["bytes"_L1].toInteger());
    } else if (said.contains("formats"_L1)) {
        task.notes << formatNotes(said);
    }
}

void ModelsLink::ended(Task& task, const QString& problem)
{
    const bool isDownload = &task == &m_download;
    if (isDownload)
        m_page.downloadPanel().setFetching(false);
    else
        m_page.setBusy(false);
    m_page.setMessage(task.place, {});
    if (problem.isEmpty()) {
        m_page.setMessage(
            task.donePlace, { (QStringList { task.done } + task.notes).join(QLatin1Char('\n')) });
    } else {
        // Whoever stopped it knows.
        const bool wasStopped = task.code == QLatin1StringView(errorCodeName(ErrorCode::Cancelled));
        m_page.setMessage(task.place,
            { .sentence = task.problem.isEmpty() ? coreText(problem) : task.problem,
                .kind = wasStopped ? ModelsMessage::Kind::Done : ModelsMessage::Kind::Failed,
                .canTryAgain = isDownload || task.isVerifying,
                .isLasting = task.isVerifying && !task.code.isEmpty() });
        if (task.code == QLatin1StringView(errorCodeName(ErrorCode::NetworkUnreachable)))
            m_page.downloadPanel().showWays();
    }
    refresh();
}

void ModelsLink::refresh()
{
    watch();
    m_jobs.start(shownModels, [this](const Result<std::vector<ShownModel>>& models) {
        if (!models) return;
        m_models = *models;
        m_page.setModels(*models);
        fillMenu(*models);
        watch();
        for (const ShownModel& shown : *models) {
            // One that cannot be used has no hash, and nothing is heard with it.
            if (!shown.isInUse || shown.model.hash.empty() || shown.model.hash == m_hashInUse)
                continue;
            m_hashInUse = shown.model.hash;
            Q_EMIT modelInUseChanged(m_hashInUse);
        }
    });
}

/// The folder of the user's models and each of these, or the nearest folder above that there is.
void ModelsLink::watch()
{
    QDir place(AppFolders::standard().userModels);
    while (!place.exists() && !place.isRoot())
        place.setPath(QFileInfo(place.path()).path());
    QStringList wanted { place.path() };
    for (const ShownModel& shown : m_models)
        if (!shown.model.isShipped && QFileInfo(shown.model.folder).isDir())
            wanted << QFile::decodeName(shown.model.folder.c_str());
    for (const QString& folder : m_folders.directories())
        if (!wanted.contains(folder)) m_folders.removePath(folder);
    for (const QString& folder : wanted)
        if (!m_folders.directories().contains(folder)) m_folders.addPath(folder);
}

void ModelsLink::run(Task& task, const Start& start)
{
    if (task.process.isRunning()) return; // the buttons are off, a menu may not be
    task.place = start.place;
    task.donePlace = start.donePlace;
    task.done = start.done;
    task.notes.clear();
    task.problem.clear();
    task.code.clear();
    task.isVerifying = false;
    if (&task != &m_download) m_page.setBusy(true);
    m_page.setMessage(start.place, { .sentence = start.busy, .kind = ModelsMessage::Kind::Busy });
    task.process.start(QStringList { "models"_L1 } + start.arguments);
}

} // namespace circumplex
