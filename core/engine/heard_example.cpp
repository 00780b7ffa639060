#include "core/engine/heard_example.h"

#include "core/ml/harmony/chord_symbols.h"

namespace circumplex {

void addHeard(TrainingPack& pack, std::span<const float> embedding,
    std::span<const ChordSpan> chords, const TrackFeatures& features, bool isWhole)
{
    pack.embedding.insert(pack.embedding.end(), embedding.begin(), embedding.end());
    const int shift = features.key ? features.key->chordShift() : 0;
    const auto symbols = encodeChords(chords, shift, AnalysisMode::Corrected);
    for (const auto root : symbols.root)
        pack.root.push_back(static_cast<std::uint8_t>(root));
    for (const auto quality : symbols.quality)
        pack.quality.push_back(static_cast<std::uint8_t>(quality));
    pack.key.push_back(features.key && features.key->mode == KeyMode::Minor ? 1 : 0);
    pack.whole.push_back(isWhole ? 1 : 0);
}

} // namespace circumplex
