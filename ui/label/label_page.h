#pragma once

#include "ui/label/label_plan.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace circumplex {

class ListeningPanel;
class PracticePanel;
class RatingPanel;
class SetupPanel;
class SummaryPanel;

/// The instrument with which people rate songs: choose, listen, say, see what was said. One job at
/// a time, and nothing of what models say in view until a rating is saved.
class LabelPage : public QWidget {
    Q_OBJECT

public:
    enum class Stage { Setup, Practice, Listening, Rating, Summary };

    explicit LabelPage(QWidget* parent = nullptr);

    void setStage(Stage stage);
    Stage stage() const;
    /// Of the sitting; empty: there is none
    void setStatus(const QString& text);

    SetupPanel& setup() { return *m_setup; }
    PracticePanel& practice() { return *m_practice; }
    ListeningPanel& listening() { return *m_listening; }
    RatingPanel& rating() { return *m_rating; }
    SummaryPanel& summary() { return *m_summary; }

Q_SIGNALS:
    void stageChanged();
    void spacePressed(); ///< while listening
    void shown();
    void left(); ///< another page is looked at

protected:
    bool event(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLabel* m_status;
    QStackedWidget* m_pages;
    SetupPanel* m_setup;
    PracticePanel* m_practice;
    ListeningPanel* m_listening;
    RatingPanel* m_rating;
    SummaryPanel* m_summary;
};

} // namespace circumplex
