#include "core/engine/published_rows.h"

#include <algorithm>
#include <cctype>

namespace circumplex {

namespace {

using Kind = PublishedRow::Kind;

constexpr auto kJ = DataSetKind::MtgJamendo;
constexpr auto kD = DataSetKind::Deam;
constexpr auto kE = DataSetKind::EmoMusic;
constexpr auto kP = DataSetKind::PmEmo;

constexpr const char* kReadme = "AMAAI-Lab/Music2Emotion, README";
constexpr const char* kQuoted = "Music2Emo, arXiv 2502.03979, table II, as quoted by others";

PublishedFigures tags(double precision, double roc)
{
    return { { "pr_auc", precision }, { "roc_auc", roc } };
}

PublishedFigures numbers(double valence, double arousal)
{
    return { { "valence_r2", valence }, { "arousal_r2", arousal } };
}

PublishedRow other(const char* name, const char* system, double precision, double roc)
{
    return { name, system, Kind::OtherSystem, { { kJ, tags(precision, roc) } }, kReadme };
}

PublishedRow alone(const char* name, const char* system, DataSetKind set, PublishedFigures figures,
    const char* source)
{
    return { name, system, Kind::EncoderAlone, { { set, std::move(figures) } }, source };
}

} // namespace

const std::vector<PublishedRow>& publishedRows()
{
    static const std::vector<PublishedRow> rows {
        { "J", "Music2Emo, trained on J", Kind::OneSet, { { kJ, tags(0.1521, 0.7806) } }, kReadme },
        { "D", "Music2Emo, trained on D", Kind::OneSet, { { kD, numbers(0.5131, 0.6025) } },
            kReadme },
        { "E", "Music2Emo, trained on E", Kind::OneSet, { { kE, numbers(0.5957, 0.7489) } },
            kReadme },
        { "P", "Music2Emo, trained on P", Kind::OneSet, { { kP, numbers(0.5360, 0.7772) } },
            kReadme },
        { "J+D", "Music2Emo, trained on J + D", Kind::SeveralSets,
            { { kJ, tags(0.1526, 0.7806) }, { kD, numbers(0.5144, 0.6046) } }, kReadme },
        { "J+E", "Music2Emo, trained on J + E", Kind::SeveralSets,
            { { kJ, tags(0.1540, 0.7809) }, { kE, numbers(0.6091, 0.7525) } }, kReadme },
        { "J+P", "Music2Emo, trained on J + P", Kind::SeveralSets,
            { { kJ, tags(0.1522, 0.7806) }, { kP, numbers(0.5401, 0.7780) } }, kReadme },
        { "J+D+E+P", "Music2Emo, trained on J + D + E + P", Kind::SeveralSets,
            { { kJ, tags(0.1543, 0.7810) }, { kD, numbers(0.5184, 0.6228) },
                { kE, numbers(0.6512, 0.7616) }, { kP, numbers(0.5473, 0.7940) } },
            kReadme },
        other("lileonardo", "lileonardo", 0.1508, 0.7747),
        other("selab-hcmus", "SELAB-HCMUS", 0.1435, 0.7599),
        other("mirable", "Mirable", 0.1356, 0.7687),
        other("uibk-dbis", "UIBK-DBIS", 0.1087, 0.7046),
        other("hasumi", "Hasumi et al.", 0.0730, 0.7750),
        other("greer", "Greer et al.", 0.1082, 0.7354),
        alone("mert-95m-J", "MERT-95M alone", kJ, tags(0.1340, 0.7640), kReadme),
        alone("mert-330m-J", "MERT-330M alone", kJ, tags(0.1400, 0.7650), kReadme),
        alone("mert-95m-D", "MERT-95M alone", kD, numbers(0.497, 0.595), kQuoted),
        alone("mert-95m-E", "MERT-95M alone", kE, numbers(0.566, 0.740), kQuoted),
        alone("mert-95m-P", "MERT-95M alone", kP, numbers(0.523, 0.767), kQuoted),
    };
    return rows;
}

const PublishedRow* publishedRowNamed(const std::string& name)
{
    const auto isSame = [&name](const PublishedRow& row) {
        return std::ranges::equal(row.name, name, [](unsigned char left, unsigned char right) {
            return std::tolower(left) == std::tolower(right);
        });
    };
    const auto found = std::ranges::find_if(publishedRows(), isSame);
    return found == publishedRows().end() ? nullptr : &*found;
}

std::vector<PublishedScore> publishedScores(DataSetKind kind)
{
    std::vector<PublishedScore> scores;
    for (const PublishedRow& row : publishedRows())
        for (const auto& [set, figures] : row.sets)
            if (set == kind) scores.push_back({ row.system, figures });
    return scores;
}

const char* dataSetLetter(DataSetKind kind)
{
    switch (kind) {
    case DataSetKind::MtgJamendo:
        return "J";
    case DataSetKind::Deam:
        return "D";
    case DataSetKind::EmoMusic:
        return "E";
    case DataSetKind::PmEmo:
        return "P";
    }
    return "";
}

} // namespace circumplex
