#pragma once

#include "ui/train/training_lines.h"

namespace circumplex {

/// Whether the labels suffice and what would help most, in one sentence or two.
QString enoughText(const TrainPlan& plan);
/// What is missing to begin, beside the button that is off; empty if nothing is.
QString missingText(const TrainPlan& plan);
/// What the labels are of and by whom.
QStringList labelLines(const TrainPlan& plan);
/// "about 2 minutes"
QString roughTime(double seconds);
/// What a target of a verdict is called.
QString targetName(const QString& target);
/// What an example's numbers are: "valence: you 7.0, old 4.1, new 6.6".
QString exampleText(const TrainVerdict::Example& example);
/// A verdict in words: the headline, and for what the new model is better, unclear or worse.
QString verdictHeadline(const TrainVerdict& verdict);
QStringList verdictLines(const TrainVerdict& verdict);
QString judgementText(const QString& judgement);

/// What went wrong, and the way out.
/// @param code    as circumplex-cli names it; empty: unknown
/// @param detail  English
QString trainProblem(const QString& code, const QString& detail);

} // namespace circumplex
