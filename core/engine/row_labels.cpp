#include "core/engine/row_labels.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <span>

namespace circumplex {

namespace {

constexpr std::size_t kTraining = 0, kTest = 2; ///< SplitPart

/// Of a training part, as the published files have it: size; mean and population variance.
struct PublishedLabels {
    std::array<std::size_t, 3> sizes; ///< [SplitPart]
    double valenceMean, valenceVariance, arousalMean, arousalVariance;
};

constexpr PublishedLabels publishedLabels(DataSetKind kind)
{
    switch (kind) {
    case DataSetKind::MtgJamendo:
        return { { 9949, 3802, 4231 }, 0.0, 0.0, 0.0, 0.0 };
    case DataSetKind::Deam:
        return { { 1261, 271, 270 }, 4.9188, 1.3609, 4.8342, 1.6886 };
    case DataSetKind::EmoMusic:
        return { { 495, 124, 125 }, 4.9976, 1.5766, 4.7984, 1.8909 };
    case DataSetKind::PmEmo:
        return { { 536, 116, 115 }, 5.7590, 1.7204, 5.9279, 2.1603 };
    }
    return {};
}

struct Moments {
    double mean = 0.0, variance = 0.0;
};

Moments momentsOf(const DataSetPart& part, std::optional<float> DataSetItem::*number)
{
    Moments moments;
    const auto count = static_cast<double>(part.items.size());
    for (const DataSetItem& item : part.items)
        moments.mean += double { *(item.*number) } / count;
    for (const DataSetItem& item : part.items)
        moments.variance += std::pow(*(item.*number) - moments.mean, 2.0) / count;
    return moments;
}

bool isNear(const Moments& moments, double mean, double variance)
{
    constexpr double kRounding = 0.02;
    return std::abs(moments.mean - mean) < kRounding
        && std::abs(moments.variance - variance) < kRounding;
}

void compareSizes(const RowSet& set, std::vector<std::string>& warnings)
{
    const auto published = publishedLabels(set.kind).sizes;
    for (std::size_t part = 0; part < set.parts.size(); ++part) {
        const auto count = set.parts[part].items.size();
        if (count == 0 || count == published[part]) continue;
        warnings.push_back("The " + std::string(kPartNames[part]) + " part of "
            + dataSetName(set.kind) + " has " + std::to_string(count)
            + " tracks; the published figures are of " + std::to_string(published[part]) + '.');
    }
}

void compareMoments(const RowSet& set, std::vector<std::string>& warnings)
{
    const DataSetPart& part = set.parts[kTraining];
    const PublishedLabels published = publishedLabels(set.kind);
    const bool isComparable
        = set.kind != DataSetKind::MtgJamendo && part.items.size() == published.sizes[kTraining];
    if (!isComparable) return;
    const auto valence = momentsOf(part, &DataSetItem::valence);
    const auto arousal = momentsOf(part, &DataSetItem::arousal);
    const std::string name = dataSetName(set.kind);
    const bool isAsPublished = isNear(valence, published.valenceMean, published.valenceVariance)
        && isNear(arousal, published.arousalMean, published.arousalVariance);
    if (isNear(valence, published.arousalMean, published.arousalVariance)
        && isNear(arousal, published.valenceMean, published.valenceVariance))
        warnings.push_back("Valence and arousal of " + name
            + " seem to be in each other's place: mean and variance of one are those published for "
              "the other.");
    else if (!isAsPublished)
        warnings.push_back("The labels of " + name
            + " have another mean or variance than those that the published figures are of.");
    else if (set.kind == DataSetKind::Deam)
        warnings.push_back("The labels of deam are as published: for ids up to 1000 valence and "
                           "arousal are in each other's place against those of emomusic. The "
                           "published figures are of them; use them for nothing else.");
}

std::map<std::string, const DataSetItem*> itemsById(std::span<const DataSetPart> parts)
{
    std::map<std::string, const DataSetItem*> items;
    for (const DataSetPart& part : parts)
        for (const DataSetItem& item : part.items)
            items[item.id] = &item;
    return items;
}

double correlation(const std::vector<std::pair<double, double>>& pairs)
{
    double x = 0.0, y = 0.0, xx = 0.0, yy = 0.0, xy = 0.0;
    const auto count = static_cast<double>(pairs.size());
    for (const auto& [left, right] : pairs) {
        x += left / count;
        y += right / count;
    }
    for (const auto& [left, right] : pairs) {
        xx += (left - x) * (left - x);
        yy += (right - y) * (right - y);
        xy += (left - x) * (right - y);
    }
    return xy / std::sqrt(xx * yy);
}

/// EmoMusic's songs are DEAM's of the same ids.
void compareSharedSongs(
    const RowSet& deam, const RowSet& emoMusic, std::vector<std::string>& warnings)
{
    constexpr std::size_t kFewest = 5;
    constexpr double kAlmostEqual = 0.9;
    const auto others = itemsById(emoMusic.parts);
    std::vector<std::pair<double, double>> valences, arousals, crossed, crossedBack;
    for (const auto& [id, item] : itemsById(deam.parts)) {
        const auto other = others.find(id);
        if (other == others.end()) continue;
        const DataSetItem& same = *other->second;
        valences.emplace_back(*item->valence, *same.valence);
        arousals.emplace_back(*item->arousal, *same.arousal);
        crossed.emplace_back(*item->valence, *same.arousal);
        crossedBack.emplace_back(*item->arousal, *same.valence);
    }
    if (valences.size() >= kFewest
        && correlation(crossed) > std::max(kAlmostEqual, correlation(valences))
        && correlation(crossedBack) > std::max(kAlmostEqual, correlation(arousals)))
        warnings.push_back("Of the " + std::to_string(valences.size())
            + " songs that deam and emomusic share, deam's valence is emomusic's arousal and the "
              "reverse. The published figures are of deam's table as it is published, where this "
              "is "
              "so for ids up to 1000; one head then learns contrary labels.");
    for (const auto& [learning, judging] :
        { std::pair(&deam, &emoMusic), std::pair(&emoMusic, &deam) }) {
        const auto learned = itemsById({ &learning->parts[kTraining], 1 });
        const auto leaked = std::ranges::count_if(judging->parts[kTest].items,
            [&learned](const DataSetItem& item) { return learned.contains(item.id); });
        if (leaked > 0)
            warnings.push_back(std::to_string(leaked) + " songs of the test part of "
                + dataSetName(judging->kind) + " are in the train part of "
                + dataSetName(learning->kind) + ", as in the published parts.");
    }
}

} // namespace

Result<std::vector<RowSet>> readRowSets(const PublishedRow& row,
    const std::map<DataSetKind, std::filesystem::path>& folders, bool onlyTest)
{
    std::vector<RowSet> sets;
    for (const auto& [kind, figures] : row.sets) {
        const auto folder = folders.find(kind);
        if (folder == folders.end())
            return tl::unexpected(Error { ErrorCode::Refused,
                "The row " + row.name + " needs the folder of " + dataSetName(kind) + '.' });
        RowSet set { .kind = kind };
        std::set<std::string> known;
        for (std::size_t part = 0; part < kPartNames.size(); ++part) {
            if (onlyTest && part != kTest) continue;
            auto read = readDataSet(folder->second, kind, kPartNames[part]);
            if (!read) return tl::unexpected(read.error());
            const auto refuse = [&](const std::string& reason) {
                return tl::unexpected(Error { ErrorCode::LabelsUnusable,
                    folder->second.string() + ": the " + kPartNames[part] + " part " + reason });
            };
            if (read->items.empty()) return refuse("has no labelled track.");
            for (const DataSetItem& item : read->items)
                if (!known.insert(item.id).second)
                    return refuse("has the track " + item.id + ", which is listed before.");
            set.parts[part] = *std::move(read);
        }
        sets.push_back(std::move(set));
    }
    return sets;
}

std::vector<std::string> rowWarnings(const std::vector<RowSet>& sets)
{
    std::vector<std::string> warnings;
    const RowSet* deam = nullptr;
    const RowSet* emoMusic = nullptr;
    for (const RowSet& set : sets) {
        std::set<std::string> said; // the parts of a set share their table
        for (const DataSetPart& part : set.parts)
            for (const std::string& notice : part.notices)
                if (said.insert(notice).second) warnings.push_back(notice);
        compareSizes(set, warnings);
        compareMoments(set, warnings);
        if (set.kind == DataSetKind::Deam) deam = &set;
        if (set.kind == DataSetKind::EmoMusic) emoMusic = &set;
    }
    if (deam != nullptr && emoMusic != nullptr) compareSharedSongs(*deam, *emoMusic, warnings);
    return warnings;
}

} // namespace circumplex
