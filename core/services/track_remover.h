#pragma once

#include "core/services/job_runner.h"
#include "core/types/id.h"

#include <QObject>

#include <filesystem>
#include <vector>

namespace circumplex {

/// Takes tracks out of the library and brings them back, on a thread of its own, one after the
/// other. What was asked for is done before this object is gone.
class TrackRemover : public QObject {
    Q_OBJECT

public:
    explicit TrackRemover(std::filesystem::path library, QObject* parent = nullptr);
    ~TrackRemover() override;

    void remove(std::vector<TrackId> tracks);
    void bringBack(std::vector<TrackId> tracks);

Q_SIGNALS:
    void removed(std::size_t count);
    void broughtBack(std::size_t count);
    void failed(const Error& error);

private:
    void start(std::vector<TrackId> tracks, bool isRemoving);

    std::filesystem::path m_library;
    JobRunner m_runner; // last: its jobs end before anything else does
};

} // namespace circumplex
