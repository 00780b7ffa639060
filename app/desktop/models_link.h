#pragma once

#include "core/services/cli_process.h"
#include "core/services/job_runner.h"
#include "ui/models/shown_model.h"

#include <QFileSystemWatcher>
#include <QJsonObject>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <vector>

class QMenu;

namespace circumplex {

class ModelsPage;

/// Brings the models page together with the registry, which is read on a thread, and with
/// `circumplex-cli models`, which changes it.
class ModelsLink : public QObject {
    Q_OBJECT

public:
    /// @param page  must outlive this object
    explicit ModelsLink(ModelsPage& page, QObject* parent = nullptr);

    /// Offers the installed models there, one click each. @param menu  must outlive this object
    void setMenu(QMenu& menu);

    void refresh();

Q_SIGNALS:
    /// @param hash  of the model that is in use from now on
    void modelInUseChanged(const std::string& hash);

private:
    /// A run of circumplex-cli, and what came of it so far.
    struct Task {
        CliProcess process;
        QString place; ///< of its messages on the page
        QString donePlace, done; ///< to be said when the process has ended well
        QStringList notes {}; ///< to be said below it
        QString problem {}; ///< in the user's language; empty: none, or none with a code
        QString code {}; ///< of the problem
        bool isVerifying = false;
    };
    struct Start {
        QStringList arguments;
        QString place, busy, donePlace, done;
    };

    void setUp(Task& task);
    void run(Task& task, const Start& start);
    void read(Task& task, const QJsonObject& said);
    void ended(Task& task, const QString& problem);

    void use(const QString& name);
    void verify(const QString& name);
    void remove(const QString& name);
    void import(const QStringList& arguments);
    void fetch(const QStringList& arguments);
    void fillMenu(const std::vector<ShownModel>& models);
    QString titleOf(const QString& name) const;
    void watch();

    ModelsPage& m_page;
    QMenu* m_menu = nullptr;
    Task m_task; ///< at most one at a time, but for a download
    Task m_download;
    QFileSystemWatcher m_folders; ///< other programs add and remove models, too
    QTimer m_soon; ///< a model that is copied comes file by file
    std::vector<ShownModel> m_models;
    std::string m_hashInUse;
    JobRunner m_jobs;
};

} // namespace circumplex
