#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QPushButton;

namespace circumplex {

/// What is being done in a panel, or what came of it.
struct ModelsMessage {
    enum class Kind { Busy, Done, Failed };

    QString sentence {};
    Kind kind = Kind::Done;
    bool canTryAgain = false;
    bool isLasting = false; ///< true of the model until something else is found out
};

/// Says it in the panel that it is about: problems with a mark, and a button to try again where
/// that makes sense. Hidden while there is nothing to say.
class PanelMessage : public QWidget {
    Q_OBJECT

public:
    explicit PanelMessage(QWidget* parent = nullptr);

    void setMessage(const ModelsMessage& message);
    QPushButton& tryAgainButton() { return *m_again; }

Q_SIGNALS:
    void tryAgainWanted();

private:
    QWidget* m_mark;
    QLabel* m_sentence;
    QPushButton* m_again;
};

} // namespace circumplex
