#pragma once

#include "core/services/proxy_choice.h"
#include "ui/models/fetch_pace.h"

#include <QElapsedTimer>
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

class PanelMessage;
class ProxyRow;

/// Offers to download Music2Emo from its authors: what comes from where, how large it is, and
/// under which licences, each of which has to be accepted.
class ModelDownloadPanel : public QFrame {
    Q_OBJECT

public:
    /// Of the model that comes of it.
    static constexpr const char* kName = "music2emo";

    explicit ModelDownloadPanel(QWidget* parent = nullptr);

    /// A download is under way and can be stopped.
    void setFetching(bool isFetching);
    /// @param key  of a PublishedFile; others are passed over
    /// @param total  bytes of this file
    void setProgress(const QString& key, std::int64_t done, std::int64_t total);
    /// Emits nothing.
    void setProxy(const ProxyChoice& choice);
    ProxyChoice proxy() const;
    PanelMessage& message() { return *m_message; }
    /// Where it comes from, and through which proxy.
    void showWays();
    /// In the order on the screen.
    QList<QWidget*> tabOrder() const;

Q_SIGNALS:
    /// @param arguments  of `circumplex-cli models fetch`
    void fetchWanted(const QStringList& arguments);
    void stopWanted();
    void proxyChanged();

private:
    void addFile(std::size_t file);
    void updateButtons();
    QStringList arguments() const;

    std::array<QCheckBox*, 3> m_accepted {};
    std::array<QLabel*, 3> m_licences {};
    std::array<QLabel*, 3> m_addressLabels {};
    std::array<QLineEdit*, 3> m_addresses {};
    QPushButton* m_showAddresses;
    QPushButton* m_fetch;
    QPushButton* m_stop;
    QProgressBar* m_bar;
    QLabel* m_progress;
    ProxyRow* m_proxy;
    PanelMessage* m_message;
    FetchPace m_pace;
    QElapsedTimer m_clock;
    bool m_isFetching = false;
};

} // namespace circumplex
