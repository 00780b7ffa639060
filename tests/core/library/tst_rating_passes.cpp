#include "core/library/label_store.h"
#include "core/library/rating_passes.h"
#include "tests/core/library/library_fixture.h"

namespace circumplex {

class RatingPassesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasRatedLongAgoIsOfferedOldestFirst()
    {
        LibraryFixture f;
        LabelStore labels(f.library);
        const auto session = [&](const char* rater) {
            return valueOf(labels.startSession({ .raterName = rater }));
        };
        const SessionId first = session("Ada"), second = session("Ada"), bob = session("Bob");
        const TrackId twice = f.add("twice"), fresh = f.add("fresh"), old = f.add("old"),
                      others = f.add("others"), traced = f.add("traced"), begun = f.add("begun");
        const auto rate = [&](TrackId track, SessionId in, std::int64_t at) {
            valueOf(labels.rate({ .track = track, .session = in, .valence = 5.0, .ratedAt = at }));
        };
        rate(twice, first, 10);
        rate(twice, second, 60);
        rate(fresh, first, 20);
        rate(fresh, second, 500);
        rate(old, first, 50);
        rate(others, bob, 10);
        const auto trace = [&](TrackId track) {
            return valueOf(
                labels.startTrace({ .track = track, .session = first, .startedAt = 70 }));
        };
        valueOf(labels.completeTrace(trace(traced)));
        trace(begun); // never ended: nothing was said yet
        QCOMPARE(valueOf(ratedBefore(f.library, "Ada", 100)),
            (std::vector<EarlierRating> { { old, 50, 1 }, { twice, 60, 2 }, { traced, 70, 1 } }));
        QCOMPARE(valueOf(ratedBefore(f.library, "Ada", 60)).size(), std::size_t(1));
        QVERIFY(valueOf(ratedBefore(f.library, "Eve", 100)).empty());
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::RatingPassesTest)
#include "tst_rating_passes.moc"
