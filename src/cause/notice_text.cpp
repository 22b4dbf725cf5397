#include "cause/notice_text.h"

#include "cause/shapes.h"

#include <algorithm>
#include <unordered_map>

namespace cause {

constexpr std::size_t kBeat = 256; // sentences between two beats of the pulse
constexpr double kDenied = 0.3; // factor of scopes that take away what they reach

std::string NoticeText::original(std::size_t begin, std::size_t end) const
{
    const auto where = span(begin, end);
    std::string out;
    for (const char c : m_original.substr(where.start, where.end - where.start)) {
        const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
        if (blank && !out.empty() && out.back() == ' ' && c != ' ')
            continue;
        out += blank ? ' ' : c;
    }
    return out;
}

NoticeText::NoticeText(std::string_view original, const RuleBook& book, const Pulse& pulse) : m_original(original), m_book(book), m_normalised(original)
{
    for (auto at = view().find('\n'); at != std::string::npos; at = view().find('\n', at + 1))
        m_breaks.push_back(at);
    const auto all = text::sentences(m_normalised);
    m_statements.reserve(all.size());
    const auto scratch = book.scratch();
    std::vector<RuleBook::Token> tokens;
    std::unordered_map<std::string_view, std::uint32_t> seen; // threads of mails and forums say the same things over and over: each is matched once
    Shapes shapes;
    for (const auto& sentence : all) {
        if (pulse && m_statements.size() % kBeat == 0 && !pulse(static_cast<double>(sentence.begin) / static_cast<double>(view().size())))
            break;
        Statement s;
        s.at = sentence;
        s.matches = static_cast<std::uint32_t>(m_matches.size());
        s.hits = static_cast<std::uint32_t>(m_hits.size());
        const auto [known, fresh] = seen.emplace(words(sentence.begin, sentence.end), static_cast<std::uint32_t>(m_statements.size()));
        if (fresh) {
            const auto like = shapes.find(known->first, view());
            if (like == Shapes::npos || !takeFrom(shapes, like, s, *scratch)) {
                book.scan(view(), sentence.begin, sentence.end, *scratch, m_matches);
                s.matchesEnd = static_cast<std::uint32_t>(m_matches.size());
                tokensOf(s, tokens);
                book.match(tokens, *scratch, m_hits);
                dropInAddresses(s);
                if (scratch->numbered.empty())
                    shapes.keep(s, static_cast<std::uint32_t>(m_statements.size()), scratch->ran);
            }
        } else {
            auto& first = m_statements[known->second];
            s.said = static_cast<std::uint16_t>(std::min(first.again + 1, 1000));
            first.again = s.said;
            copyFrom(first, sentence.begin);
        }
        s.matchesEnd = static_cast<std::uint32_t>(m_matches.size());
        s.hitsEnd = static_cast<std::uint32_t>(m_hits.size());
        summarise(s);
        m_statements.push_back(s);
    }
    findHeads();
    findScopes();
    findSpeakers();
}

/// What is looked for in a sentence again and again is not there as a rule: a few bits tell.
void NoticeText::summarise(Statement& s) const
{
    s.uses = 0;
    s.facts = 0;
    for (auto i = s.hits; i < s.hitsEnd; ++i) {
        s.uses = static_cast<std::uint16_t>(s.uses | 1u << static_cast<unsigned>(m_hits[i].use));
        if (m_hits[i].use == Use::Fact)
            s.facts |= std::uint64_t{1} << rule(m_hits[i]).target % 64;
    }
}

/// The hits and matches of a sentence with the same words.
void NoticeText::copyFrom(const Statement& same, std::uint32_t begin)
{
    const auto moved = [&](std::uint32_t at) { return at - same.at.begin + begin; };
    for (auto i = same.matches; i < same.matchesEnd; ++i) {
        auto match = m_matches[i];
        match.whole = {moved(match.whole.begin), moved(match.whole.end)};
        for (auto& group : match.groups)
            if (group.there())
                group = {moved(group.begin), moved(group.end)};
        m_matches.push_back(match);
    }
    copyHits(same, begin);
}

void NoticeText::copyHits(const Statement& same, std::uint32_t begin)
{
    for (auto i = same.hits; i < same.hitsEnd; ++i) {
        auto hit = m_hits[i];
        hit.begin = hit.begin - same.at.begin + begin;
        hit.end = hit.end - same.at.begin + begin;
        m_hits.push_back(hit);
    }
}

/// The hits and matches of a sentence that differs in its digits only from one that was scanned; false where that is not all of the difference.
bool NoticeText::takeFrom(const Shapes& shapes, std::uint32_t number, const Statement& s, RuleBook::Scratch& scratch)
{
    const auto& kept = shapes[number];
    const auto& same = m_statements[kept.statement];
    const auto count = same.matchesEnd - same.matches;
    const bool done = m_book.rescan(view(), s.at.begin, s.at.end, {same.at.begin, same.matches, same.matchesEnd, shapes.ran(kept)}, scratch, m_matches);
    const auto alike = [&](const text::PatternSet::Match& a, const text::PatternSet::Match& b) {
        const auto moved = [&](const text::PatternSet::Place& from, const text::PatternSet::Place& to) {
            return from.there() ? from.begin - same.at.begin == to.begin - s.at.begin && from.end - same.at.begin == to.end - s.at.begin : !to.there();
        };
        return a.pattern == b.pattern && moved(a.whole, b.whole) && std::equal(a.groups.begin(), a.groups.end(), b.groups.begin(), moved);
    };
    const auto from = m_matches.begin() + same.matches, to = m_matches.begin() + s.matches;
    if (!done || m_matches.size() - s.matches != count || !std::equal(from, from + count, to, alike)) {
        m_matches.resize(s.matches);
        return false;
    }
    copyHits(same, s.at.begin);
    return true;
}

/// Words inside a mail address or a link say nothing.
void NoticeText::dropInAddresses(const Statement& s)
{
    for (auto i = s.matches; i < s.matchesEnd; ++i) {
        const auto& match = m_matches[i];
        if (m_book.gives(match.pattern) != Gives::Address)
            continue;
        const auto& info = m_book.patternInfo()[match.pattern];
        const auto group = info.groups[RuleBook::Value];
        const auto place = group < text::PatternSet::kGroups && match.groups[group].there() ? match.groups[group] : match.whole;
        m_hits.erase(std::remove_if(m_hits.begin() + s.hits, m_hits.end(), [&](const RuleHit& hit) { return hit.begin < place.end && place.begin < hit.end && hit.use != Use::Place && !rule(hit).timed; }), m_hits.end());
    }
}

/// Spans of time and days, for the patterns that speak of them; by place, the longer of two that overlap.
void NoticeText::tokensOf(const Statement& s, std::vector<RuleBook::Token>& out) const
{
    out.clear();
    for (auto i = s.matches; i < s.matchesEnd; ++i) {
        const auto& match = m_matches[i];
        const auto gives = m_book.gives(match.pattern);
        if (gives != Gives::Duration && gives != Gives::Date)
            continue;
        const auto& info = m_book.patternInfo()[match.pattern];
        const auto group = [&](RuleBook::Group which) { return info.groups[which] < text::PatternSet::kGroups ? match.groups[info.groups[which]] : text::PatternSet::Place{}; };
        RuleBook::Token token;
        token.day = gives == Gives::Date;
        const auto least = group(RuleBook::Least), number = group(RuleBook::Number), unit = group(RuleBook::Unit), value = group(RuleBook::Value);
        token.begin = ((token.day ? (value.there() ? value : match.whole) : least.there() ? least : number.there() ? number : match.whole).begin);
        token.end = ((token.day ? (value.there() ? value : match.whole) : unit.there() ? unit : match.whole).end);
        out.push_back(token);
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    std::size_t to = 0;
    for (const auto& token : out)
        if (to == 0 || token.begin >= out[to - 1].end)
            out[to++] = token;
    out.resize(to);
}

const RuleHit* NoticeText::hit(const Statement& s, Use use, std::string_view target) const
{
    return s.has(use) ? hit(s, use, m_book.number(use, target)) : nullptr;
}

const RuleHit* NoticeText::hit(const Statement& s, Use use, std::uint32_t number) const
{
    if (!s.has(use) || (use == Use::Fact && (s.facts >> number % 64 & 1) == 0))
        return nullptr;
    for (auto i = s.hits; i < s.hitsEnd; ++i)
        if (m_hits[i].use == use && rule(m_hits[i]).target == number)
            return &m_hits[i];
    return nullptr;
}

bool NoticeText::inScope(const Statement& s, std::size_t at, std::uint32_t number) const
{
    for (auto i = s.scopes; i < s.scopesEnd; ++i)
        if (m_scopes[i].scope == number && m_scopes[i].begin <= at && at < m_scopes[i].end)
            return true;
    return false;
}

bool NoticeText::hasAbove(std::size_t statement, Use use, std::string_view target) const
{
    for (int steps = 0; steps < 4; ++steps) {
        const auto& s = m_statements[statement];
        if (has(s, use, target))
            return true;
        if (s.head < 0)
            return false;
        statement = static_cast<std::size_t>(s.head);
    }
    return false;
}

std::size_t NoticeText::statementAt(std::size_t at) const
{
    const auto it = std::upper_bound(m_statements.begin(), m_statements.end(), at, [](std::size_t a, const Statement& s) { return a < s.at.begin; });
    return it == m_statements.begin() ? 0 : static_cast<std::size_t>(it - m_statements.begin()) - 1;
}

std::pair<std::size_t, std::size_t> NoticeText::line(std::size_t at) const
{
    const auto next = std::lower_bound(m_breaks.begin(), m_breaks.end(), at);
    return {next == m_breaks.begin() ? 0 : *std::prev(next) + 1, next == m_breaks.end() ? view().size() : *next};
}

void NoticeText::keepMarketplace(std::uint32_t bit)
{
    if (bit == 0)
        return;
    // hits stay in their statements' ranges: what does not count there becomes a rule that nobody asks for
    std::uint32_t to = 0;
    for (auto& s : m_statements) {
        const auto from = to;
        for (auto i = s.hits; i < s.hitsEnd; ++i) {
            const auto& r = rule(m_hits[i]);
            if (r.marketplaces == 0 || (r.marketplaces & bit))
                m_hits[to++] = m_hits[i];
        }
        s.hits = from;
        s.hitsEnd = to;
        summarise(s);
    }
    m_hits.resize(to);
}

namespace {

/// A heading has words: not an id, a date, a table's row.
bool wordy(std::string_view text)
{
    std::size_t digits = 0, blanks = 0, han = 0;
    for (const char c : text) {
        digits += c >= '0' && c <= '9';
        blanks += c == ' ';
        han += static_cast<unsigned char>(c) >= 0xE4 && static_cast<unsigned char>(c) <= 0xE9;
    }
    return digits * 4 < text.size() && (blanks > 0 || han > 1) && text.find('|') == std::string_view::npos;
}

/// Where the clause that @p rest begins in ends: at a comma before a word that opens another one; "deceptive, fraudulent, or illegal" goes on.
std::size_t clauseEnd(std::string_view rest, const std::vector<std::string>& opens)
{
    const auto first = std::min({rest.find_first_of(",;"), rest.find("，"), rest.size()});
    for (auto at = first; at < rest.size(); at = std::min(rest.find_first_of(",;", at + 1), rest.size())) {
        const auto next = rest.find_first_not_of(" \"", at + 1);
        if (rest[at] != ',' || next == std::string_view::npos)
            return at;
        const auto behind = rest.substr(next);
        if (static_cast<unsigned char>(behind[0]) >= 0x80) {
            if (behind.substr(0, 3) != "或" && behind.substr(0, 3) != "并" && behind.substr(0, 3) != "且")
                return at;
            continue;
        }
        const auto word = behind.substr(0, std::min(behind.find_first_of(" ,;'"), behind.size()));
        if (std::find(opens.begin(), opens.end(), word) != opens.end())
            return at;
    }
    return first;
}

} // namespace

void NoticeText::findHeads()
{
    std::int32_t list = -1, section = -1; // what introduces the lines, what stands over the paragraphs
    bool items = false;
    for (std::size_t i = 0; i < m_statements.size(); ++i) {
        auto& s = m_statements[i];
        const auto text = words(s);
        const bool lastOfLine = i + 1 == m_statements.size() || m_statements[i + 1].at.line != s.at.line;
        const char last = text.empty() ? ' ' : text.back();
        const bool alone = s.at.opensLine && lastOfLine;
        const bool nextParagraph = i + 1 < m_statements.size() && m_statements[i + 1].at.paragraph != s.at.paragraph;
        const bool nextItem = i + 1 < m_statements.size() && m_statements[i + 1].at.item && lastOfLine;
        if (list >= 0 && !s.at.item && s.at.paragraph != m_statements[static_cast<std::size_t>(list)].at.paragraph
            && (items || s.at.paragraph > m_statements[static_cast<std::size_t>(list)].at.paragraph + 1)) {
            list = -1;
            items = false;
        }
        s.head = list >= 0 ? list : section;
        const bool ends = last == ':' && lastOfLine;
        const bool question = alone && last == '?' && text.size() < 120 && !(s.at.item && list >= 0);
        const bool title = alone && !s.at.item && text.size() < 90 && wordy(text) && last != '.' && last != ',' && last != ';' && last != ')' && static_cast<unsigned char>(last) != 0x82 && text.find(':') == std::string_view::npos;
        if (ends || (nextItem && !s.at.item)) {
            s.head = section;
            s.heading = ends && alone;
            list = static_cast<std::int32_t>(i);
            items = false;
        } else if (question || (title && (nextParagraph || nextItem || (s.at.paragraph != (i ? m_statements[i - 1].at.paragraph : ~0u))) && i > 0)) {
            s.heading = true;
            s.head = -1;
            section = static_cast<std::int32_t>(i);
            list = -1;
            items = false;
        } else if (s.at.item) {
            items = true;
        }
    }
}

void NoticeText::findScopes()
{
    const auto contrast = m_book.number(Use::Fact, "contrast");
    std::vector<std::vector<ScopeSpan>> carried(m_statements.size()); // to the items of a list, by the statement that introduces it
    for (std::size_t i = 0; i < m_statements.size(); ++i) {
        auto& s = m_statements[i];
        s.scopes = s.scopesEnd = static_cast<std::uint32_t>(m_scopes.size());
        if (s.repeats())
            continue;
        if (s.head >= 0)
            for (const auto& from : carried[static_cast<std::size_t>(s.head)]) {
                m_scopes.push_back({from.scope, s.at.begin, s.at.end});
                carried[i].push_back(from); // and on to the list that it introduces itself
            }
        for (auto h = s.hits; h < s.hitsEnd && s.has(Use::Scope); ++h) {
            const auto& hit = m_hits[h];
            if (hit.use != Use::Scope)
                continue;
            const auto& r = rule(hit);
            const auto& reach = m_book.scope(r.target);
            if (reach.list && !reach.sentence && hit.begin > s.at.begin + s.at.mark + 2u)
                continue; // a heading opens with it
            ScopeSpan span{r.target, hit.begin, hit.end};
            if (reach.sentence || reach.before)
                span.begin = s.at.begin;
            if (reach.sentence || reach.after)
                span.end = s.at.end;
            if (reach.factor < kDenied) // "We do not doubt …, but …": the other half says something else
                for (auto o = s.hits; o < s.hitsEnd; ++o)
                    if (const auto& turn = m_hits[o]; turn.use == Use::Fact && rule(turn).target == contrast) {
                        if (turn.begin >= hit.end)
                            span.end = std::min(span.end, turn.begin);
                        else if (turn.end <= hit.begin)
                            span.begin = std::max(span.begin, turn.end);
                    }
            if (reach.clause && reach.before) {
                const auto from = words(s.at.begin, hit.begin).find_last_of(",;:");
                span = {r.target, static_cast<std::uint32_t>(from == std::string_view::npos ? s.at.begin : s.at.begin + from + 1), hit.end};
            } else if (reach.clause) {
                span.end = static_cast<std::uint32_t>(hit.end + clauseEnd(words(hit.end, s.at.end), m_book.order("clause_opens")));
            }
            m_scopes.push_back(span);
            if (reach.list)
                carried[i].push_back(span);
        }
        s.scopesEnd = static_cast<std::uint32_t>(m_scopes.size());
    }
}

void NoticeText::findSpeakers()
{
    // A seller writes around the notice: before it opens, after it closes, outside the quotation. Without seller's words everything is the marketplace's.
    const auto number = [&](std::string_view id) { return m_book.number(Use::Voice, id); };
    const auto opens = number("opens"), cuts = number("cut"), seller = number("seller"), marketplace = number("marketplace"), closes = number("closes");
    const auto voice = [&](const Statement& s, std::uint32_t id) { return hit(s, Use::Voice, id) != nullptr; };
    const auto says = [&](const Statement& s) { // the seller's words, outside of what somebody is quoted with ("the buyer said: I have not got it")
        for (auto i = s.hits; i < s.hitsEnd; ++i)
            if (rule(m_hits[i]).use == Use::Voice && rule(m_hits[i]).target == seller && std::count(view().begin() + s.at.begin, view().begin() + m_hits[i].begin, '"') % 2 == 0)
                return true;
        return false;
    };
    // "What about my money?" at the head of a line: the marketplace puts the question that it answers
    const auto asked = [&](const Statement& s) {
        const auto text = words(s);
        const bool last = &s == &m_statements.back();
        return s.at.opensLine && text.size() < 100 && text.size() > 8 && text.back() == '?' && text[text.size() - 2] != '?' && ((text[0] >= 'A' && text[0] <= 'Z') || (!last && text.size() < 70 && static_cast<unsigned char>(text[0]) >= 0xE3));
    };
    const std::size_t count = m_statements.size();
    if (count == 0)
        return;
    struct Paragraph { std::size_t begin = 0, end = 0; int seller = 0, marketplace = 0; bool opens = false, closes = false, cut = false, quoted = false; };
    std::vector<Paragraph> paragraphs;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& s = m_statements[i];
        if (paragraphs.empty() || m_statements[i - 1].at.paragraph != s.at.paragraph || (m_normalised.depth(s.at.begin) > 0) != paragraphs.back().quoted
            || (voice(s, opens) && s.at.opensLine && !paragraphs.back().opens && paragraphs.back().seller > 0) || voice(s, cuts) || paragraphs.back().cut) {
            paragraphs.push_back({i, i});
            paragraphs.back().quoted = m_normalised.depth(s.at.begin) > 0;
        }
        auto& p = paragraphs.back();
        p.end = i + 1;
        p.seller += says(s) && !asked(s);
        p.marketplace += voice(s, marketplace);
        p.opens = p.opens || voice(s, opens);
        p.closes = p.closes || voice(s, closes);
        p.cut = p.cut || voice(s, cuts);
    }
    const auto mark = [&](const Paragraph& p, Speaker who) {
        for (auto i = p.begin; i < p.end; ++i)
            m_statements[i].speaker = who;
    };
    const auto sellers = [](const Paragraph& p) { return p.seller > p.marketplace && p.seller > 0; };
    int quotedMarket = 0, plainMarket = 0, plainSeller = 0, quotedSeller = 0;
    std::size_t inQuotes = 0;
    for (const auto& s : m_statements)
        inQuotes += m_normalised.depth(s.at.begin) > 0 ? s.at.end - s.at.begin : 0;
    if (inQuotes * 5 < view().size()) // no more than its head is quoted
        for (auto& p : paragraphs)
            p.quoted = false;
    bool quoted = false;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const auto& p = paragraphs[i];
        quoted = quoted || p.quoted;
        // "On 4 Nov Seller Performance wrote:" speaks of the quotation below it
        const bool announces = !p.quoted && i + 1 < paragraphs.size() && paragraphs[i + 1].quoted && view()[m_statements[p.end - 1].at.end - 1] == ':';
        (p.quoted || announces ? quotedMarket : plainMarket) += p.marketplace + p.opens;
        (p.quoted ? quotedSeller : plainSeller) += p.seller;
    }
    if (quoted) {
        if (quotedMarket > plainMarket || (quotedMarket > 0 && plainSeller > plainMarket)) {
            for (const auto& p : paragraphs)
                if (!p.quoted)
                    mark(p, Speaker::Seller);
            return;
        }
        for (const auto& p : paragraphs)
            if (p.quoted)
                mark(p, Speaker::Earlier);
    }
    std::size_t first = paragraphs.size(), last = 0; // where the marketplace speaks
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const auto& p = paragraphs[i];
        if (p.quoted && quoted)
            continue;
        if ((p.opens || p.marketplace > 0) && !sellers(p)) {
            first = std::min(first, i);
            last = std::max(last, i);
        }
        if (p.closes && !sellers(p))
            last = std::max(last, i);
    }
    if (first == paragraphs.size())
        return;
    // who puts questions before the letter opens is the one who got it
    const auto asks = [&](const Paragraph& p) {
        for (auto i = p.begin; i < p.end; ++i)
            if (words(m_statements[i]).ends_with('?'))
                return true;
        return false;
    };
    const auto before = paragraphs.begin() + static_cast<std::ptrdiff_t>(first);
    if (std::any_of(paragraphs.begin(), before, sellers) || (paragraphs[first].opens && std::any_of(paragraphs.begin(), before, asks)))
        for (std::size_t i = 0; i < first; ++i)
            mark(paragraphs[i], Speaker::Seller);
    bool after = false;
    for (std::size_t i = last + 1; i < paragraphs.size(); ++i) {
        after = after || sellers(paragraphs[i]);
        if (after && !(paragraphs[i].quoted && quoted))
            mark(paragraphs[i], Speaker::Seller);
    }
    // between: a paragraph that is wholly the seller's ("reply by …") stays the marketplace's; forums mark their posts
}

} // namespace cause
