#include "ui/plane/plane_presenter.h"

#include "core/services/library_reader.h"
#include "ui/common/error_text.h"
#include "ui/library/track_list_model.h"
#include "ui/plane/plane_page.h"

namespace circumplex {

PlanePresenter::PlanePresenter(PlanePage& page, LibraryReader& reader, QObject* parent)
    : QObject(parent)
    , m_page(page)
    , m_reader(reader)
{
    TrackListModel& model = page.model();
    connect(&model, &TrackListModel::rowsWanted, this,
        [this, &model](const std::vector<TrackId>& wanted) {
            m_reader.rows(this, wanted, [&model, wanted](auto rows) {
                model.putRows(wanted, rows ? std::move(*rows) : std::vector<TrackRow> {});
            });
        });
    connect(&page, &PlanePage::cardWanted, this, [this](TrackId track) {
        m_reader.rows(this, { track }, [this, track](const auto& rows) {
            if (!rows || rows->empty()) return;
            m_reader.sparklines(this, { track }, [this, row = rows->front()](const auto& curves) {
                m_page.showCard(row, curves && !curves->empty() ? curves->front() : Sparkline {});
            });
        });
    });
}

void PlanePresenter::refresh()
{
    m_page.model().forgetAll();
    m_reader.points(this, [this](auto points) {
        if (points)
            m_page.setPoints(std::move(*points));
        else if (points.error().code != ErrorCode::FileMissing)
            m_page.setError(errorText(points.error()));
    });
}

} // namespace circumplex
