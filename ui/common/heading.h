#pragma once

#include <QFont>
#include <QString>

class QLabel;
class QWidget;

namespace circumplex {

/// The title of a page.
QLabel* pageTitle(const QString& text, QWidget* parent);

/// The title of a section within a page.
QLabel* sectionTitle(const QString& text, QWidget* parent);

/// @param share  of the size of running text
QFont sized(QFont font, double share);

/// Makes another widget's words look like the title of a section.
void setSectionFont(QWidget& widget);

} // namespace circumplex
