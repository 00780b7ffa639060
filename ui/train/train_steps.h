#pragma once

#include "ui/train/training_lines.h"

#include <QElapsedTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QListWidget;
class QPushButton;
class QRadioButton;
class QTableWidget;
class QVBoxLayout;

namespace circumplex {

class LabelPlane;
class LossPlot;

/// What labels there are, whose of them count, and whether they suffice.
class TrainDataStep : public QWidget {
    Q_OBJECT

public:
    explicit TrainDataStep(QWidget* parent = nullptr);

    /// @param isOfAll  of everybody's labels: raters are those that can be chosen from
    void setPlan(const TrainPlan& plan, bool isOfAll);
    /// Labels are being counted, or brought in; nothing can be done meanwhile.
    void setBusy(const QString& sentence);
    /// There is no plan, for this reason.
    void setProblem(const QString& sentence);
    bool isEnough() const { return m_isEnough; }
    /// Empty: everybody's.
    QStringList chosenRaters() const;
    /// "NAME=WEIGHT" of those that do not weigh 1.
    QStringList raterWeights() const;

Q_SIGNALS:
    void ratersChosen(); ///< or weighed otherwise
    void ratingWanted();
    void importWanted();
    void analysisWanted();
    void nextWanted();

private:
    void addRater(const TrainPlan::Rater& rater);
    void updateNext(const QString& missing);

    QLabel* m_sentence;
    QWidget* m_planeBox;
    LabelPlane* m_plane;
    QLabel* m_lines;
    QWidget* m_raterBox;
    QVBoxLayout* m_raterColumn;
    std::vector<QCheckBox*> m_raters;
    std::vector<QDoubleSpinBox*> m_weights;
    std::vector<QString> m_raterNames;
    QPushButton* m_next;
    QLabel* m_missing;
    QPushButton* m_rate;
    QPushButton* m_import;
    QPushButton* m_analyse;
    bool m_isEnough = false;
};

/// What is trained: from which model, with layers that go on learning or new ones.
class TrainChoiceStep : public QWidget {
    Q_OBJECT

public:
    explicit TrainChoiceStep(QWidget* parent = nullptr);

    /// @param base  name of the one that a training would start from
    void setBases(const std::vector<TrainBase>& bases, const QString& base);
    QString base() const;
    void setSeconds(double atMost);
    /// There is a training that was interrupted.
    void setCanResume(bool can);
    bool isFromScratch() const;
    bool adaptsEncoder() const;

Q_SIGNALS:
    void baseChosen(); ///< or whether its encoder learns, too
    void startWanted(bool resume);

private:
    /// Offers what the chosen base can do.
    void updateBase();

    std::vector<TrainBase> m_known;
    QComboBox* m_bases;
    QRadioButton* m_adapt;
    QRadioButton* m_anew;
    QCheckBox* m_encoder;
    QLabel* m_encoderHint;
    QLabel* m_time;
    QPushButton* m_start;
    QPushButton* m_resume;
    QLabel* m_resumeHint;
};

/// A training at work.
class TrainRunStep : public QWidget {
    Q_OBJECT

public:
    explicit TrainRunStep(QWidget* parent = nullptr);

    /// @param secondsAtMost  of the whole training
    void begin(double secondsAtMost);
    void add(const TrainEpoch& epoch);
    /// It ended without a verdict. @param canResume  what is done so far is kept
    void end(const QString& sentence, bool canResume);
    LossPlot& plot() { return *m_plot; }

Q_SIGNALS:
    void stopWanted();
    void resumeWanted();

private:
    double secondsLeft(const TrainEpoch& epoch) const;

    QLabel* m_state;
    QLabel* m_left;
    LossPlot* m_plot;
    QPushButton* m_stop;
    QLabel* m_stopHint;
    QPushButton* m_resume;
    QElapsedTimer m_time;
    double m_secondsAtMost = 0.0;
    int m_firstFit = -1; ///< of this run; later than 0 if it went on
};

/// What a training came to, and what is to be done with it.
class TrainVerdictStep : public QWidget {
    Q_OBJECT

public:
    explicit TrainVerdictStep(QWidget* parent = nullptr);

    /// @param model  what the new model is called
    void setVerdict(const TrainVerdict& verdict, const QString& model);
    /// The user has chosen, and it is done.
    void setDone(const QString& sentence, bool isInUse);
    void setBusy(bool isBusy);
    /// What has failed about using it or not.
    void setProblem(const QString& sentence);

Q_SIGNALS:
    void useWanted();
    void keepOldWanted();
    void analysisWanted();
    void trackOpened(TrackId track);

private:
    void fillTable(const TrainVerdict& verdict);
    void fillExamples(QListWidget& list, const std::vector<TrainVerdict::Example>& examples);

    QLabel* m_headline;
    QLabel* m_lines;
    QTableWidget* m_table;
    QLabel* m_rightHead;
    QLabel* m_wrongHead;
    QListWidget* m_right;
    QListWidget* m_wrong;
    QLabel* m_examplesHint;
    QLabel* m_state;
    QPushButton* m_use;
    QPushButton* m_keep;
    QPushButton* m_analyse;
};

} // namespace circumplex
