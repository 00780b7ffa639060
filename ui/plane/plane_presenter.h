#pragma once

#include <QObject>

namespace circumplex {

class LibraryReader;
class PlanePage;

/// Brings together what the plane's page asks for and what the reader finds.
class PlanePresenter : public QObject {
    Q_OBJECT

public:
    /// Both must outlive this object.
    PlanePresenter(PlanePage& page, LibraryReader& reader, QObject* parent = nullptr);

    void refresh();

private:
    PlanePage& m_page;
    LibraryReader& m_reader;
};

} // namespace circumplex
