#include "ui/library/facet_panel.h"
#include "ui/library/filter_chips.h"
#include "ui/library/library_page.h"
#include "ui/library/search_box.h"
#include "ui/library/track_list_model.h"
#include "ui/library/track_table.h"

#include <QPushButton>

// What the page asks for: text, chip and facets together, and how it is remembered.

namespace circumplex {

namespace {

/// The mood that a search asks for, if it is one.
std::optional<int> moodIn(const SearchNode& query)
{
    using Kind = SearchNode::Kind;
    if (query.kind == Kind::Mood || query.kind == Kind::StrongMood) return query.tag;
    std::optional<int> found;
    if (query.kind != Kind::And && query.kind != Kind::Or) return found;
    for (const SearchNode& child : query.children) {
        const std::optional<int> mood = moodIn(child);
        if (mood && found && mood != found) return std::nullopt;
        if (mood) found = mood;
    }
    return found;
}

} // namespace

void LibraryPage::followMood()
{
    if (m_search->query()) m_model->setOrderedMood(moodIn(*m_search->query()));
}

std::optional<SearchNode> LibraryPage::countedQuery() const
{
    const auto& query = m_search->query();
    if (!query || query->kind == SearchNode::Kind::Everything) return std::nullopt;
    return query;
}

std::optional<SearchNode> LibraryPage::query() const
{
    if (!m_search->query()) return std::nullopt;
    if (m_chips->chosen() == LibraryPart::All) return *m_search->query();
    SearchNode part = *parseSearch(partQuery(m_chips->chosen()));
    if (m_search->query()->kind == SearchNode::Kind::Everything) return part;
    SearchNode both { .kind = SearchNode::Kind::And };
    if (part.kind == SearchNode::Kind::And)
        both.children = std::move(part.children);
    else
        both.children.push_back(std::move(part));
    both.children.push_back(*m_search->query());
    return both;
}

std::optional<SearchNode> LibraryPage::inChosenPart(const QString& text) const
{
    const QString part = QString::fromLatin1(partQuery(m_chips->chosen()));
    const QString whole = part.isEmpty() ? text
        : text.trimmed().isEmpty()       ? part
                                         : QStringLiteral("%1 (%2)").arg(part, text);
    auto query = parseSearch(whole.toStdString());
    return query ? std::optional(std::move(*query)) : std::nullopt;
}

FacetQuestion LibraryPage::facetQuestion() const
{
    FacetQuestion question;
    if (m_facets->isHidden()) return question;
    QStringList texts;
    for (std::size_t group = 0; group < m_clauses.size(); ++group) {
        QString text = m_search->text();
        if (!m_clauses[group].isEmpty()) text.replace(m_clauses[group], QStringLiteral(" "));
        if (!texts.contains(text)) {
            auto query = inChosenPart(text);
            if (!query) return {};
            texts << text;
            question.queries.push_back(std::move(*query));
        }
        question.ofGroup[group] = static_cast<std::size_t>(texts.indexOf(text));
    }
    return question;
}

void LibraryPage::setFacets(const FacetQuestion& question, const std::vector<TrackFacets>& facets)
{
    std::array<TrackFacets, kFacetGroups> groups;
    for (std::size_t group = 0; group < groups.size(); ++group)
        groups[group] = facets.at(question.ofGroup[group]);
    m_facets->setFacets(groups);
}

void LibraryPage::showFacets(bool isOn)
{
    m_facetsButton->setChecked(isOn);
}

void LibraryPage::writeClause(std::size_t group)
{
    const QString clause = m_facets->clause(static_cast<FacetGroup>(group));
    const QString before = std::exchange(m_clauses[group], clause);
    QString text = m_search->text();
    const qsizetype at = before.isEmpty() ? -1 : text.indexOf(before);
    // What is chosen narrows all of "a or b", not only b.
    if (at < 0 && m_search->query() && m_search->query()->kind == SearchNode::Kind::Or)
        text = QStringLiteral("(%1)").arg(text.trimmed());
    if (at < 0)
        text = text.trimmed() + (text.trimmed().isEmpty() ? QString() : QStringLiteral(" "))
            + clause;
    else
        text.replace(at, before.size(), clause);
    m_search->setText(text.trimmed());
}

void LibraryPage::followText()
{
    for (std::size_t group = 0; group < m_clauses.size(); ++group) {
        if (m_clauses[group].isEmpty() || m_search->text().contains(m_clauses[group])) continue;
        m_clauses[group].clear();
        m_facets->clear(static_cast<FacetGroup>(group));
    }
}

void LibraryPage::search(const QString& text)
{
    m_search->setText(text);
}

void LibraryPage::restore(const Settings::Library& settings)
{
    m_table->setCompact(settings.isCompact);
    if (!settings.columns.isEmpty()) m_table->restoreColumns(settings.columns);
    m_search->setText(settings.query);
    followMood();
    m_facets->restore(settings.facets);
    for (std::size_t group = 0; group < m_clauses.size(); ++group)
        m_clauses[group] = m_facets->clause(static_cast<FacetGroup>(group));
    followText(); // what the text does not say is not chosen
    showFacets(settings.showsFacets);
    if (const auto order = m_table->restoreOrder(settings.order)) m_order = *order;
    if (settings.part >= 0 && settings.part < kLibraryParts)
        m_chips->choose(static_cast<LibraryPart>(settings.part));
    m_table->scrollToTop({ settings.topTrack });
}

void LibraryPage::store(Settings::Library& settings) const
{
    settings.isCompact = m_table->isCompact();
    settings.columns = m_table->columns();
    settings.query = m_search->text();
    settings.showsFacets = m_facetsButton->isChecked();
    settings.facets = m_facets->chosen();
    settings.order = m_table->order();
    settings.part = static_cast<int>(m_chips->chosen());
    settings.topTrack = m_table->topTrack().value;
}

} // namespace circumplex
