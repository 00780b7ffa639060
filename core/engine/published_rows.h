#pragma once

#include "core/services/data_set_folder.h"

#include <string>
#include <utility>
#include <vector>

namespace circumplex {

/// Scores by name, as in Evaluation.
using PublishedFigures = std::vector<std::pair<std::string, double>>;

/// One row of the tables that Music2Emo's authors publish (Kang and Herremans 2025).
struct PublishedRow {
    enum class Kind {
        OneSet, ///< the single-task head of one set
        SeveralSets, ///< the multitask head, each set taught by its single-task head
        EncoderAlone, ///< a single-task head that hears no chords and no key
        OtherSystem, ///< of others; their predictions are scored
    };

    std::string name; ///< "J+D", as the command line has it
    std::string system; ///< "Music2Emo, trained on J + D"
    Kind kind = Kind::OneSet;
    std::vector<std::pair<DataSetKind, PublishedFigures>> sets; ///< test parts of split 0, in order
    std::string source;
};

const std::vector<PublishedRow>& publishedRows();

/// nullptr: no row is called so. Letters count alike whether large or small.
const PublishedRow* publishedRowNamed(const std::string& name);

/// What is published about a set's test part.
struct PublishedScore {
    std::string system;
    PublishedFigures scores;
};
std::vector<PublishedScore> publishedScores(DataSetKind kind);

/// "J", "D", "E", "P"
const char* dataSetLetter(DataSetKind kind);

} // namespace circumplex
