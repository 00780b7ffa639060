#pragma once

#include "core/base/result.h"
#include "core/engine/label_exchange.h"
#include "core/services/label_set.h"

#include <string>

namespace circumplex {

/// Labels without audio, for another machine: JSON lines, the first one naming the format, then one
/// per track and sitting with all that tells which track is meant (the sound's hash, fingerprint,
/// MusicBrainz recording, artist, title, duration) and what was said. No paths are in it.
Result<std::string> bundleOf(LibraryDatabase& library, const LabelSet& labels);

/// Puts the labels of a bundle into a library, in one transaction. Sittings stay apart and keep
/// their raters; merging again, or what came from this library, changes nothing.
///
/// @param name  of the bundle, for sentences
/// @returns LabelsUnusable, naming the line; Cancelled; what the stores do. Tracks that are not
///   here, or not clearly one, are in LabelImport::refused
Result<LabelImport> mergeBundle(LibraryDatabase& library, const std::string& bundle,
    const std::string& name, std::int64_t at, const std::stop_token& stop);

} // namespace circumplex
