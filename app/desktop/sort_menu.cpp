#include "app/desktop/sort_menu.h"

#include "ui/library/library_page.h"
#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"
#include "ui/main_window/main_window.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace circumplex {

void addSortMenu(MainWindow& window, QMenu& menu, LibraryPage& page)
{
    QMenu* orders = menu.addMenu(QCoreApplication::translate("SortMenu", "Sort by"));
    auto* group = new QActionGroup(orders);
    for (const TrackColumn column : { TrackColumn::Title, TrackColumn::Artist, TrackColumn::Album,
             TrackColumn::Moods, TrackColumn::Valence, TrackColumn::Arousal, TrackColumn::Length,
             TrackColumn::Year, TrackColumn::Genre, TrackColumn::Key }) {
        const QString name = page.table().columnName(column);
        for (const Qt::SortOrder order : { Qt::AscendingOrder, Qt::DescendingOrder }) {
            const QString text = order == Qt::AscendingOrder
                ? QCoreApplication::translate("SortMenu", "%1, ascending", "a column").arg(name)
                : QCoreApplication::translate("SortMenu", "%1, descending", "a column").arg(name);
            QAction* action = window.addCommand(orders, text, {});
            action->setCheckable(true);
            group->addAction(action);
            QObject::connect(action, &QAction::triggered, &page, [&window, &page, column, order] {
                window.showPage(QStringLiteral("library"));
                page.table().sortBy(column, order);
            });
            const auto follow = [action, &page, column, order] {
                action->setEnabled(page.model().hasOrder(column));
                action->setChecked(page.table().isOrderedBy(column, order));
            };
            QObject::connect(&page, &LibraryPage::queryChanged, action, follow);
            follow();
        }
    }
}

} // namespace circumplex
