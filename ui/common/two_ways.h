#pragma once

#include <QUndoCommand>

#include <functional>
#include <utility>

namespace circumplex {

/// A step that can be taken back, made of what does it and what undoes it.
class TwoWays : public QUndoCommand {
public:
    TwoWays(const QString& text, std::function<void()> forth, std::function<void()> back)
        : QUndoCommand(text)
        , m_forth(std::move(forth))
        , m_back(std::move(back))
    {
    }

    void redo() override { m_forth(); }
    void undo() override { m_back(); }

private:
    std::function<void()> m_forth, m_back;
};

} // namespace circumplex
