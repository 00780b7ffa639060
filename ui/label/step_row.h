#pragma once

#include <QStringList>
#include <QWidget>

#include <optional>

class QButtonGroup;

namespace circumplex {

/// A scale of a few steps in a row, of which one or none is chosen. The digits choose, too;
/// choosing the chosen one again takes the answer back.
class StepRow : public QWidget {
    Q_OBJECT

public:
    /// @param name  what is asked, for screen readers
    /// @param steps  words or numbers, from the least
    /// @param least, most  words at the ends; may be empty
    StepRow(const QString& name, const QStringList& steps, const QString& least,
        const QString& most, QWidget* parent = nullptr);

    std::optional<int> value() const; ///< from 1
    void setValue(std::optional<int> value);

Q_SIGNALS:
    void chosen(); ///< by a person

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QButtonGroup* m_group;
};

} // namespace circumplex
