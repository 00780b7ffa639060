#pragma once

#include <QString>

class QLabel;
class QPushButton;
class QWidget;

namespace circumplex {

/// Plain words that wrap and can be selected. @param isSecondary  quieter
QLabel* textLabel(QWidget* parent, bool isSecondary = false);

/// The button of the one thing to do.
QPushButton* mainButton(const QString& text, QWidget* parent);

/// What a step says first.
QLabel* bigSentence(QWidget* parent);

} // namespace circumplex
