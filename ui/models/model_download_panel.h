#pragma once

#include <QFrame>
#include <QStringList>

#include <array>
#include <cstdint>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace circumplex {

/// Offers to download Music2Emo from its authors: what comes from where, how large it is, and
/// under which licences, each of which has to be accepted.
class ModelDownloadPanel : public QFrame {
    Q_OBJECT

public:
    /// Of the model that comes of it.
    static constexpr const char* kName = "music2emo";

    explicit ModelDownloadPanel(QWidget* parent = nullptr);

    /// Something else is being done with models; nothing can be started.
    void setBusy(bool isBusy);
    /// A download is under way and can be stopped.
    void setFetching(bool isFetching);
    /// @param key  of a PublishedFile; others are passed over
    /// @param total  bytes of this file
    void setProgress(const QString& key, std::int64_t done, std::int64_t total);

Q_SIGNALS:
    /// @param arguments  of `circumplex-cli models fetch`
    void fetchWanted(const QStringList& arguments);
    void stopWanted();

private:
    void addFile(std::size_t file);
    void updateButtons();
    QStringList arguments() const;

    std::array<QCheckBox*, 3> m_accepted {};
    std::array<QLabel*, 3> m_addressLabels {};
    std::array<QLineEdit*, 3> m_addresses {};
    QPushButton* m_showAddresses;
    QPushButton* m_fetch;
    QPushButton* m_stop;
    QProgressBar* m_bar;
    QLabel* m_progress;
    bool m_isBusy = false;
    bool m_isFetching = false;
};

} // namespace circumplex
