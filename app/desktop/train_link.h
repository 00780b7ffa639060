#pragma once

#include "core/services/cli_process.h"
#include "core/services/job_runner.h"
#include "core/services/settings.h"
#include "ui/train/training_lines.h"

#include <QJsonObject>
#include <QObject>
#include <QStringList>

#include <filesystem>

namespace circumplex {

class TrainPage;

/// Brings the page Train together with `circumplex-cli`, which counts labels, trains and installs
/// in a process of its own. A training starts from the model in use, or, if that is a personal one,
/// from what it was made from: it would be tested on what it knows already.
class TrainLink : public QObject {
    Q_OBJECT

public:
    /// @param page  must outlive this object
    TrainLink(TrainPage& page, std::filesystem::path library, QObject* parent = nullptr);

    /// What the base heard is found again by how curves are made.
    void setSettings(const Settings::Analysis& settings) { m_settings = settings; }

    /// Looks at the models and counts the labels anew, unless something is being done.
    void refresh();

    /// What there is to know of the models on this machine.
    struct Models {
        std::vector<TrainBase> bases; ///< those that are not personal
        QString base; ///< what a training starts from at first
        QString parent, parentTitle; ///< of the model in use; empty: nothing to go back to
        QString next; ///< name of the next personal model
        bool canResume = false;
    };

Q_SIGNALS:
    /// Another model is in use, or there is one more or less.
    void modelsChanged();
    /// What the model in use has not described is to be described.
    void analysisWanted();

private:
    enum class Job { None, Count, Train, Use, KeepOld, RollBack, Import };

    void count();
    void train(bool resume);
    void run(Job job, const QStringList& arguments);
    QStringList trainArguments(const QString& name) const;
    /// An object that circumplex-cli said.
    void read(const QByteArray& line);
    void ended(const QString& problem);
    void endedCounting(const QString& failure);
    void endedTraining(const QString& failure);

    TrainPage& m_page;
    std::filesystem::path m_library;
    Settings::Analysis m_settings;
    CliProcess m_process;
    Job m_job = Job::None;
    std::pair<Job, QStringList> m_waiting; ///< for the counting to end
    Models m_models;
    QStringList m_raters; ///< whose labels are being counted
    QString m_base; ///< that a training starts from, if it was chosen
    bool m_countsAgain = false; ///< others were chosen meanwhile
    bool m_hasPlan = false;
    QString m_model; ///< that the last training made
    QJsonObject m_verdict;
    QString m_errorCode, m_errorDetail; ///< of the job; empty: none
    QJsonObject m_imported;
    JobRunner m_jobs;
};

} // namespace circumplex
