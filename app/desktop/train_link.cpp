#include "app/desktop/train_link.h"

#include "core/services/app_folders.h"
#include "core/services/model_registry.h"
#include "ui/train/train_page.h"
#include "ui/train/train_text.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace circumplex {

namespace {

using namespace Qt::StringLiterals;

QString parentOf(const InstalledModel& model)
{
    return model.card["parent"_L1]["name"_L1].toString();
}

const InstalledModel* modelNamed(const std::vector<InstalledModel>& models, const QString& name)
{
    const auto found = std::ranges::find(models, name.toStdString(), &InstalledModel::name);
    return found == models.end() ? nullptr : &*found;
}

QString titleOf(const std::vector<InstalledModel>& models, const QString& name)
{
    const InstalledModel* model = modelNamed(models, name);
    return model && !model->title.empty() ? QString::fromStdString(model->title) : name;
}

Result<TrainLink::Models> lookAtModels(const std::stop_token&)
{
    const auto registry = ModelRegistry::standard();
    const auto installed = registry.list();
    TrainLink::Models models;
    models.base = QString::fromStdString(registry.nameInUse());
    if (const InstalledModel* inUse = modelNamed(installed, models.base))
        models.parent = parentOf(*inUse);
    // Cards are others' files: a circle of parents ends, too.
    for (std::size_t i = 0; i < installed.size(); ++i) {
        const InstalledModel* model = modelNamed(installed, models.base);
        const QString parent = model ? parentOf(*model) : QString();
        if (parent.isEmpty()) break;
        models.base = parent;
    }
    for (const InstalledModel& model : installed)
        if (parentOf(model).isEmpty()) {
            const QString name = QString::fromStdString(model.name);
            models.bases.push_back({ name, titleOf(installed, name),
                model.card["encoder"_L1]["kind"_L1].toString() == u"mert" });
        }
    if (!modelNamed(installed, models.parent)) models.parent.clear();
    models.parentTitle = titleOf(installed, models.parent);
    models.next = u"personal"_s;
    for (int number = 2; modelNamed(installed, models.next); ++number)
        models.next = u"personal-%1"_s.arg(number);
    models.canResume = QFile::exists(AppFolders::standard().checkpointOf(models.next));
    return models;
}

} // namespace

