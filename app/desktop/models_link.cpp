#include "app/desktop/models_link.h"

#include "core/services/model_registry.h"
#include "ui/models/models_page.h"

namespace circumplex {

namespace {

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

} // namespace

ModelsLink::ModelsLink(ModelsPage& page, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_jobs(*this, 1)
{
    const QString models = QStringLiteral("models");
    connect(&page, &ModelsPage::useWanted, this, [this, models](const QString& name) {
        run({ models, QStringLiteral("use"), name }, tr("Changing to %1 \u2026").arg(name),
            tr("%1 is in use from now on.").arg(name));
    });
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
    connect(&m_process, &CliProcess::finished, this, [this](const QString& problem) {
        m_page.setMessage(problem.isEmpty() ? m_done : problem, false);
        refresh();
    });
}

void ModelsLink::refresh()
{
    m_jobs.start(shownModels, [this](const Result<std::vector<ShownModel>>& models) {
        if (!models) return;
        m_page.setModels(*models);
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
    m_page.setMessage(busy, true);
    m_process.start(arguments);
}

} // namespace circumplex
