#include "ui/library/track_list_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <set>

using namespace circumplex;

namespace {

std::vector<TrackId> ids(std::int64_t first, std::int64_t count)
{
    std::vector<TrackId> tracks;
    for (std::int64_t id = first; id < first + count; ++id)
        tracks.push_back({ id });
    return tracks;
}

TrackRow rowOf(TrackId id)
{
    TrackRow row { .id = id,
        .title = "Title " + std::to_string(id.value),
        .artist = "Artist",
        .path = "music/file.flac",
        .year = 1977,
        .durationSeconds = 252.4,
        .valence = 6.14,
        .arousal = 3.4 };
    row.moods = { { 5, 0.9F, 1 }, { 24, 0.5F, 2 } }; // calm, game
    return row;
}

QString cell(const TrackListModel& model, int row, TrackColumn column)
{
    return model.data(model.index(row, static_cast<int>(column)), Qt::DisplayRole).toString();
}

} // namespace

class TrackListModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForWhatIsLookedAtAndShowsTheAnswer()
    {
        TrackListModel model;
        const QAbstractItemModelTester tester(&model);
        std::vector<std::vector<TrackId>> asked;
        connect(&model, &TrackListModel::rowsWanted, this,
            [&asked](const std::vector<TrackId>& tracks) { asked.push_back(tracks); });
        model.setTracks(ids(1, 1000), 1000);
        QCOMPARE(model.rowCount(), 1000);
        QCOMPARE(cell(model, 500, TrackColumn::Title), QString());
        QTRY_VERIFY(!asked.empty());
        QVERIFY(asked[0].size() <= 4 * 64);
        QVERIFY(std::ranges::find(asked[0], TrackId { 501 }) != asked[0].end());

        std::vector<TrackRow> rows;
        for (const TrackId id : asked[0])
            rows.push_back(rowOf(id));
        model.putRows(asked[0], rows);
        QCOMPARE(cell(model, 500, TrackColumn::Title), QStringLiteral("Title 501"));
        QCOMPARE(cell(model, 500, TrackColumn::Artist), QStringLiteral("Artist"));
        QCOMPARE(cell(model, 500, TrackColumn::Moods), QStringLiteral("calm, game"));
        QCOMPARE(cell(model, 500, TrackColumn::Valence), QLocale().toString(6.1, 'f', 1));
        QCOMPARE(cell(model, 500, TrackColumn::Arousal), QLocale().toString(3.4, 'f', 1));
        QCOMPARE(cell(model, 500, TrackColumn::Length), QStringLiteral("4:12"));
        QCOMPARE(cell(model, 500, TrackColumn::Year), QStringLiteral("1977"));
        QCOMPARE(cell(model, 500, TrackColumn::State), QStringLiteral("analysed"));
    }

    void atMostOneRequestAtATime()
    {
        TrackListModel model;
        const QSignalSpy asked(&model, &TrackListModel::rowsWanted);
        model.setTracks(ids(1, 10'000), 10'000);
        cell(model, 0, TrackColumn::Title);
        QTRY_COMPARE(asked.count(), 1);
        for (int row = 0; row < 10'000; row += 100)
            cell(model, row, TrackColumn::Title);
        QTest::qWait(50);
        QCOMPARE(asked.count(), 1);
        const auto first = asked.at(0).at(0).value<std::vector<TrackId>>();
        model.putRows(first, {});
        cell(model, 9000, TrackColumn::Title);
        QTRY_COMPARE(asked.count(), 2);
    }

    void aTrackThatIsGoneIsNotAskedForAgain()
    {
        TrackListModel model;
        const QSignalSpy asked(&model, &TrackListModel::rowsWanted);
        model.setTracks(ids(1, 1), 1);
        cell(model, 0, TrackColumn::Title);
        QTRY_COMPARE(asked.count(), 1);
        model.putRows(ids(1, 1), {});
        QCOMPARE(cell(model, 0, TrackColumn::State), QStringLiteral("missing"));
        QTest::qWait(20);
        QCOMPARE(asked.count(), 1);
    }

    void theWholeListAfterItsBeginningResetsNothing()
    {
        TrackListModel model;
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setTracks(ids(1, 50), 300);
        QCOMPARE(model.rowCount(), 300);
        QCOMPARE(model.trackAt(299), TrackId {});
        model.setTracks(ids(1, 300), 300);
        QCOMPARE(model.trackAt(299), TrackId { 300 });
        QCOMPARE(reset.count(), 1);
        model.setTracks(ids(2, 300), 300);
        QCOMPARE(reset.count(), 2);
    }

    void curvesAreAskedForOnlyWhereThereIsAnAnnotation()
    {
        TrackListModel model;
        std::set<TrackId> asked;
        connect(
            &model, &TrackListModel::curvesWanted, this, [&](const std::vector<TrackId>& tracks) {
                asked.insert(tracks.begin(), tracks.end());
            });
        model.setTracks(ids(1, 2), 2);
        TrackRow bare = rowOf({ 2 });
        bare.valence = bare.arousal = std::nullopt;
        model.putRows(ids(1, 2), { rowOf({ 1 }), bare });
        const auto curve = [&model](int row) {
            return static_cast<const Sparkline*>(
                model
                    .data(model.index(row, static_cast<int>(TrackColumn::Curve)),
                        TrackListModel::CurveRole)
                    .value<const void*>());
        };
        QVERIFY(!curve(0));
        QVERIFY(!curve(1));
        QTRY_COMPARE(asked, std::set { TrackId { 1 } });
        model.putCurves({ { 1 } }, { { { 1 }, { 0, 255 }, { 10, 20 } } });
        QCOMPARE(curve(0)->valence, (std::vector<std::uint8_t> { 0, 255 }));
    }

    void headsWithAnOrderAskForIt()
    {
        TrackListModel model;
        std::vector<TrackSort> orders;
        connect(&model, &TrackListModel::orderWanted, this,
            [&orders](const TrackSort& sort) { orders.push_back(sort); });
        model.sort(static_cast<int>(TrackColumn::Valence), Qt::DescendingOrder);
        model.sort(static_cast<int>(TrackColumn::Curve), Qt::AscendingOrder);
        QCOMPARE(orders.size(), std::size_t { 1 });
        QCOMPARE(orders[0].key, TrackSort::Key::Valence);
        QCOMPARE(orders[0].direction, TrackSort::Direction::Descending);
    }
};

QTEST_MAIN(TrackListModelTest)
#include "tst_track_list_model.moc"
