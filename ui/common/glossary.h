#pragma once

#include <QString>
#include <QStringList>

namespace circumplex {

/// Measures and sets of recordings as people may call them, and what they are in a sentence. Keys
/// are those of models' cards and verdicts: "ccc", "roc_auc", "vgmidi", ...
///
/// @return empty for a key that is not known
QString glossaryName(const QString& key);
QString glossaryText(const QString& key);

/// A tool tip that says what each of them is; keys that are not known are passed over. Lines wrap.
QString glossaryTip(const QStringList& keys);

/// A tool tip of paragraphs whose lines wrap.
QString wrappedTip(const QStringList& paragraphs);

} // namespace circumplex
