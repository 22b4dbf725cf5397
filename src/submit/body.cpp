#include "submit/body.h"

#include "submit/memory.h"
#include "submit/sections.h"

#include "text/lines.h"

#include <algorithm>
#include <array>

namespace submit {

namespace {

constexpr std::array<std::string_view, 16> kAbbreviations{"inc", "ltd", "co", "corp", "llc", "no", "nos", "mr", "mrs", "ms", "dr", "st", "vs", "approx", "ref", "fig"};
constexpr std::array<std::string_view, 22> kOpeners{"we", "i", "our", "my", "they", "he", "she", "it", "the", "this", "these", "on", "in", "by", "each", "every", "all", "please", "its", "from", "at", "a"};
constexpr std::array<std::string_view, 14> kNoNames{"i", "amazon", "wish", "ebay", "walmart", "etsy", "asin", "asins", "sku", "fba", "attachment", "attachments", "a", "q"};

constexpr std::uint32_t kLongest = 400; ///< tokens of a sentence; what has no stop is cut, so that work with one stays small

template <typename List>
bool contains(const List& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

class Reader
{
public:
    Reader(Body& body, const Vocabulary& vocabulary, Memory* memory) : m_body(body), m_vocabulary(vocabulary), m_memory(memory) {}

    void lines()
    {
        const auto all = text::linesOf(m_body.text);
        bool blank = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].blank) {
                blank = true;
                continue;
            }
            auto end = all[i].end;
            const auto first = i;
            // a line that only wraps goes on in the next
            while (i + 1 < all.size() && all[i].next != text::Line::Break::Hard && !all[i + 1].blank)
                end = all[++i].end;
            block(all[first].begin, end, blank, all[first].depth > 0);
            blank = false;
        }
    }
    void paragraphs(const appeal::Letter& letter, const letter::Written& written)
    {
        for (const auto& placed : written.places) {
            const auto& p = letter.paragraphs[placed.paragraph];
            for (auto at = placed.start; at < placed.end || at == placed.start;) {
                const auto end = std::min(m_body.text.find('\n', at), placed.end);
                const auto before = m_body.blocks.size();
                if (end > at)
                    block(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), at == placed.start && at >= 2 && m_body.text.substr(at - 2, 2) == "\n\n", false);
                for (auto i = before; i < m_body.blocks.size(); ++i)
                    take(m_body.blocks[i], p, placed.paragraph);
                at = end + 1;
            }
        }
    }
    /// Sentences and what they hold, once the blocks know what they are.
    void sentences()
    {
        for (std::uint32_t i = 0; i < m_body.blocks.size(); ++i) {
            auto& b = m_body.blocks[i];
            b.sentences = static_cast<std::uint32_t>(m_body.sentences.size());
            const auto& known = m_known[i];
            if (known.line && known.line->cut) {
                recall(known, i);
                continue;
            }
            for (auto at = b.tokens; at < b.tokensEnd;) {
                const auto end = sentenceEnd(at, b.tokensEnd);
                Sentence s;
                s.block = i;
                s.tokens = at;
                s.tokensEnd = end;
                s.begin = m_body.tokens.list[at].begin;
                s.end = end == b.tokensEnd ? b.end : closing(end - 1);
                s.hits = static_cast<std::uint32_t>(m_body.hits.size());
                m_found.clear();
                m_body.lexicon->phrases.find(m_body.tokens, at, end, m_found);
                m_body.hits.insert(m_body.hits.end(), m_found.begin(), m_found.end());
                s.hitsEnd = static_cast<std::uint32_t>(m_body.hits.size());
                m_body.sentences.push_back(s);
                at = end;
            }
            b.sentencesEnd = static_cast<std::uint32_t>(m_body.sentences.size());
            if (known.line)
                keep(known, b);
        }
    }
    void facts()
    {
        auto day = m_body.days.begin();
        for (auto& s : m_body.sentences) {
            while (day != m_body.days.end() && day->begin < s.tokens)
                ++day;
            s.date = day != m_body.days.end() && day->begin < s.tokensEnd;
            for (auto i = s.tokens; i < s.tokensEnd; ++i) {
                const auto& t = m_body.tokens.list[i];
                const auto word = m_body.tokens.fold(t);
                s.number = s.number || t.number || t.id || numberNamed(word) > 0;
                s.date = s.date || weekdayNamed(word) || (t.capital && monthNamed(word) && word != "may");
                // a capital inside a sentence is a name; at its start only before another
                const bool follows = i + 1 < s.tokensEnd && m_body.tokens.list[i + 1].capital && !m_body.tokens.list[i + 1].sign;
                if (t.capital && !t.id && !contains(kNoNames, word) && (i > s.tokens ? !m_body.tokens.list[i].sign || follows : follows) && !weekdayNamed(word) && !monthNamed(word))
                    s.name = true;
            }
        }
    }