TrainLink::TrainLink(TrainPage& page, std::filesystem::path library, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_library(std::move(library))
    , m_jobs(*this, 1)
{
    connect(&page, &TrainPage::planWanted, this, &TrainLink::count);
    connect(&page, &TrainPage::startWanted, this, &TrainLink::train);
    connect(&page, &TrainPage::stopWanted, &m_process, &CliProcess::stop);
    connect(&page, &TrainPage::analysisWanted, this, [this] {
        m_page.setMessage(tr("Your songs are being analysed; how far it is stands at the foot of "
                             "the window."));
        Q_EMIT analysisWanted();
    });
    connect(&page, &TrainPage::useWanted, this, [this] {
        run(Job::Use, { u"models"_s, u"use"_s, m_model });
    });
    connect(&page, &TrainPage::keepOldWanted, this, [this] {
        run(Job::KeepOld, { u"models"_s, u"remove"_s, m_model });
    });
    connect(&page, &TrainPage::rollBackWanted, this, [this] {
        run(Job::RollBack, { u"models"_s, u"use"_s, m_models.parent });
    });
    connect(&page, &TrainPage::importWanted, this, [this](const QString& file) {
        m_page.setCounting(tr("Importing labels \u2026"));
        m_imported = {};
        run(Job::Import,
            { u"labels"_s, u"import"_s, u"--library"_s,
                QFile::decodeName(m_library.string().c_str()), file });
    });
    connect(&m_process, &CliProcess::line, this, &TrainLink::read);
    connect(&m_process, &CliProcess::finished, this, &TrainLink::ended);
}

void TrainLink::refresh()
{
    if (m_job != Job::None) return;
    m_jobs.start(lookAtModels, [this](const Result<Models>& models) {
        if (!models || m_job != Job::None) return;
        m_models = *models;
        const bool isThere
            = std::ranges::find(m_models.bases, m_base, &TrainBase::name) != m_models.bases.end();
        m_page.setModels(m_models.bases, isThere ? m_base : m_models.base,
            m_models.parent.isEmpty() ? QString() : m_models.parentTitle, m_models.canResume);
        count();
    });
}

QStringList TrainLink::trainArguments(const QString& name) const
{
    QStringList arguments { u"train"_s, u"--library"_s,
        QFile::decodeName(m_library.string().c_str()), u"--name"_s, name, u"--model"_s,
        m_page.base(), u"--hop"_s, QString::number(m_settings.curveHopSeconds), u"--window"_s,
        QString::number(m_settings.curveWindowSeconds), u"--cache"_s,
        QString::number(m_settings.cacheMegabytes / 1024.0) };
    if (m_page.adaptsEncoder()) arguments << u"--lora"_s;
    for (const QString& rater : m_raters)
        arguments << u"--rater="_s + rater;
    for (const QString& weight : m_page.raterWeights())
        arguments << u"--rater-weight="_s + weight;
    return arguments;
}

void TrainLink::count()
{
    if (m_job == Job::Count) m_countsAgain = true;
    if (m_job != Job::None) return;
    m_raters = m_page.chosenRaters();
    m_base = m_page.base();
    m_page.setCounting(tr("Counting the labels \u2026"));
    m_hasPlan = false;
    run(Job::Count, trainArguments(m_models.next) << u"--dry-run"_s);
}

void TrainLink::train(bool resume)
{
    if (m_job != Job::None && m_job != Job::Count) return;
    m_raters = m_page.chosenRaters();
    m_model = m_models.next;
    m_verdict = {};
    QStringList arguments = trainArguments(m_model);
    // The verdict is shown first; a model that is not wanted is removed.
    arguments << u"--install-anyway"_s;
    if (m_page.isFromScratch()) arguments << u"--from-scratch"_s;
    if (resume) arguments << u"--resume"_s;
    m_page.begin();
    run(Job::Train, arguments);
}

void TrainLink::run(Job job, const QStringList& arguments)
{
    if (m_job == Job::Count) { // nobody waits for what can be counted later
        m_waiting = { job, arguments };
        m_process.stop();
        return;
    }
    if (m_job != Job::None) return;
    m_job = job;
    m_errorCode.clear();
    m_errorDetail.clear();
    m_process.start(arguments);
}

void TrainLink::read(const QByteArray& line)
{
    const QJsonObject said = QJsonDocument::fromJson(line).object();
    if (said.contains("error"_L1)) {
        const QJsonObject error = said["error"_L1].toObject();
        m_errorCode = error["code"_L1].toString();
        m_errorDetail = error["message"_L1].toString();
    } else if (said.contains("plan"_L1) && m_job == Job::Count) {
        m_hasPlan = true;
        m_page.setPlan(readTrainPlan(said["plan"_L1].toObject()), m_raters.isEmpty());
    } else if (said.contains("epoch"_L1)) {
        m_page.addEpoch(readTrainEpoch(said));
    } else if (said.contains("verdict"_L1)) {
        m_verdict = said["verdict"_L1].toObject();
    } else if (said.contains("added"_L1)) {
        m_imported = said;
    }
}

void TrainLink::ended(const QString& problem)
{
    const Job job = std::exchange(m_job, Job::None);
    const QString failure = problem.isEmpty()
        ? QString()
        : trainProblem(m_errorCode, m_errorDetail.isEmpty() ? problem : m_errorDetail);
    switch (job) {
    case Job::None:
        break;
    case Job::Count:
        endedCounting(failure);
        break;
    case Job::Train:
        endedTraining(failure);
        break;
    case Job::Use:
        if (failure.isEmpty())
            m_page.setChosen(tr("%1 is in use from now on. What the old model said of your songs "
                                "is kept.")
                                 .arg(m_model),
                true);
        else
            m_page.setChoiceProblem(failure);
        break;
    case Job::KeepOld:
        if (failure.isEmpty())
            m_page.setChosen(tr("The old model stays in use, the new one is removed. Your labels "
                                "are kept."),
                false);
        else
            m_page.setChoiceProblem(failure);
        break;
    case Job::RollBack:
        m_page.setMessage(failure.isEmpty()
                ? tr("%1 is in use again. The personal model is kept on the page Models.")
                      .arg(m_models.parentTitle)
                : failure);
        break;
    case Job::Import:
        m_page.setMessage(m_imported.isEmpty()
                ? failure
                : tr("%1 labels added, %2 changed, %3 there already, %4 not understood or of songs "
                     "that are not in the library")
                      .arg(m_imported["added"_L1].toInt())
                      .arg(m_imported["changed"_L1].toInt())
                      .arg(m_imported["unchanged"_L1].toInt())
                      .arg(m_imported["failed"_L1].toInt()));
        break;
    }
    if (job == Job::Use || job == Job::KeepOld || job == Job::RollBack) Q_EMIT modelsChanged();
    if (job != Job::Count && job != Job::None) refresh();
}

void TrainLink::endedCounting(const QString& failure)
{
    if (m_waiting.first != Job::None) {
        const auto [job, arguments] = std::exchange(m_waiting, {});
        run(job, arguments);
        return;
    }
    if (std::exchange(m_countsAgain, false)) {
        count();
        return;
    }
    if (!m_hasPlan && !failure.isEmpty()) m_page.setProblem(failure);
}

void TrainLink::endedTraining(const QString& failure)
{
    if (!m_verdict.isEmpty() && failure.isEmpty())
        m_page.setVerdict(readTrainVerdict(m_verdict), m_model);
    else if (m_errorCode == u"cancelled")
        m_page.endWithout(tr("Stopped."), true);
    else
        m_page.endWithout(failure, true);
}

} // namespace circumplex
