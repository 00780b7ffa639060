#pragma once

#include "core/services/settings.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace circumplex {

/// What can be chosen. Changes take effect at once.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    explicit SettingsPage(QWidget* parent = nullptr);

    void setLook(const Settings::Look& look);
    void setAnalysis(const Settings::Analysis& analysis);
    Settings::Look look() const;
    Settings::Analysis analysis() const;

    /// The watched folders, as people read them.
    void setFolders(const QStringList& folders);
    void setFoldersError(const QString& sentence);

Q_SIGNALS:
    void lookChanged();
    /// The program is to be started again, in the language that was chosen.
    void restartWanted();
    void analysisChanged();
    void addFolderWanted();
    /// @param folder  its place in setFolders()
    void removeFolderWanted(int folder);

private:
    QFormLayout* addSection(const QString& name, const QString& explanation);
    void addFolderSection();
    void alignSections();

    QVBoxLayout* m_sections;
    QListWidget* m_folders;
    QLabel* m_foldersError;
    QPushButton* m_remove;
    QComboBox* m_appearance;
    QComboBox* m_language;
    QLabel* m_languageHint;
    QPushButton* m_restart;
    std::vector<QFormLayout*> m_forms;
    QCheckBox* m_automatic;
    QSpinBox* m_cores;
    QCheckBox* m_gentle;
    QDoubleSpinBox* m_hop;
    QDoubleSpinBox* m_window;
    QSpinBox* m_cache;
};

} // namespace circumplex
