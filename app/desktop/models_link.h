#pragma once

#include "core/services/cli_process.h"
#include "core/services/job_runner.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>

#include <vector>

class QMenu;

namespace circumplex {

class ModelsPage;
struct ShownModel;

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
    /// An object that circumplex-cli said.
    void read(const QByteArray& line);
    void ended(const QString& problem);
    void run(const QStringList& arguments, const QString& busy, const QString& done);

    void use(const QString& name);
    void fillMenu(const std::vector<ShownModel>& models);

    ModelsPage& m_page;
    QMenu* m_menu = nullptr;
    CliProcess m_process;
    QFileSystemWatcher m_folder; ///< other programs add and remove models, too
    QString m_done; ///< to be said when the process has ended well
    QStringList m_notes; ///< to be said below it
    QString m_problem; ///< in the user's language; empty: none, or none with a code
    std::string m_hashInUse;
    JobRunner m_jobs;
};

} // namespace circumplex
