#pragma once

#include <QObject>

namespace circumplex {

class EngineLink;
class LibraryReader;
class StatusStrip;

/// The tracks that could not be analysed: those of earlier days stand in the strip's list, too, and
/// all can be tried again.
class ProblemsLink : public QObject {
    Q_OBJECT

public:
    /// All must outlive this object.
    ProblemsLink(
        StatusStrip& strip, LibraryReader& reader, EngineLink& engine, QObject* parent = nullptr);

    /// Lists what the library knows of.
    void list();
    void tryAllAgain();

private:
    StatusStrip& m_strip;
    LibraryReader& m_reader;
    EngineLink& m_engine;
};

} // namespace circumplex
