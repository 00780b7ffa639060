#pragma once

#include "ui/label/label_plan.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFrame;
class QLabel;
class QPushButton;
class QTableWidget;

namespace circumplex {

/// Before a sitting: who rates what, and how.
class SetupPanel : public QWidget {
    Q_OBJECT

public:
    explicit SetupPanel(QWidget* parent = nullptr);

    /// Everything but the songs.
    void setPlan(const LabelPlan& plan);
    LabelPlan plan() const;

    void setRaters(const QStringList& names);
    /// What a sitting could be about. @param songs  with reasons where they are suggested
    void setSongs(LabelPlan::Songs source, const std::vector<LabelSong>& songs);
    /// @param test  of the chosen rater and instrument; nullopt: never measured
    void setLatency(const std::optional<LatencyTest>& test);
    void setHasGamepad(bool hasGamepad);
    void setInterrupted(const std::vector<InterruptedRating>& ratings);
    /// Why no sitting can begin; empty: nothing is wrong
    void setProblem(const QString& sentence);
    void setBusy(bool isBusy);

Q_SIGNALS:
    void startWanted();
    void practiceWanted();
    void raterChanged(); ///< or the instrument
    void planEdited();
    void continueWanted(const InterruptedRating& rating);
    void discardWanted(const InterruptedRating& rating);

private:
    void showSongs();
    void updateButtons();

    QComboBox *m_rater, *m_locus, *m_axes, *m_instrument, *m_orientation, *m_source;
    QCheckBox* m_blind;
    QLabel *m_latency, *m_problem, *m_songNote;
    QPushButton *m_start, *m_practice;
    QTableWidget* m_list;
    QFrame* m_interrupted;
    QLabel* m_interruptedText;
    std::vector<LabelSong> m_songs[3]; ///< by LabelPlan::Songs
    std::vector<InterruptedRating> m_cutShort;
    bool m_isBusy = false;
};

} // namespace circumplex
