#include "ui/plane/plane_summary.h"

#include "ui/common/palette.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace circumplex {

namespace {

constexpr double kFew = 0.10; ///< of all songs, where a quarter would have a fourth

QString tr(const char* text, const char* note = nullptr)
{
    return QCoreApplication::translate("circumplex", text, note);
}

QString percent(double share)
{
    if (share > 0.0 && share < 0.01) return tr("less than 1\u00a0%");
    return tr("%1\u00a0%").arg(QLocale().toString(static_cast<int>(std::lround(share * 100.0))));
}

QString lackText(const PlaneOccupancy& occupancy)
{
    QStringList empty, scarce;
    for (std::size_t quarter = 0; quarter < 4; ++quarter) {
        const double share = occupancy.quarters[quarter];
        const QString name = palette::quarterName(static_cast<palette::Quarter>(quarter));
        if (share == 0.0)
            empty << name;
        else if (share < kFew)
            scarce << name;
    }
    QStringList sentences;
    if (!empty.isEmpty())
        sentences << tr("It has nothing %1.").arg(empty.join(tr(" or ", "between two moods")));
    if (!scarce.isEmpty())
        sentences
            << tr("It has little that is %1.").arg(scarce.join(tr(" or ", "between two moods")));
    return sentences.join(QLatin1Char(' '));
}

} // namespace

QString occupancyText(const PlanePoints& points)
{
    const PlaneOccupancy occupancy = points.occupancy();
    QStringList shares;
    for (std::size_t quarter = 0; quarter < 4; ++quarter)
        shares << tr("%1 %2", "a mood and its share")
                      .arg(palette::quarterName(static_cast<palette::Quarter>(quarter)),
                          percent(occupancy.quarters[quarter]));
    QStringList sentences { tr("Your library: %1.").arg(shares.join(QStringLiteral(", "))) };
    if (const QString lack = lackText(occupancy); !lack.isEmpty()) sentences << lack;
    sentences << tr("It reaches %1 of the plane, counted in squares of half a point.")
                     .arg(percent(occupancy.covered));
    return sentences.join(QLatin1Char(' '));
}

} // namespace circumplex
