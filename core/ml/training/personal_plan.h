#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace circumplex {

/// How an encoder's low-rank adapter learns, after the head and then together with it.
struct AdapterPlan {
    int rank = 0; ///< 0: there is none, the encoder stays as it is
    double alpha = 16.0;
    double learningRate = 2e-4; ///< of the adapter and the head
    int epochs = 8; ///< at most, beside those of the head alone
    int patience = 2;
    int batchTracks = 8; ///< halved where memory does not suffice
    int sectionsPerTrack = 3; ///< pieces of ten seconds that are kept; one is drawn in each epoch
};

/// How a head is fitted to the labels of one person, or a few. The defaults suit some dozens to
/// some thousands of tracks.
struct PersonalPlan {
    enum class Start {
        Base, ///< the base model's head goes on learning, held near where it was
        Scratch, ///< new layers behind the base model's chord reader
    };

    Start start = Start::Base;
    std::uint64_t seed = 1; ///< of folds, batches, dropout and new layers
    int folds = 5; ///< of the cross validation that the verdict rests on
    /// Shares of the labels with which each fold is trained besides all of them, for the learning
    /// curve.
    std::vector<double> curveShares { 0.25, 0.5 };
    int epochs = 60; ///< at most
    int patience = 8; ///< epochs without a better validation loss
    int validationParts = 6; ///< one of so many parts of the training groups is for stopping
    int batchSize = 128; ///< halved where memory does not suffice
    double learningRate = 5e-4;
    /// Share of the way back to the base model's weights (from scratch: of matrices to zero) that
    /// each step goes, times the learning rate.
    double towardsBase = 0.5;
    double embeddingDropout = 0.1;
    double hiddenDropout = 0.3;
    int windowsPerTrack = 2; ///< drawn beside each whole track in every epoch
    double windowWeight = 0.5; ///< of such a window
    double squaredErrorWeight = 1.0; ///< terms of the loss
    double concordanceWeight = 1.0;
    double tagWeight = 1.0;
    double distillationWeight = 0.5; ///< of what nobody labelled: there the base model is right
    bool balancesTags = true; ///< a tag's givens and not-givens count alike in sum, within limits
    AdapterPlan adapter {};
    std::string device = "cpu";
    int threads = 0; ///< 0: one per core. The same number gives the same weights
};

/// @throws std::invalid_argument  naming the field that is out of range
void requireUsable(const PersonalPlan& plan);

/// Every field by name; the adapter only if there is one.
nlohmann::ordered_json planJson(const PersonalPlan& plan);

} // namespace circumplex
