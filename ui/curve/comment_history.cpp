#include "ui/curve/comment_history.h"

#include "core/services/track_session.h"
#include "ui/common/two_ways.h"
#include "ui/curve/track_page.h"

#include <QUndoStack>

namespace circumplex {

CommentHistory::CommentHistory(
    TrackPage& page, TrackSession& session, QUndoStack& undo, QObject* parent)
    : QObject(parent)
{
    connect(&page, &TrackPage::commentWanted, this,
        [&session, &undo](const std::shared_ptr<CommentChange>& change) {
            const QString text = !change->before ? tr("write a comment")
                : !change->after                 ? tr("remove a comment")
                                                 : tr("change a comment");
            undo.push(new TwoWays(
                text, [&session, change] { session.makeChange(change); },
                [&session, change] { session.takeBack(change); }));
        });
}

} // namespace circumplex
