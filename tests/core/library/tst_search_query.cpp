#include "core/library/search_query.h"
#include "core/types/mood_tags.h"

#include <QTest>

#include <cmath>

namespace circumplex {

namespace {

/// A query as text, so that a test reads as one line.
QString described(const SearchNode& node)
{
    using Kind = SearchNode::Kind;
    const auto range = [&node] {
        const auto end = [](const std::optional<double>& value) {
            return value ? QString::number(*value, 'g', 12) : QStringLiteral("*");
        };
        return (node.range.isLowerIncluded ? QStringLiteral("[") : QStringLiteral("("))
            + end(node.range.lower) + QStringLiteral(" ") + end(node.range.upper)
            + (node.range.isUpperIncluded ? QStringLiteral("]") : QStringLiteral(")"));
    };
    const auto list = [&node](const char* name) {
        QStringList parts;
        for (const SearchNode& child : node.children)
            parts << described(child);
        return QString::fromLatin1(name) + QStringLiteral("{") + parts.join(QStringLiteral(", "))
            + QStringLiteral("}");
    };
    static const char* const texts[] { "",
        "title=", "artist=", "album=", "albumartist=", "genre=", "path=" };
    static const char* const numbers[] { "year", "track", "disc", "duration", "added", "valence",
        "arousal" };
    switch (node.kind) {
    case Kind::Everything:
        return QStringLiteral("everything");
    case Kind::And:
        return list("and");
    case Kind::Or:
        return list("or");
    case Kind::Not:
        return list("not");
    case Kind::Text:
        return QString::fromLatin1(texts[static_cast<int>(node.textField)])
            + (node.isPhrase ? QStringLiteral("'") : QString()) + QString::fromStdString(node.text)
            + (node.isPhrase ? QStringLiteral("'") : QStringLiteral("*"));
    case Kind::Number:
        return (node.numberField == NumberField::Shape
                       ? QString::fromStdString(node.shapeColumn)
                       : QString::fromLatin1(numbers[static_cast<int>(node.numberField)]))
            + range();
    case Kind::Mood:
        return QString::fromUtf8(kMoodTags[static_cast<std::size_t>(node.tag)].data()) + range();
    case Kind::StrongMood:
        return QStringLiteral("strong ")
            + QString::fromUtf8(kMoodTags[static_cast<std::size_t>(node.tag)].data());
    case Kind::Key: {
        QString text = QStringLiteral("key");
        for (const std::string& tonic : node.keyTonics)
            text += QStringLiteral(" ") + QString::fromStdString(tonic);
        return text + QStringLiteral(" ") + QString::fromStdString(node.keyMode);
    }
    case Kind::State:
        return QStringLiteral("state %1").arg(static_cast<int>(node.state));
    case Kind::Label:
        return QStringLiteral("label ") + QString::fromStdString(node.text);
    case Kind::Playlist:
        return QStringLiteral("playlist ") + QString::fromStdString(node.text);
    }
    return {};
}

void row(const char* query, const char* meaning)
{
    QTest::newRow(query) << QByteArray(query) << QString::fromUtf8(meaning);
}

void wrong(const char* query, int offset, int length, const char* part)
{
    QTest::newRow(query) << QByteArray(query) << offset << length << QString::fromUtf8(part);
}

} // namespace

class SearchQueryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void queriesMeanWhatIsWritten_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("meaning");
        row("", "everything");
        row("   ", "everything");
        row("beethoven", "beethoven*");
        row("moon river", "and{moon*, river*}");
        row("\"moon river\"", "'moon river'");
        row("Artist - Title", "and{Artist*, Title*}");
        row("AC/DC", "AC/DC*");
        row("10:30", "10:30*");
        row("Sigur Rós", "and{Sigur*, Rós*}");
        row("日本", "日本*");
        row("sand order nothing", "and{sand*, order*, nothing*}");
        row("\"or\" \"not\"", "and{'or', 'not'}");
        row("artist:\"miles davis\" genre:jazz", "and{artist='miles davis', genre=jazz*}");
        row("ALBUMARTIST: x path:y", "and{albumartist=x*, path=y*}");
        row("a or b c or d", "or{a*, and{b*, c*}, d*}");
        row("(a OR b) AND c", "and{or{a*, b*}, c*}");
        row("not a b", "and{not{a*}, b*}");
        row("-a -(b or c)", "and{not{a*}, not{or{b*, c*}}}");
        row("not not a", "not{not{a*}}");
        row("x-y", "x-y*");
        row("a\tb\nc", "and{a*, b*, c*}");
        row("valence>6", "valence(6 *]");
        row("valence >= 6", "valence[6 *]");
        row("arousal<=4.5", "arousal[* 4.5]");
        row("arousal < 4", "arousal[* 4)");
        row("valence:6", "valence[5.5 6.5)");
        row("valence=6.1", "valence[6.05 6.15)");
        row("valence:6..8", "valence[6 8]");
        row("valence:6..", "valence[6 *]");
        row("valence:..4", "valence[* 4]");
        row("valence.slope>-0.5", "valence_slope(-0.5 *]");
        row("arousal.peak>0.6 valence.entropy<2", "and{arousal_peak(0.6 *], valence_entropy[* 2)}");
        row("year:1977", "year[1976.5 1977.5)");
        row("year:1970..1979 track:1 disc=2",
            "and{year[1970 1979], track[0.5 1.5), disc[1.5 2.5)}");
        row("duration>5:00", "duration(300 *]");
        row("duration:1:00:00..", "duration[3600 *]");
        row("duration:90", "duration[89.5 90.5)");
        row("added:2024", "added[1704067200 1735689600)");
        row("added:2024-02", "added[1706745600 1709251200)");
        row("added>2024-01-31", "added[1706745600 *]");
        row("added<=2024-01-31", "added[* 1706745600)");
        row("added<2024", "added[* 1704067200)");
        row("added:2023..2024-06", "added[1672531200 1719792000)");
        row("happy>0.7", "happy(0.7 *]");
        row("Happy > 0.7 or sad:0.5..1", "or{happy(0.7 *], sad[0.5 1]}");
        row("happy", "happy*");
        row("mood:happy mood:CALM", "and{strong happy, strong calm}");
        row("key:D", "key D D ");
        row("key:\"eb minor\"", "key D# Eb minor");
        row("key:Dbm", "key C# Db minor");
        row("key:minor", "key minor");
        row("key:bb", "key A# Bb ");
        row("is:unannotated is:stale", "and{state 1, state 2}");
        row("tag:calm", "label calm");
        row("playlist:\"Sunday morning\"", "playlist Sunday morning");
    }

    void queriesMeanWhatIsWritten()
    {
        QFETCH(QByteArray, query);
        QFETCH(QString, meaning);
        const auto parsed = parseSearch(query.toStdString());
        QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().sentence.c_str());
        QCOMPARE(described(*parsed), meaning);
    }

    void errorsPointAtThePlace_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("part");
        wrong("valence>", 0, 8, "missing after 'valence>'");
        wrong("moon title:", 5, 6, "missing after 'title:'");
        wrong("title:\"\"", 0, 6, "missing after");
        wrong("moon valence>six", 13, 3, "'six' is not a number");
        wrong("valence>6,5", 8, 3, "not a number");
        wrong("valence:8..6", 8, 4, "begins before it ends");
        wrong("valence:..", 8, 2, "not a number");
        wrong("valence>nan", 8, 3, "not a number");
        wrong("valence>1e999", 8, 5, "not a number");
        wrong("year:77.5", 5, 4, "not a number");
        wrong("added>2024-02-30", 6, 10, "not a date");
        wrong("duration:1:2:3:4", 9, 7, "not a number");
        wrong("valense>6", 0, 7, "no field 'valense'");
        wrong("Re: Stacks", 0, 2, "put them in quotes");
        wrong("title<b", 0, 6, "cannot be compared");
        wrong("is:gone", 3, 4, "Possible are annotated");
        wrong("mood:bluesy", 5, 6, "no mood");
        wrong("key:H", 4, 1, "not a key");
        wrong("(a or b", 0, 1, "never closed");
        wrong("a (b (c)", 2, 1, "never closed");
        wrong("a)", 1, 1, "never opened");
        wrong(")", 0, 1, "never opened");
        wrong("()", 0, 2, "nothing between");
        wrong("(", 0, 1, "never closed");
        wrong("a or", 2, 2, "missing after 'or'");
        wrong("or a", 0, 2, "missing before 'or'");
        wrong("a or or b", 5, 2, "missing before 'or'");
        wrong("(a and)", 3, 3, "missing after 'and'");
        wrong("not", 0, 3, "missing after 'not'");
        wrong("moon \"river", 5, 6, "never closed");
        wrong("\xc3\xa9t\xc3\xa9 valence>x", 14, 1, "not a number");
    }

    void errorsPointAtThePlace()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, offset);
        QFETCH(int, length);
        QFETCH(QString, part);
        const auto parsed = parseSearch(query.toStdString());
        QVERIFY(!parsed);
        const QueryError& error = parsed.error();
        QCOMPARE(static_cast<int>(error.offset), offset);
        QCOMPARE(static_cast<int>(error.length), length);
        QVERIFY2(QString::fromStdString(error.sentence).contains(part), error.sentence.c_str());
    }

    void deepNestingIsRefused()
    {
        const std::string open(5000, '(');
        const auto parentheses = parseSearch(open + "a" + std::string(5000, ')'));
        QVERIFY(!parentheses);
        QVERIFY(parentheses.error().offset < 200);
        QVERIFY(parentheses.error().sentence.find("too deeply") != std::string::npos);
        std::string nots;
        for (int i = 0; i < 5000; ++i)
            nots += "not ";
        QVERIFY(parseSearch(nots + "a").error().sentence.find("too deeply") != std::string::npos);
        QVERIFY(!parseSearch(std::string(5000, '-') + "a"));
        QVERIFY(parseSearch(std::string(60, '(') + "a" + std::string(60, ')')));
    }

    void tooMuchIsRefused()
    {
        std::string words;
        for (int i = 0; i < kMostTerms; ++i)
            words += "a ";
        QVERIFY(parseSearch(words));
        QVERIFY(!parseSearch(words + "a"));
        QVERIFY(!parseSearch(std::string(kLongestQuery + 1, 'a')));
    }

    void whatIsNoTextIsMadeReadable()
    {
        const auto parsed = parseSearch(std::string("a\xff") + '\x01' + "b");
        QVERIFY(parsed.has_value());
        QCOMPARE(parsed->text, std::string("a\xef\xbf\xbd b"));
        QVERIFY(parseSearch(std::string_view("a\0b", 3)).has_value());
    }
};

} // namespace circumplex

QTEST_GUILESS_MAIN(circumplex::SearchQueryTest)
#include "tst_search_query.moc"
