#pragma once

#include "ui/models/panel_message.h"
#include "ui/models/shown_model.h"

#include <QMap>
#include <QSet>
#include <QStringList>
#include <QWidget>

#include <vector>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace circumplex {

class InstalledModelCard;
class ModelDownloadPanel;
class ModelImportPanel;

/// The installed models as cards, and forms that download or import another one.
class ModelsPage : public QWidget {
    Q_OBJECT

public:
    /// Where messages go that are about no installed model. No model can be called so.
    static constexpr const char* kTopPlace = "";
    static constexpr const char* kDownloadPlace = ":download";
    static constexpr const char* kImportPlace = ":import";

    explicit ModelsPage(QWidget* parent = nullptr);

    void setModels(const std::vector<ShownModel>& models);

    /// Says it in the panel that it is about. It goes when the page is shown the next time, if it
    /// was seen before; one that is lasting stays.
    /// @param place  a model's name, or one of the places above. For a model that is not there yet
    ///   it waits, and the page scrolls to the card when it comes
    void setMessage(const QString& place, const ModelsMessage& message);
    /// Something is being done with models; nothing else but a download can be started.
    void setBusy(bool isBusy);

    /// Takes files to import, each into the field that its name fits, shows where they went, and
    /// says which are none of those that an import takes.
    /// @return these
    QStringList takeFiles(const QStringList& files);
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

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Said {
        ModelsMessage message;
        bool wasSeen = false;
    };

    InstalledModelCard* cardOf(const QString& name) const;
    void makeCards();
    void sayAt(const QString& place, const ModelsMessage& message);
    void updateTabOrder();
    /// Where the keyboard was, as far as a card is concerned: the name of its button.
    QString focusedButton() const;
    void focusButton(const QString& name);
    /// Once everything has found its place.
    void scrollTo(QWidget& widget);

    std::vector<ShownModel> m_models;
    std::vector<InstalledModelCard*> m_cards;
    QVBoxLayout* m_cardColumn;
    QPushButton* m_compare;
    QWidget* m_cardArea;
    QScrollArea* m_scroll;
    PanelMessage* m_message;
    ModelDownloadPanel* m_download;
    ModelImportPanel* m_import;
    QMap<QString, Said> m_said; ///< by place
    QSet<QString> m_detailed; ///< names of models whose details are shown
    QString m_awaited; ///< name of a model that is to be shown when it comes
    QString m_focused; ///< the button that had the focus before it was taken away for being busy
    bool m_isBusy = false;
};

} // namespace circumplex
