#pragma once

#include "core/base/result.h"
#include "core/engine/row_labels.h"
#include "core/ml/annotator.h"
#include "core/ml/training/given_split.h"
#include "core/ml/training/training_pack.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace circumplex {

/// A track that a row has to do without.
struct LostTrack {
    DataSetKind set = DataSetKind::Deam;
    SplitPart part = SplitPart::Training;
    std::string id;
    std::filesystem::path audio; ///< empty: the folder holds no sound of it
    Error error;
};

/// What hears, and where it is kept.
struct RowHearing {
    std::shared_ptr<const Annotator> annotator;
    std::string encoder; ///< hash of the encoder's weights
    std::string hearing; ///< hash of all that decides what is heard
    std::string device;
    DataType dtype = DataType::Float32;
    int threads = 0; ///< for the networks; 0: one per core
    bool hearsChords = true; ///< false: no chords and no key, whatever the model could hear
    std::filesystem::path cache; ///< file; a track that was heard is not heard again
};

struct RowCallbacks {
    std::function<void(const std::filesystem::path& audio)> onTrack; ///< done or lost
    std::function<void(const LostTrack&)> onLost;
    std::function<void(const std::string&)> notice; ///< English sentences
};

/// A row's sets as they were heard.
struct HeardRow {
    struct TestTrack {
        std::size_t set = 0; ///< of the row
        std::string id;
        std::size_t row = 0; ///< of the pack
    };

    TrainingPack pack; ///< every track as a whole; of training tracks also their segments
    GivenSplit parts;
    std::vector<TestTrack> testTracks;
    std::vector<LostTrack> lost;
};

/// Hears as Music2Emo's training data were made: the encoder in segments of 30 s, an incomplete
/// last one left out unless it is the only one, chords and key of the published program, but with
/// the key's own mode and unknown chords as a symbol of their own. What is kept is half precision,
/// and so is what was just heard, so that a run that was interrupted ends with the same numbers.
///
/// @returns Cancelled; LabelsUnusable: nothing of a part could be heard, which
///   is said at once where there is no sound; what the cache does
Result<HeardRow> hearRow(const std::vector<RowSet>& sets, const RowHearing& hearing,
    const std::stop_token& stop, const RowCallbacks& callbacks);

} // namespace circumplex
