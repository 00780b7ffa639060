#pragma once

#include <QWidget>

class QLabel;
class QHBoxLayout;
class QPushButton;

namespace circumplex {

/// A page, or a part of one, that has nothing to show: a small picture of what will be there, one
/// sentence, and what can be done about it.
class EmptyPage : public QWidget {
    Q_OBJECT

public:
    enum class Picture { Curves, Nothing };

    explicit EmptyPage(Picture picture, QWidget* parent = nullptr);

    void setSentence(const QString& title, const QString& sentence);
    /// The first one is the main one.
    QPushButton* addButton(const QString& text);

private:
    QLabel* m_title;
    QLabel* m_sentence;
    QHBoxLayout* m_buttons;
};

} // namespace circumplex