private:
    /// A line of the memory as it stands here; nullptr where nothing is remembered.
    struct Remembered { Memory::Line* line; std::uint32_t base; };

    /// The sentences of a line that was met before.
    void recall(const Remembered& known, std::uint32_t block)
    {
        auto& b = m_body.blocks[block];
        const auto hits = static_cast<std::uint32_t>(m_body.hits.size());
        for (auto hit : known.line->hits) {
            hit.begin += b.tokens;
            hit.end += b.tokens;
            m_body.hits.push_back(hit);
        }
        auto at = b.tokens;
        auto hit = hits;
        for (const auto& cut : known.line->sentences) {
            Sentence s;
            s.block = block;
            s.tokens = at;
            s.tokensEnd = at = b.tokens + cut.tokensEnd;
            s.begin = m_body.tokens.list[s.tokens].begin;
            s.end = known.base + cut.end;
            s.hits = hit;
            s.hitsEnd = hit = hits + cut.hitsEnd;
            m_body.sentences.push_back(s);
        }
        b.sentencesEnd = static_cast<std::uint32_t>(m_body.sentences.size());
    }
    void keep(const Remembered& known, const Block& b) const
    {
        auto& line = *known.line;
        const auto first = b.sentences < b.sentencesEnd ? m_body.sentences[b.sentences].hits : 0;
        for (auto i = b.sentences; i < b.sentencesEnd; ++i) {
            const auto& s = m_body.sentences[i];
            line.sentences.push_back({s.tokensEnd - b.tokens, s.end - known.base, s.hitsEnd - first});
            for (auto h = s.hits; h < s.hitsEnd; ++h) {
                auto hit = m_body.hits[h];
                hit.begin -= b.tokens;
                hit.end -= b.tokens;
                line.hits.push_back(hit);
            }
        }
        line.cut = true;
    }
    void block(std::uint32_t begin, std::uint32_t end, bool blank, bool quoted)
    {
        Block b;
        while (begin < end && m_body.text[begin] == ' ')
            ++begin;
        b.begin = begin;
        b.end = end;
        b.blankBefore = blank;
        b.kind = quoted ? Block::Kind::Quoted : Block::Kind::Text;
        const auto line = m_body.text.substr(begin, end - begin);
        auto mark = text::listMark(line);
        if (mark == 0)
            mark = hanMark(line);
        b.listed = mark > 0;
        for (std::size_t i = 0; i < mark; ++i)
            if (line[i] >= '0' && line[i] <= '9' && b.item < 1000)
                b.item = b.item * 10 + (line[i] - '0');
        b.tokens = static_cast<std::uint32_t>(m_body.tokens.list.size());
        Remembered known{nullptr, begin + static_cast<std::uint32_t>(mark)};
        if (m_memory) {
            const auto words = line.substr(mark);
            known.line = &m_memory->line(words);
            if (known.line->tokens.list.empty())
                tokenise(words, 0, words.size(), m_vocabulary, known.line->tokens);
            append(known.line->tokens, known.base);
        } else {
            tokenise(m_body.text, begin + mark, end, m_vocabulary, m_body.tokens);
        }
        b.tokensEnd = static_cast<std::uint32_t>(m_body.tokens.list.size());
        if (b.tokensEnd > b.tokens || b.listed || !line.empty()) {
            m_body.blocks.push_back(b);
            m_known.push_back(known);
        }
    }
    /// Puts tokens behind those that are there, their bytes moved by @p base.
    void append(const Tokens& tokens, std::uint32_t base)
    {
        auto& out = m_body.tokens;
        const auto fold = static_cast<std::uint32_t>(out.folded.size()), prefixes = static_cast<std::uint32_t>(out.prefixNumbers.size());
        for (auto t : tokens.list) {
            t.begin += base;
            t.end += base;
            t.fold += fold;
            t.prefixes += prefixes;
            out.list.push_back(t);
        }
        out.folded += tokens.folded;
        out.prefixNumbers.insert(out.prefixNumbers.end(), tokens.prefixNumbers.begin(), tokens.prefixNumbers.end());
    }
    /// （1） or （一）at the head of a line.
    static std::size_t hanMark(std::string_view line)
    {
        constexpr std::string_view open = "（", close = "）";
        if (line.substr(0, open.size()) != open)
            return 0;
        const auto end = line.find(close);
        return end != line.npos && end <= open.size() + 6 ? end + close.size() : 0;
    }
    static void take(Block& b, const appeal::Paragraph& p, std::size_t number)
    {
        using Kind = appeal::Paragraph::Kind;
        b.section = p.section;
        b.cause = p.cause;
        b.place = p.pick.empty() ? p.place : p.pick;
        b.paragraph = number;
        if (p.section == "additional_information" && p.kind != Kind::Heading)
            b.kind = Block::Kind::Quoted;
        else if (p.kind == Kind::Heading || p.kind == Kind::SubHeading)
            b.kind = p.section == "answers" && p.kind == Kind::SubHeading ? Block::Kind::Quoted : Block::Kind::Heading;
        else if (p.kind == Kind::Attachment)
            b.kind = Block::Kind::Attachment;
    }
    /// What stands between two tokens.
    std::string_view between(std::uint32_t left, std::uint32_t right) const
    {
        return m_body.text.substr(m_body.tokens.list[left].end, m_body.tokens.list[right].begin - m_body.tokens.list[left].end);
    }
    bool ends(std::uint32_t i, std::uint32_t begin) const
    {
        const auto& left = m_body.tokens.list[i];
        const auto& right = m_body.tokens.list[i + 1];
        const auto gap = between(i, i + 1);
        if (gap.empty())
            return false;
        for (const std::string_view stop : {std::string_view("。"), std::string_view("！"), std::string_view("？"), std::string_view("；")})
            if (gap.find(stop) != gap.npos)
                return true;
        if (gap.front() == '!' || gap.front() == '?')
            return true;
        auto at = gap.find('.');
        if (at == gap.npos || (at > 0 && gap[at - 1] != ')' && gap[at - 1] != '"' && gap[at - 1] != '%'))
            return false;
        while (at < gap.size() && (gap[at] == '.' || gap[at] == '"' || gap[at] == ')' || gap[at] == '\''))
            ++at;
        if (at == gap.size()) // "counterfeit.We removed": a glued stop; not "Amazon.com", not "No.5"
            return right.capital && !left.capital && !left.number && left.foldSize > 2 && right.foldSize > 1 && !right.caps;
        if (gap[at] != ' ' && gap[at] != '\n')
            return false;
        if (!(right.capital || right.number || right.han || gap.find('"') != gap.npos || gap.find('(') != gap.npos))
            return false;
        const auto word = m_body.tokens.fold(left);
        if (word.size() == 1 && left.capital)
            return false; // an initial
        if (contains(kAbbreviations, word))
            return right.capital && contains(kOpeners, m_body.tokens.fold(right));
        return i + 1 > begin || !left.number;
    }
    std::uint32_t sentenceEnd(std::uint32_t begin, std::uint32_t end) const
    {
        for (auto i = begin; i + 1 < end; ++i)
            if (ends(i, begin) || i - begin >= kLongest)
                return i + 1;
        return end;
    }
    /// The byte behind the stop that follows @p token.
    std::uint32_t closing(std::uint32_t token) const
    {
        const auto gap = between(token, token + 1);
        std::size_t end = 0;
        for (const std::string_view stop : {std::string_view("。"), std::string_view("！"), std::string_view("？"), std::string_view("；"), std::string_view("."), std::string_view("!"), std::string_view("?")})
            if (const auto at = gap.find(stop); at != gap.npos)
                end = std::max(end, at + stop.size());
        return m_body.tokens.list[token].end + static_cast<std::uint32_t>(end);
    }

    Body& m_body;
    const Vocabulary& m_vocabulary;
    Memory* m_memory;
    std::vector<Remembered> m_known; ///< by block
    std::vector<Phrases::Hit> m_found;
};

} // namespace

