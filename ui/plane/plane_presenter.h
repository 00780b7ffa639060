#pragma once

#include "core/services/job_runner.h"
#include "ui/plane/plane_points.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>

namespace circumplex {

class LibraryReader;
class PlanePage;

/// Brings together what the plane's page asks for and what the reader finds.
class PlanePresenter : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this object.
    PlanePresenter(PlanePage& page, LibraryReader& reader, QObject* parent = nullptr);

    /// Shows these before the rest, selected, until somebody selects or searches there.
    void showTracks(std::vector<TrackId> tracks);
    void refresh();
    /// Something was analysed, came or went: refreshes in a while if the page is looked at.
    void refreshSoon();

private:
    void findHits();
    void readGroups();

    PlanePage& m_page;
    LibraryReader& m_reader;
    std::shared_ptr<const PlanePoints> m_points = std::make_shared<const PlanePoints>();
    std::vector<TrackId> m_shown; ///< by showTracks()
    QTimer m_later;
    QElapsedTimer m_reading;
    JobRunner m_runner; // last: its jobs end before anything else does
};

} // namespace circumplex
