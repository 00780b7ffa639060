#include "app/desktop/models_link.h"

#include "core/services/model_registry.h"
#include "ui/common/error_text.h"
#include "ui/models/model_download_panel.h"
#include "ui/models/models_page.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QMenu>

namespace circumplex {

namespace {

using namespace Qt::StringLiterals;

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
    const QString models = QStringLiteral("models");
    connect(&page, &ModelsPage::useWanted, this, &ModelsLink::use);
    connect(&page, &ModelsPage::verifyWanted, this, [this, models](const QString& name) {
        run({ models, QStringLiteral("verify"), name },
            tr("Comparing every file of %1 with what was installed, and its number formats with "
               "each other \u2026")
                .arg(name),
            tr("Every file of %1 is as it was installed.").arg(name));
    });
    connect(&page, &ModelsPage::removeWanted, this, [this, models](const QString& name) {
        run({ models, QStringLiteral("remove"), name }, tr("Removing %1 \u2026").arg(name),
            tr("%1 is removed.").arg(name));
    });
    connect(&page, &ModelsPage::importWanted, this, [this, models](const QStringList& arguments) {
        run(QStringList { models, QStringLiteral("import") } + arguments,
            tr("Importing; this takes a minute \u2026"), tr("The model is installed."));
    });
    connect(&page, &ModelsPage::fetchWanted, this, [this, models](const QStringList& arguments) {
        run(QStringList { models, QStringLiteral("fetch") } + arguments,
            tr("Downloading; you can go on using the program \u2026"),
            tr("Music2Emo is installed."));
        m_page.downloadPanel().setFetching(true);
    });
    connect(&page, &ModelsPage::stopWanted, &m_process, &CliProcess::stop);
    connect(&m_process, &CliProcess::line, this, &ModelsLink::read);
    connect(&m_process, &CliProcess::finished, this, &ModelsLink::ended);
    connect(&m_folder, &QFileSystemWatcher::directoryChanged, this, &ModelsLink::refresh);
}

void ModelsLink::setMenu(QMenu& menu)
{
    m_menu = &menu;
}

void ModelsLink::use(const QString& name)
{
    run({ QStringLiteral("models"), QStringLiteral("use"), name },
        tr("Changing to %1 \u2026").arg(name), tr("%1 is in use from now on.").arg(name));
}

void ModelsLink::fillMenu(const std::vector<ShownModel>& models)
{
    if (!m_menu || m_menu->isVisible()) return; // nothing moves under the pointer
    m_menu->clear();
    auto* group = new QActionGroup(m_menu);
    for (const ShownModel& shown : models) {
        const QString name = QString::fromStdString(shown.model.name);
        QString title
            = shown.model.title.empty() ? name : QString::fromStdString(shown.model.title);
        QAction* action = m_menu->addAction(title.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(shown.isInUse);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, name] { use(name); });
    }
}

void ModelsLink::read(const QByteArray& line)
{
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    if (said.contains("error"_L1)) {
        const QJsonObject error = said["error"_L1].toObject();
        m_problem = errorText(error["code"_L1].toString().toStdString(),
            error["message"_L1].toString().toStdString());
    } else if (said.contains("fetching"_L1)) {
        m_page.downloadPanel().setProgress(said["fetching"_L1].toString(),
            said["done"_L1].toInteger(), said["bytes"_L1].toInteger());
    } else if (said.contains("formats"_L1)) {
        m_notes << formatNotes(said);
    }
}

void ModelsLink::ended(const QString& problem)
{
    m_page.downloadPanel().setFetching(false);
    const QString failure = m_problem.isEmpty() ? problem : m_problem;
    m_page.setMessage(
        problem.isEmpty() ? (QStringList { m_done } + m_notes).join(QLatin1Char('\n')) : failure,
        false);
    refresh();
}

void ModelsLink::refresh()
{
    const QString folder = AppFolders::standard().userModels;
    if (m_folder.directories().isEmpty() && QFileInfo(folder).isDir()) m_folder.addPath(folder);
    m_jobs.start(shownModels, [this](const Result<std::vector<ShownModel>>& models) {
        if (!models) return;
        m_page.setModels(*models);
        fillMenu(*models);
        for (const ShownModel& shown : *models) {
            if (!shown.isInUse || shown.model.hash == m_hashInUse) continue;
            m_hashInUse = shown.model.hash;
            Q_EMIT modelInUseChanged(m_hashInUse);
        }
    });
}

void ModelsLink::run(const QStringList& arguments, const QString& busy, const QString& done)
{
    m_done = done;
    m_notes.clear();
    m_problem.clear();
    m_page.setMessage(busy, true);
    m_process.start(arguments);
}

} // namespace circumplex
