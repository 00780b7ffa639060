#pragma once

#include "core/types/id.h"

#include <QDialog>
#include <QString>

#include <string>
#include <vector>

class QListWidget;
class QPushButton;

namespace circumplex {

/// Something that went wrong in the background.
struct Problem {
    TrackId track {}; ///< that could not be analysed; 0: it is about none
    QString sentence {}; ///< or what it is about, where there is a code
    std::string code {}, reason {}; ///< errorCodeName(); an English sentence

    /// For people. Not made before somebody looks: there may be thousands.
    QString text() const;
};

/// What went wrong, as a list, and what can be done about it.
class ProblemDialog : public QDialog {
    Q_OBJECT

public:
    ProblemDialog(std::vector<Problem> problems, QWidget* parent);

Q_SIGNALS:
    /// Every track of the list is to be analysed again.
    void tryAgainWanted(const std::vector<TrackId>& tracks);
    void showWanted(TrackId track);
    void clearWanted();

private:
    const Problem* chosen() const;
    void copy() const;
    void chooseButtons();

    std::vector<Problem> m_problems;
    QListWidget* m_list;
    QPushButton* m_show;
};

} // namespace circumplex
