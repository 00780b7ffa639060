#include "ui/library/search_box.h"

#include "core/types/mood_tags.h"
#include "ui/common/mood_names.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QStringListModel>
#include <QTextCharFormat>

namespace circumplex {

namespace {

constexpr int kPauseMs = 30;

QString textOf(std::string_view tag)
{
    return QString::fromUtf8(tag.data(), static_cast<qsizetype>(tag.size()));
}

/// Searches with moods, which begin with their key or with the mood's name in the user's language.
/// @param before, after  the key
QStringList moodSearches(const QString& begin, const QString& before, const QString& after)
{
    QStringList searches;
    for (const std::string_view tag : kMoodTags)
        if (textOf(tag).startsWith(begin, Qt::CaseInsensitive)
            || moodName(tag).startsWith(begin, Qt::CaseInsensitive))
            searches << before + textOf(tag) + after;
    return searches;
}

/// The mood of a search with one, by its name; empty for other searches, and where key and name
/// are one.
QString moodInSearch(QString search)
{
    if (search.startsWith(u'-')) search.remove(0, 1);
    if (search.startsWith(u"mood:")) search.remove(0, 5);
    if (search.endsWith(u">0.5")) search.chop(4);
    for (const std::string_view tag : kMoodTags)
        if (search == textOf(tag) && moodName(tag) != search) return moodName(tag);
    return {};
}

/// Completions as they are put into the box; shown, a mood's name stands beside its key.
class CompletionModel : public QStringListModel {
public:
    using QStringListModel::QStringListModel;

    QVariant data(const QModelIndex& index, int role) const override
    {
        const QVariant search = QStringListModel::data(index, role);
        if (role != Qt::DisplayRole) return search;
        const QString mood = moodInSearch(search.toString());
        return mood.isEmpty() ? search
                              : QVariant(QStringLiteral("%1   %2").arg(search.toString(), mood));
    }
};

/// What may follow a field, with the field before it.
QStringList valuesOf(const QString& field)
{
    QStringList values;
    if (field == u"is")
        values = QStringLiteral("annotated unannotated stale coarse offline missing labelled "
                                "duplicate failed removed")
                     .split(QLatin1Char(' '));
    if (field == u"key")
        values = { QStringLiteral("major"), QStringLiteral("minor"), QStringLiteral("C"),
            QStringLiteral("\"A minor\"") };
    for (QString& value : values)
        value.prepend(field + QLatin1Char(':'));
    return values;
}

QStringList fields()
{
    return QStringLiteral("title: artist: album: albumartist: genre: path: valence> valence< "
                          "arousal> arousal< year: duration> added: mood: key: is: tag: playlist: "
                          "valence.slope> arousal.slope> valence.range> arousal.peak>")
        .split(QLatin1Char(' '));
}

qsizetype charactersIn(const QByteArray& utf8, std::size_t bytes)
{
    return QString::fromUtf8(utf8.left(static_cast<qsizetype>(bytes))).size();
}

} // namespace

SearchBox::SearchBox(QWidget* parent)
    : QLineEdit(parent)
    , m_completer(new QCompleter(this))
    , m_words(new CompletionModel(this))
{
    setPlaceholderText(tr("Search: words, mood:calm, valence>6, key:minor \u2026"));
    setAccessibleName(tr("Search the library"));
    setClearButtonEnabled(true);
    m_completer->setModel(m_words);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    connect(
        m_completer, qOverload<const QString&>(&QCompleter::activated), this, &SearchBox::insert);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SearchBox::queryChanged);
    connect(this, &QLineEdit::textChanged, this, &SearchBox::understand);
    connect(this, &QLineEdit::textEdited, this, &SearchBox::complete);
}

bool SearchBox::isCompleting() const
{
    return m_completer->popup()->isVisible();
}

void SearchBox::understand()
{
    const std::string before = std::move(m_error.sentence);
    m_error = {};
    auto query = parseSearch(text().toUtf8().toStdString());
    if (query) {
        m_query = std::move(*query);
        m_pause.start();
    } else {
        m_query.reset();
        m_error = std::move(query.error());
        m_pause.stop();
    }
    underline();
    if (before != m_error.sentence) Q_EMIT errorChanged();
}

void SearchBox::underline()
{
    QList<QInputMethodEvent::Attribute> marks;
    if (!m_error.sentence.empty() && !text().isEmpty()) {
        const QByteArray utf8 = text().toUtf8();
        qsizetype begin = charactersIn(utf8, m_error.offset);
        qsizetype end = charactersIn(utf8, m_error.offset + m_error.length);
        begin = std::min(begin, text().size() - 1); // an error at the end shows at the last letter
        end = std::max(end, begin + 1);
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(Theme::of(palette()).tense);
        format.setForeground(Theme::of(palette()).tense);
        marks.append(QInputMethodEvent::Attribute(QInputMethodEvent::TextFormat,
            static_cast<int>(begin) - cursorPosition(), static_cast<int>(end - begin), format));
    }
    // The only way to format a part of a QLineEdit's text.
    QInputMethodEvent event(QString(), marks);
    QLineEdit::event(&event);
}

qsizetype SearchBox::wordBegin() const
{
    qsizetype begin = cursorPosition();
    while (begin > 0 && !text().at(begin - 1).isSpace() && text().at(begin - 1) != u'(')
        --begin;
    return begin;
}

QStringList SearchBox::completions() const
{
    const qsizetype begin = wordBegin();
    QString word = text().mid(begin, cursorPosition() - begin);
    const bool isNegated = word.startsWith(u'-');
    if (isNegated) word.remove(0, 1);
    if (word.isEmpty()) return {};
    const qsizetype colon = word.indexOf(u':');
    const QString field = colon < 0 ? QString() : word.left(colon).toLower();
    QStringList fitting;
    for (const QString& candidate : colon < 0 ? fields() : valuesOf(field))
        if (candidate.startsWith(word, Qt::CaseInsensitive)) fitting << candidate;
    if (colon < 0) fitting << moodSearches(word, {}, QStringLiteral(">0.5"));
    if (field == u"mood") fitting << moodSearches(word.mid(colon + 1), QStringLiteral("mood:"), {});
    fitting.removeAll(word);
    if (isNegated)
        for (QString& completion : fitting)
            completion.prepend(u'-');
    return fitting;
}

void SearchBox::complete()
{
    const QStringList words = completions();
    m_words->setStringList(words);
    if (words.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(240);
    m_completer->complete(place.translated(0, 4));
}

void SearchBox::insert(const QString& completion)
{
    const qsizetype begin = wordBegin();
    QString changed = text();
    changed.replace(begin, cursorPosition() - begin, completion);
    setText(changed);
    setCursorPosition(static_cast<int>(begin + completion.size()));
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    if (m_completer->popup()->isVisible()) {
        // The popup hands keys on to us; these are its own.
        const int key = event->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape
            || key == Qt::Key_Up || key == Qt::Key_Down) {
            event->ignore();
            return;
        }
    }
    if (event->key() == Qt::Key_Down) {
        Q_EMIT left();
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

bool SearchBox::event(QEvent* event)
{
    // Ctrl+K is the window's palette of commands, not "delete to the end of the line".
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_K && key->modifiers() == Qt::ControlModifier) {
            event->ignore();
            return true;
        }
    }
    // Tab takes the completion that is offered first.
    if (event->type() == QEvent::KeyPress && m_completer->popup()->isVisible()
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab && m_words->rowCount() > 0) {
        m_completer->popup()->hide();
        insert(m_words->stringList().constFirst());
        return true;
    }
    return QLineEdit::event(event);
}

} // namespace circumplex
