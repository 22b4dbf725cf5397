#include "submit/sections.h"

#include <array>

namespace submit {

namespace {

struct Headed { Sign sign; const char* section; };
constexpr std::array kHeaded{Headed{Sign::RootCause, "root_cause"}, Headed{Sign::Corrective, "corrective"}, Headed{Sign::Preventive, "preventive"}, Headed{Sign::Grounds, "grounds"},
    Headed{Sign::Exhibits, "exhibits"}, Headed{Sign::Answers, "answers"}, Headed{Sign::Additional, "additional_information"}, Headed{Sign::Request, "request"}, Headed{Sign::Evidence, "evidence"}};
constexpr std::uint32_t kShort = 14; ///< tokens of a line that may be a heading or a signature

class Finder
{
public:
    explicit Finder(Body& body) : m_body(body), m_blocks(body.blocks) {}

    void run()
    {
        const auto start = head();
        const auto end = tail(start);
        std::string section;
        bool any = false, quoting = false;
        for (auto i = start; i < end; ++i) {
            auto& b = m_blocks[i];
            bool whole = false;
            const auto named = headingOf(i, whole);
            if (!named.empty()) {
                section = named;
                any = true;
                quoting = named == "additional_information" && whole;
                if (whole) {
                    b.kind = Block::Kind::Heading;
                    b.section = section;
                    continue;
                }
            } else if (bare(i, end)) {
                b.kind = Block::Kind::Heading;
                b.section = section;
                continue;
            }
            if (forwarded(b))
                quoting = true;
            b.section = any ? section : "";
            if (quoting)
                b.kind = Block::Kind::Quoted;
            else if (section == "evidence" && b.listed && b.kind == Block::Kind::Text)
                b.kind = Block::Kind::Attachment;
        }
        if (any)
            for (auto i = start; i < end && m_blocks[i].section.empty() && m_blocks[i].kind == Block::Kind::Text; ++i)
                m_blocks[i].section = "opening";
    }

private:
    std::uint32_t size(const Block& b) const { return b.tokensEnd - b.tokens; }
    /// The first block behind subject and salutation.
    std::size_t head()
    {
        std::size_t start = 0;
        if (!m_blocks.empty() && first(m_blocks[0], Sign::Subject)) {
            m_blocks[0].section = "subject";
            start = 1;
        }
        for (std::size_t i = start; i < m_blocks.size() && i < 6; ++i) {
            if (!first(m_blocks[i], Sign::Salutation) || size(m_blocks[i]) > 30)
                continue;
            for (auto j = start; j < i; ++j)
                m_blocks[j].section = "subject";
            // "Hello, we write to you …": a sentence of its own, not a line that greets
            if (size(m_blocks[i]) <= kShort || m_blocks[i].sentencesEnd - m_blocks[i].sentences <= 1) {
                m_blocks[i].section = "salutation";
                return i + 1;
            }
            return i;
        }
        return start;
    }
    /// The first block of closing and signature.
    std::size_t tail(std::size_t start)
    {
        for (auto i = start; i < m_blocks.size(); ++i) {
            if (!first(m_blocks[i], Sign::Closing) || size(m_blocks[i]) > 8 || m_blocks.size() - i > 10)
                continue;
            m_blocks[i].section = "closing";
            for (auto j = i + 1; j < m_blocks.size(); ++j)
                m_blocks[j].section = "signature";
            return i;
        }
        auto end = m_blocks.size();
        while (end > start + 1 && m_blocks.size() - end < 5) {
            const auto& b = m_blocks[end - 1];
            if (b.listed || b.kind == Block::Kind::Quoted || size(b) > 16 || stopped(b) || size(b) == 0 || !anyHeading(b).empty())
                break;
            --end;
            if (b.blankBefore)
                break;
        }
        for (auto i = end; i < m_blocks.size(); ++i)
            m_blocks[i].section = "signature";
        return end;
    }
    bool stopped(const Block& b) const
    {
        auto line = m_body.textOf(b.begin, b.end);
        while (!line.empty() && line.back() == ' ')
            line.remove_suffix(1);
        for (const std::string_view stop : {".", "!", "?", ";", "。", "！", "？", "；"})
            if (line.size() >= stop.size() && line.substr(line.size() - stop.size()) == stop)
                return true;
        return false;
    }
    /// Does the block open with this sign?
    bool first(const Block& b, Sign sign) const
    {
        if (b.sentences == b.sentencesEnd)
            return false;
        const auto* hit = m_body.find(m_body.sentences[b.sentences], sign);
        return hit && hit->begin == b.tokens;
    }
    std::string anyHeading(const Block& b) const
    {
        for (auto s = b.sentences; s < b.sentencesEnd; ++s)
            for (const auto& headed : kHeaded)
                if (m_body.has(m_body.sentences[s], headed.sign))
                    return headed.section;
        return {};
    }
    /// The section that the block's words name. @p whole: the block is a heading; else it goes on behind a colon.
    std::string headingOf(std::size_t i, bool& whole) const
    {
        const auto& b = m_blocks[i];
        if (b.sentences == b.sentencesEnd || b.kind == Block::Kind::Quoted)
            return {};
        const auto& sentence = m_body.sentences[b.sentences];
        // the longest words count: "Root cause and corrective actions" is the part that it opens with
        std::string best;
        std::uint32_t reach = 0;
        for (const auto& headed : kHeaded) {
            const auto* hit = m_body.find(sentence, headed.sign);
            if (!hit || hit->begin > b.tokens + 4)
                continue;
            const auto tokens = hit->end - hit->begin;
            const bool label = hit->begin == b.tokens && hit->end < b.tokensEnd && colonBehind(hit->end - 1);
            const bool line = size(b) <= kShort && !stopped(b) && (tokens * 2 >= size(b) || size(b) <= 6 + (b.listed ? 2u : 0u)) && (!m_body.has(sentence, Sign::Deed) || tokens * 2 >= size(b));
            if ((label || line) && tokens > reach) {
                reach = tokens;
                best = headed.section;
                whole = line && !(label && hit->end < b.tokensEnd);
            }
        }
        return best;
    }
    bool colonBehind(std::uint32_t token) const
    {
        const auto at = m_body.tokens.list[token].end;
        const auto rest = m_body.text.substr(at, 3);
        return !rest.empty() && (rest[0] == ':' || rest == "：");
    }
    /// A heading that names no section: a short line alone above its text.
    bool bare(std::size_t i, std::size_t end) const
    {
        const auto& b = m_blocks[i];
        if (i + 1 >= end || !b.blankBefore || m_blocks[i + 1].blankBefore || size(b) > kShort || size(b) == 0 || stopped(b) || b.kind == Block::Kind::Quoted)
            return false;
        const auto line = m_body.textOf(b.begin, b.end);
        return line.back() != ':' && line.back() != ',' && (m_body.tokens.list[b.tokens].capital || m_body.tokens.list[b.tokens].han) && !m_body.has(m_body.sentences[b.sentences], Sign::Deed);
    }
    bool forwarded(const Block& b) const
    {
        const auto line = m_body.textOf(b.begin, b.end);
        return line.substr(0, 5) == "-----" || line.substr(0, 12) == "Forwarded me";
    }

    Body& m_body;
    std::vector<Block>& m_blocks;
};

} // namespace

void findSections(Body& body) { Finder(body).run(); }

const Block* salutation(const Body& body)
{
    for (const auto& b : body.blocks)
        if (b.section == "salutation")
            return &b;
    return nullptr;
}

} // namespace submit
