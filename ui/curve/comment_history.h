#pragma once

#include <QObject>

class QUndoStack;

namespace circumplex {

class TrackPage;
class TrackSession;

/// Writes the comments that a track's page asks for, as steps that can be taken back.
class CommentHistory : public QObject {
    Q_OBJECT

public:
    /// All must outlive this object.
    CommentHistory(
        TrackPage& page, TrackSession& session, QUndoStack& undo, QObject* parent = nullptr);
};

} // namespace circumplex
