#pragma once

#include "core/library/library_overview.h"

#include <QAbstractButton>
#include <QWidget>

#include <array>
#include <optional>

namespace circumplex {

/// Which part of the library is listed.
enum class LibraryPart { All, Joyful, Tense, Sad, Calm, NotAnalysed };
inline constexpr int kLibraryParts = 6;

/// Its condition in the search language; empty for All.
const char* partQuery(LibraryPart part);

/// A pill with a word, a number and, for a quarter of the plane, its corner glyph.
class FilterChip : public QAbstractButton {
    Q_OBJECT

public:
    explicit FilterChip(LibraryPart part, QWidget* parent = nullptr);
    void setCount(std::optional<std::int64_t> count);
    /// Without its number, where there is no room for it.
    void setCompact(bool isCompact);
    QSize sizeHint() const override { return sizeWith(!m_isCompact); }
    /// @param hasCount  with the number, if there is one
    QSize sizeWith(bool hasCount) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString countText() const;

    LibraryPart m_part;
    std::optional<std::int64_t> m_count;
    bool m_isCompact = false;
};

/// One chip per part; exactly one is chosen.
class FilterChips : public QWidget {
    Q_OBJECT

public:
    explicit FilterChips(QWidget* parent = nullptr);

    void setCounts(const LibraryCounts& counts);
    LibraryPart chosen() const;
    void choose(LibraryPart part);

Q_SIGNALS:
    void chosenChanged(LibraryPart part);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    std::array<FilterChip*, kLibraryParts> m_chips {};
};

} // namespace circumplex