bool Body::has(const Sentence& s, Sign sign) const { return find(s, sign) != nullptr; }

const Phrases::Hit* Body::find(const Sentence& s, Sign sign) const
{
    for (auto i = s.hits; i < s.hitsEnd; ++i)
        for (const auto& meaning : lexicon->meanings[hits[i].phrase])
            if (meaning.role == Lexicon::Role::Sign && meaning.number == static_cast<std::uint16_t>(sign))
                return &hits[i];
    return nullptr;
}

bool Body::anywhere(Sign sign) const
{
    return std::any_of(sentences.begin(), sentences.end(), [&](const Sentence& s) { return blocks[s.block].kind != Block::Kind::Quoted && has(s, sign); });
}

const Block* Body::blockAt(std::size_t byte) const
{
    auto it = std::upper_bound(blocks.begin(), blocks.end(), byte, [](std::size_t at, const Block& b) { return at < b.begin; });
    if (it == blocks.begin())
        return nullptr;
    --it;
    return byte < std::max(it->end, it->begin + 1) ? &*it : nullptr;
}

bool Body::quotedAt(std::size_t byte) const
{
    const auto* b = blockAt(byte);
    return b && b->kind == Block::Kind::Quoted;
}

bool Body::hasSection(std::string_view section) const
{
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& b) { return b.section == section && b.kind != Block::Kind::Heading; });
}

Body readBody(std::string_view text, const appeal::Language& language, const Lexicon& lexicon, const Vocabulary& vocabulary, const appeal::Letter* letter, const letter::Written* written, int usualYear,
    Memory* memory)
{
    Body body;
    body.text = text;
    body.language = language;
    body.lexicon = &lexicon;
    body.composed = letter && written && written->text == text;
    Reader reader(body, vocabulary, memory);
    if (body.composed)
        reader.paragraphs(*letter, *written);
    else
        reader.lines();
    reader.sentences();
    if (!body.composed)
        findSections(body);
    body.days = daysIn(body.tokens, usualYear);
    reader.facts();
    return body;
}

} // namespace submit
