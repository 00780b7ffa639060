#pragma once

#include "ui/label/label_plan.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QFrame;
class QLabel;
class QPushButton;

namespace circumplex {

class FaderRow;
class SittingSongs;

/// Before a sitting: who rates what, and how.
class SetupPanel : public QWidget {
    Q_OBJECT

public:
    explicit SetupPanel(QWidget* parent = nullptr);

    /// Everything but the songs.
    void setPlan(const LabelPlan& plan);
    LabelPlan plan() const;

    void setRaters(const QStringList& names);
    /// What a sitting could be about.
    void chooseSongs(LabelPlan::Songs source);
    void setSongs(LabelPlan::Songs source, const std::vector<LabelSong>& songs);
    /// @param test  of the chosen rater and instrument; nullopt: never measured
    void setLatency(const std::optional<LatencyTest>& test);
    /// What is plugged in. @param midi  names of MIDI devices
    void setDevices(bool hasGamepad, const QStringList& midi);
    /// Moves of the chosen MIDI device, of which faders are learnt.
    FaderRow& faders() { return *m_faders; }
    void setInterrupted(const std::vector<InterruptedRating>& ratings);
    /// Why no sitting can begin; empty: nothing is wrong
    void setProblem(const QString& sentence);
    void setBusy(bool isBusy);
    /// As if the button had been clicked: nothing, if it cannot be.
    void start();

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
    void chooseInstrument(RatingPlane::Source source, const QString& device);

    QComboBox *m_rater, *m_locus, *m_axes, *m_instrument, *m_orientation, *m_source;
    QCheckBox* m_blind;
    FaderRow* m_faders;
    QFormLayout* m_form;
    QLabel *m_latency, *m_problem;
    QPushButton *m_start, *m_practice;
    SittingSongs* m_list;
    QFrame* m_interrupted;
    QLabel* m_interruptedText;
    std::vector<LabelSong> m_songs[LabelPlan::kSongsCount]; ///< by LabelPlan::Songs
    RatingPlane::Source m_wanted = RatingPlane::Source::Mouse; ///< also while it is not plugged in
    QString m_wantedDevice;
    std::vector<InterruptedRating> m_cutShort;
    bool m_isBusy = false;
};

} // namespace circumplex
