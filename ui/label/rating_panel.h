#pragma once

#include "core/services/rating_recorder.h"
#include "ui/label/label_plan.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace circumplex {

class ElidedLabel;
class StepRow;
class TagPicker;

/// After a song: how it felt as a whole, how sure one is, and which moods it has.
class RatingPanel : public QWidget {
    Q_OBJECT

public:
    explicit RatingPanel(QWidget* parent = nullptr);

    /// Asks anew. @param model  what to show of a model; nullopt: nothing
    void ask(const QString& title, const QString& place, EmotionLocus locus,
        const std::optional<EmotionPlace>& model);

    /// What is said so far; without track and session.
    SongRating rating() const;
    /// What is wrong; empty: nothing
    void setProblem(const QString& sentence);

    RatingPlane& plane() { return *m_plane; }

    /// Says what the buttons of a game pad do.
    void setHasPad(bool hasPad);
    // What those do:
    void save();
    void nextConfidence();
    void nextFamiliarity();
    TagPicker& tags() { return *m_tags; }

Q_SIGNALS:
    void saveClicked();
    void skipClicked();

private:
    void followSteps();
    void showAnswers();

    ElidedLabel* m_title;
    QLabel *m_place, *m_question, *m_problem, *m_values, *m_padHint;
    RatingPlane* m_plane;
    StepRow *m_valence, *m_arousal, *m_confidence, *m_familiarity;
    TagPicker* m_tags;
    QPushButton* m_save;
    std::optional<double> m_valenceValue, m_arousalValue;
};

} // namespace circumplex
