#include "core/library/search_query.h"
#include "core/types/model_name.h"
#include "core/types/mood_tags.h"
#include "ui/common/core_text.h"
#include "ui/common/error_text.h"
#include "ui/common/language.h"
#include "ui/common/mood_names.h"
#include "ui/main_window/status_strip.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace circumplex;
using namespace Qt::StringLiterals;

namespace {

/// Stands in for a language that is fully translated.
class Shouting : public QTranslator {
public:
    bool isEmpty() const override { return false; }

    QString translate(const char*, const char* text, const char*, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
};

/// The sentences within refuse(...), ModelError(...) and the like: string literals joined by
/// expressions, for each of which an X stands.
QStringList refusalsIn(const QString& code)
{
    static const QRegularExpression call(
        uR"re((?:\brefuse|\bModelError|\bfail|\breturn(?= *(?:std::string\()?"card)|ErrorCode::\w+,|bad \+=|missing \+=)((?:[^;"]|"(?:[^"\\]|\\.)*")*);)re"_s);
    static const QRegularExpression token(
        uR"re("(?<literal>(?:[^"\\]|\\.)*")|(?<comma>[,?])|(?<other>[^\s+()",?{}]+))re"_s);
    QStringList found;
    for (auto match = call.globalMatch(code); match.hasNext();) {
        QString sentence;
        bool hasWords = false;
        const auto end = [&] {
            if (hasWords) found << sentence.trimmed();
            sentence.clear();
            hasWords = false;
        };
        for (auto part = token.globalMatch(match.next().captured(1)); part.hasNext();) {
            const auto piece = part.next();
            QString literal = piece.captured(u"literal");
            if (!literal.isNull()) {
                literal.chop(1);
                literal.replace(u"\\\""_s, u"\""_s);
                hasWords = hasWords || literal.trimmed().contains(u' ');
                sentence += literal;
            } else if (piece.hasCaptured(u"comma") || piece.captured() == u"throw"
                || piece.captured() == u"ModelError") {
                end();
            } else if (piece.captured() != u"std::string" && !sentence.endsWith(u'X')) {
                sentence += u'X';
            }
        }
        end();
    }
    return found;
}

} // namespace

class LanguageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { speak(*qApp, QStringLiteral("en")); }

    void theSystemDecidesUnlessSomebodyDid()
    {
        const QLocale austria(QLocale::German, QLocale::Austria);
        const QLocale france(QLocale::French, QLocale::France);
        QCOMPARE(spokenLocale({}, austria), austria);
        QCOMPARE(spokenLocale(QStringLiteral("de"), austria), austria);
        QCOMPARE(spokenLocale(QStringLiteral("de"), france).language(), QLocale::German);
        QCOMPARE(spokenLocale(QStringLiteral("en"), austria).language(), QLocale::English);
        QCOMPARE(spokenLocale({}, france), france);
        QCOMPARE(spokenLocale(QStringLiteral("xx"), france), france);
    }

    void everyLanguageCanBeSpoken()
    {
        for (const Language& language : languages()) {
            const QString code = QLatin1StringView(language.code);
            speak(*qApp, code);
            QCOMPARE(QLocale::languageToCode(QLocale().language()), code);
            // Qt's own words come along.
            const QString cancel = QCoreApplication::translate("QPlatformTheme", "Cancel");
            QCOMPARE(cancel == u"Cancel", code == u"en");
            QCOMPARE(QGuiApplication::layoutDirection(),
                code == u"ar" ? Qt::RightToLeft : Qt::LeftToRight);
        }
    }

    void numbersOnTheScreenFollowTheLanguageAndOthersDoNot()
    {
        speak(*qApp, QStringLiteral("de"));
        QCOMPARE(QLocale().toString(6.1, 'f', 1), QStringLiteral("6,1"));
        QCOMPARE(QString::number(6.1, 'f', 1), QStringLiteral("6.1"));
        QCOMPARE(std::to_string(0.5).substr(0, 3), std::string("0.5"));
    }

    void englishKnowsOneAndMany()
    {
        QCOMPARE(timeLeftText(60.0), QStringLiteral("about 1 minute left"));
        QCOMPARE(timeLeftText(600.0), QStringLiteral("about 10 minutes left"));
    }

    void moodsHaveNamesAndKeysStay()
    {
        Shouting shouting;
        QApplication::installTranslator(&shouting);
        for (int tag = 0; tag < static_cast<int>(kMoodTags.size()); ++tag) {
            const std::string_view key = kMoodTags[static_cast<std::size_t>(tag)];
            QCOMPARE(moodName(tag), QString::fromStdString(std::string(key)).toUpper());
            QCOMPARE(moodName(key), moodName(tag));
        }
        QCOMPARE(moodName("ours"), QStringLiteral("ours"));
    }

    void whatTheSearchSaysIsTranslated_data()
    {
        QTest::addColumn<QString>("query");
        for (const char* query : { "(", ")", "()", "\"a", "a or", "or a", "not", "- (", "nofield:x",
                 "artist>5", "mood:nosuchmood", "key:H", "is:odd", "added:soon", "added>soon",
                 "year:old", "year>old", "valence:8..2", "duration>x", "title:" })
            QTest::newRow(query) << QString::fromUtf8(query);
        QTest::newRow("deep") << QString(200, u'(');
        QTest::newRow("many") << QStringLiteral("a ").repeated(2000);
        QTest::newRow("long") << QStringLiteral("a").repeated(200'000);
    }

    void whatTheSearchSaysIsTranslated()
    {
        QFETCH(const QString, query);
        const auto parsed = parseSearch(query.toStdString());
        QVERIFY(!parsed);
        Shouting shouting;
        QApplication::installTranslator(&shouting);
        const QString english = QString::fromStdString(parsed.error().sentence);
        const QString shown = coreText(english);
        QVERIFY2(shown != english && shown.compare(english, Qt::CaseInsensitive) == 0,
            qPrintable(english));
    }

    void theRuleForNamesOfModelsIsTranslated()
    {
        Shouting shouting;
        QApplication::installTranslator(&shouting);
        const QString rule = QString::fromStdString(modelNameRule());
        QVERIFY(coreText(rule) != rule);
    }

    void whatIsPutIntoASentenceStaysAsItIs()
    {
        Shouting shouting;
        QApplication::installTranslator(&shouting);
        QCOMPARE(coreText(QStringLiteral("There is no state '%2 x'. Possible are a, b.")),
            QStringLiteral("THERE IS NO STATE '%2 x'. POSSIBLE ARE a, b."));
        QCOMPARE(
            coreText(QStringLiteral("Nobody knows this.")), QStringLiteral("Nobody knows this."));
    }

    /// Every sentence that stands in the code which fetches, imports and reads models. What is put
    /// into them is an X here.
    void whatModelsCanRefuseWithIsTranslated()
    {
        QStringList files { QStringLiteral("core/services/file_fetch.cpp"),
            QStringLiteral("core/services/file_hash.cpp"),
            QStringLiteral("core/services/model_card_file.cpp"),
            QStringLiteral("core/services/model_registry.cpp"),
            QStringLiteral("core/engine/model_installer.cpp") };
        const QDir root(QStringLiteral(CIRCUMPLEX_TEST_DATA "/../.."));
        const QString weights = QStringLiteral("core/ml/weights/");
        for (const QString& name : QDir(root.filePath(weights)).entryList({ u"*.cpp"_s, u"*.h"_s }))
            files << weights + name;
        Shouting shouting;
        QApplication::installTranslator(&shouting);
        int sentences = 0;
        for (const QString& name : files) {
            QFile file(root.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QString& sentence : refusalsIn(QString::fromUtf8(file.readAll()))) {
                ++sentences;
                QStringList ways { sentence, u"X "_s + sentence, u"X: "_s + sentence };
                if (name.endsWith(u"model_card.cpp")) ways << u"model card: "_s + sentence;
                const bool isKnown = std::ranges::any_of(
                    ways, [](const QString& way) { return coreText(way) != way; });
                QVERIFY2(isKnown, qPrintable(name + u": "_s + sentence));
            }
        }
        QVERIFY(sentences > 90);
    }

    void refusalsAreTranslatedWithWhatIsInThem()
    {
        Shouting shouting;
        QApplication::installTranslator(&shouting);
        QCOMPARE(coreText(u"/d/mert: Connection refused"_s), u"/d/mert: CONNECTION REFUSED"_s);
        QCOMPARE(coreText(u"/d/a: b.pt: is not a PyTorch checkpoint"_s),
            u"/d/a: b.pt: IS NOT A PYTORCH CHECKPOINT"_s);
        QCOMPARE(
            coreText(u"a is missing; b cannot be read"_s), u"a IS MISSING; b CANNOT BE READ"_s);
        QCOMPARE(coreText(u"the model \"m\" cannot be used: card.json does not list x"_s),
            u"THE MODEL \"m\" CANNOT BE USED: CARD.JSON DOES NOT LIST x"_s);
    }

    void detailsStayInOnePieceInArabic()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const QString shown = errorText({ ErrorCode::DiskFull, "/d/x: odd" });
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QVERIFY2(shown.endsWith(u"\u2068/d/x: odd.\u2069"), qPrintable(shown));
    }

    void detailsAreJoinedToSentences()
    {
        const auto text = [](ErrorCode code, const char* detail) {
            return errorText({ code, detail });
        };
        QCOMPARE(text(ErrorCode::AnalysisCrashed, "the engine crashed (Aborted)"),
            QStringLiteral("Analysing this file took the analysis down. The engine crashed "
                           "(Aborted)."));
        const QString empty
            = QStringLiteral("The file is empty (0 bytes). Copy or download it again.");
        QCOMPARE(text(ErrorCode::FileEmpty, qPrintable(empty)), empty);
        QCOMPARE(text(ErrorCode::FileMissing, "/a file with spaces"),
            QStringLiteral("The file is not there. /a file with spaces"));
        QCOMPARE(text(ErrorCode::FileMissing, ""), QStringLiteral("The file is not there."));

        Shouting shouting;
        QApplication::installTranslator(&shouting);
        QCOMPARE(text(ErrorCode::FileEmpty, qPrintable(empty)), empty.toUpper());
        QCOMPARE(text(ErrorCode::FileEmpty, "The file is empty, who knows why."),
            QStringLiteral("THE FILE IS EMPTY."));
        QCOMPARE(coreText(QStringLiteral("The engine died 3 times in a row. The engine crashed "
                                         "(Aborted).")),
            QStringLiteral("THE ENGINE DIED 3 TIMES IN A ROW. THE ENGINE CRASHED (Aborted)."));
    }

    void errorsAreTranslatedByTheirCode()
    {
        Shouting shouting;
        QApplication::installTranslator(&shouting);
        QCOMPARE(errorText({ ErrorCode::DiskFull, "/d" }), QStringLiteral("THE DISK IS FULL. /d"));
        QCOMPARE(errorText("disk-full", "/d"), QStringLiteral("THE DISK IS FULL. /d"));
        QCOMPARE(errorText("no-such-code", "/d"), QStringLiteral("/d"));
    }
};

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
