#pragma once

#include "core/library/library_overview.h"

#include <QAbstractButton>
#include <QWidget>

#include <array>
#include <optional>

namespace circumplex {

/// Which part of the library is listed.
enum class LibraryPart { All, Joyful, Tense, Sad, Calm, NotAnalysed, Failed, Missing };
inline constexpr int kLibraryParts = 8;

/// Its condition in the search language; empty for All.
const char* partQuery(LibraryPart part);

/// A pill with a word, a number and, for a quarter of the plane, its corner glyph.
class FilterChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit FilterChip(LibraryPart part, QWidget* parent = nullptr);
    void setCount(std::optional<std::int64_t> count);
    std::int64_t count() const { return m_count.value_or(0); }
    /// How much of its number a chip shows: all digits, thousands ("307k") from one on, or nothing.
    enum class Number { Whole, Rounded, None };
    void setNumber(Number number);
    QSize sizeHint() const override { return sizeWith(m_number); }
    /// A few letters: where even names find no room, they are shortened.
    QSize minimumSizeHint() const override;
    QSize sizeWith(Number number) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString countText(Number number) const;

    LibraryPart m_part;
    std::optional<std::int64_t> m_count;
    Number m_number = Number::Whole;
};

/// One chip per part; exactly one is chosen. Songs that failed or are missing have one only while
/// there are any, and room.
class FilterChips : public QWidget {
    Q_OBJECT

public:
    explicit FilterChips(QWidget* parent = nullptr);

    void setCounts(const LibraryCounts& counts);
    /// What a chip shows; 0 while that is not known.
    std::int64_t count(LibraryPart part) const;
    LibraryPart chosen() const;
    void choose(LibraryPart part);

Q_SIGNALS:
    void chosenChanged(LibraryPart part);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void showStates();

    std::array<FilterChip*, kLibraryParts> m_chips {};
};

} // namespace circumplex
