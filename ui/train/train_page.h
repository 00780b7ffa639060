#pragma once

#include "ui/train/training_lines.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace circumplex {

class TrainChoiceStep;
class TrainDataStep;
class TrainRunStep;
class TrainVerdictStep;

/// From labels to a personal model in four steps: data, what to train, training, verdict. A step
/// can be looked at once the one before has led to it.
class TrainPage : public QWidget {
    Q_OBJECT

public:
    enum Step { Data, Choice, Run, Verdict };

    explicit TrainPage(QWidget* parent = nullptr);

    /// Labels are being counted, or brought in.
    void setCounting(const QString& sentence);
    /// @param isOfAll  of everybody's labels, not only of chosenRaters()
    void setPlan(const TrainPlan& plan, bool isOfAll);
    /// Nothing can be counted, for this reason.
    void setProblem(const QString& sentence);
    /// @param base       name of the one of them that a training would start from
    /// @param parent    what the model in use was made from; empty: nothing to go back to
    /// @param canResume  there is an interrupted training
    void setModels(const std::vector<TrainBase>& bases, const QString& base, const QString& parent,
        bool canResume);
    /// What came of something that is no part of a step.
    void setMessage(const QString& sentence);

    void begin();
    void addEpoch(const TrainEpoch& epoch);
    void endWithout(const QString& sentence, bool canResume);
    void setVerdict(const TrainVerdict& verdict, const QString& model);
    void setChosen(const QString& sentence, bool isInUse);
    void setChoiceProblem(const QString& sentence);

    Step step() const;
    QStringList chosenRaters() const;
    QStringList raterWeights() const; ///< "NAME=WEIGHT"
    QString base() const; ///< name of the model to start from
    bool isFromScratch() const;
    bool adaptsEncoder() const;

Q_SIGNALS:
    /// The labels of chosenRaters() are to be counted, for base().
    void planWanted();
    void startWanted(bool resume);
    void stopWanted();
    void useWanted();
    void keepOldWanted();
    void rollBackWanted();
    void ratingWanted();
    void importWanted(const QString& file);
    void analysisWanted();
    void trackOpened(TrackId track);

private:
    void showStep(Step step);
    void setReachable(Step step, bool isReachable);

    QLabel* m_message;
    QPushButton* m_rollBack;
    QListWidget* m_list;
    QStackedWidget* m_steps;
    TrainDataStep* m_data;
    TrainChoiceStep* m_choice;
    TrainRunStep* m_run;
    TrainVerdictStep* m_verdict;
    double m_secondsAtMost = 0.0;
};

} // namespace circumplex
