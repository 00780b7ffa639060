#pragma once

#include "core/services/model_registry.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace circumplex {

class ModelDownloadPanel;
class ModelImportPanel;

/// A model as the page shows it.
struct ShownModel {
    InstalledModel model;
    std::int64_t bytes = 0; ///< of all its files
    bool isInUse = false;
};

/// The installed models as cards, and a form that imports another one.
class ModelsPage : public QWidget {
    Q_OBJECT

public:
    explicit ModelsPage(QWidget* parent = nullptr);

    void setModels(const std::vector<ShownModel>& models);
    /// What is being done, or what came of it; while `isBusy` nothing else can be started.
    void setMessage(const QString& sentence, bool isBusy);
    /// Files to import, each into the field that its name fits.
    void takeFiles(const QStringList& files);
    /// Whether a file looks like one of those that imports take.
    static bool isModelFile(const QString& file);

    ModelImportPanel& importPanel() { return *m_import; }
    ModelDownloadPanel& downloadPanel() { return *m_download; }

Q_SIGNALS:
    void useWanted(const QString& name);
    void verifyWanted(const QString& name);
    void removeWanted(const QString& name);
    /// @param arguments  of `circumplex-cli models import`
    void importWanted(const QStringList& arguments);
    /// @param arguments  of `circumplex-cli models fetch`
    void fetchWanted(const QStringList& arguments);
    void stopWanted();

private:
    QWidget* makeCard(const ShownModel& shown);

    std::vector<ShownModel> m_models;
    QVBoxLayout* m_cards;
    QPushButton* m_compare;
    QWidget* m_cardArea;
    QLabel* m_message;
    ModelDownloadPanel* m_download;
    ModelImportPanel* m_import;
    bool m_isBusy = false;
    QString m_focused; ///< what had the focus before it was taken away for being busy
};

} // namespace circumplex
