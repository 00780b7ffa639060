#include "core/library/label_proposals.h"
#include "core/library/label_store.h"
#include "tests/core/library/library_fixture.h"

#include <set>

namespace circumplex {

using Reason = LabelProposal::Reason;

class LabelProposalsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void disagreementComesFirstAndSaysSo()
    {
        std::vector<LabelCandidate> candidates(4);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            candidates[i].track = { static_cast<std::int64_t>(i + 1) };
            candidates[i].valenceWidth = 2.0F;
            candidates[i].valenceSpread = 0.2F;
            candidates[i].arousalSpread = 0.2F;
        }
        candidates[2].arousalSpread = 3.5F;
        const auto chosen = chooseProposals(candidates, {}, 2);
        QCOMPARE(chosen.size(), std::size_t(2));
        QCOMPARE(chosen.at(0).track, TrackId { 3 });
        QCOMPARE(chosen.at(0).reason, Reason::ModelsDisagree);
        QVERIFY(!chosen.at(0).isOfValence);
        QCOMPARE(chosen.at(0).amount, 3.5);
    }

    void aWideRangeIsAReason()
    {
        std::vector<LabelCandidate> candidates(10);
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            candidates[i].track = { static_cast<std::int64_t>(i + 1) };
            candidates[i].valenceWidth = 1.0F;
        }
        candidates[6].valenceWidth = 6.0F;
        const auto chosen = chooseProposals(candidates, {}, 1);
        QCOMPARE(chosen.at(0).track, TrackId { 7 });
        QCOMPARE(chosen.at(0).reason, Reason::ModelUnsure);
        QVERIFY(chosen.at(0).isOfValence);
        QCOMPARE(chosen.at(0).amount, 6.0);
    }

    void thePlaneIsCovered()
    {
        // Two crowds and two lonely songs, otherwise alike.
        std::vector<LabelCandidate> candidates;
        std::int64_t id = 0;
        const auto add = [&](float valence, float arousal) {
            candidates.push_back({ .track = { ++id },
                .valence = valence,
                .arousal = arousal,
                .valenceWidth = 2.0F });
        };
        for (int i = 0; i < 20; ++i)
            add(7.0F, 7.0F);
        for (int i = 0; i < 20; ++i)
            add(6.0F, 4.0F);
        add(2.0F, 2.0F);
        add(2.0F, 8.0F);
        const auto chosen = chooseProposals(candidates, {}, 4);
        std::set<std::pair<double, double>> places;
        for (const LabelProposal& proposal : chosen)
            places.insert({ proposal.valence, proposal.arousal });
        QCOMPARE(places.size(), std::size_t(4));
        // Where much is rated, nothing more is asked first.
        const std::vector<RatedPlace> rated(10, { 7.0F, 7.0F });
        for (const LabelProposal& proposal : chooseProposals(candidates, rated, 3))
            QVERIFY(proposal.valence != 7.0);
    }

    void artistsTakeTurns()
    {
        std::vector<LabelCandidate> candidates;
        for (std::int64_t i = 1; i <= 6; ++i)
            candidates.push_back({ .track = { i },
                .artist = i <= 4 ? "a" : "b",
                .valenceWidth = i <= 4 ? 3.0F : 1.0F });
        const auto chosen = chooseProposals(candidates, {}, 2);
        QVERIFY((chosen.at(0).track.value <= 4) != (chosen.at(1).track.value <= 4));
        QCOMPARE(chooseProposals(candidates, {}, 100).size(), std::size_t(6));
        QVERIFY(chooseProposals({}, {}, 5).empty());
    }

    void onlyWhatCanBeHeardAndThisRaterHasNotRated()
    {
        LibraryFixture f;
        const ModelId model = f.model("one");
        const ModelId other = f.model("two");
        AnnotationStore annotations(f.library);
        const TrackId fresh = f.add("a"), rated = f.add("b"), missing = f.add("c"),
                      coarse = f.add("d");
        f.add("e"); // not analysed
        const TrackId f1 = f.add("f"), f2 = f.add("g"), f3 = f.add("h"); // heard by one model
        for (const TrackId track : { fresh, rated, missing, coarse, f1, f2, f3 }) {
            auto stored = annotationOf(track, model, 6.0F, 3.0F);
            stored.provenance.isCoarse = track == coarse;
            valueOf(annotations.put(stored));
        }
        valueOf(annotations.put(annotationOf(fresh, other, 6.0F, 5.5F)));
        valueOf(f.tracks.apply({ .missing = { missing }, .scannedAt = 11 }));
        LabelStore labels(f.library);
        const SessionId session = valueOf(labels.startSession({ .raterName = "Ada" }));
        valueOf(labels.rate({ .track = rated, .session = session, .valence = 4.0 }));

        const auto ada = valueOf(proposeLabels(f.library, model, "Ada", 10));
        QCOMPARE(ada.size(), std::size_t(4));
        QCOMPARE(ada.at(0).track, fresh);
        QCOMPARE(ada.at(0).reason, Reason::ModelsDisagree);
        QCOMPARE(ada.at(0).amount, 2.5);
        QVERIFY(!ada.at(0).isOfValence);
        QCOMPARE(valueOf(proposeLabels(f.library, model, "Bob", 10)).size(), std::size_t(5));
        valueOf(FolderStore(f.library).volumeGone(f.volume));
        QVERIFY(valueOf(proposeLabels(f.library, model, "Bob", 10)).empty());
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::LabelProposalsTest)
#include "tst_label_proposals.moc"
