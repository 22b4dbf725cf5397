#include "submit/rules.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

namespace submit {

namespace {

struct Range { std::size_t begin, end; };

bool letterByte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool blank(char c) { return c == ' ' || c == '\t'; }

/// Marks of a form that nobody filled in, by their characters.
class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    std::vector<Range> run()
    {
        for (std::size_t at = 0; at < m_text.size();) {
            const auto end = endOf(at);
            if (end > at)
                m_out.push_back({at, end});
            at = std::max(end, at + 1);
        }
        return std::move(m_out);
    }

private:
    /// The end of a placeholder that starts at @p at; @p at for none.
    std::size_t endOf(std::size_t at) const
    {
        switch (m_text[at]) {
        case '[': return bracket(at, ']', 80);
        case '{': return bracket(at, '}', 80);
        case '<': return angle(at);
        case '#': return runOf(at, '#', 3);
        case '_': return runOf(at, '_', 3);
        case '.': return dots(at);
        case '$': return dollar(at);
        case '%': return percent(at);
        case 'X':
        case 'x': return crosses(at);
        default: break;
        }
        if (static_cast<unsigned char>(m_text[at]) < 0x80)
            return at;
        if (starts(at, "【"))
            return hanBracket(at);
        if (starts(at, "××") || starts(at, "某某"))
            return at + (starts(at, "××") ? 4 : 6);
        return at;
    }
    bool starts(std::size_t at, std::string_view what) const { return m_text.substr(at, what.size()) == what; }
    /// Where @p what stands at most @p longest bytes on; npos.
    std::size_t within(std::size_t at, std::string_view what, std::size_t longest) const
    {
        const auto found = m_text.substr(at, longest).find(what);
        return found == m_text.npos ? found : at + found;
    }
    bool boundary(std::size_t at) const { return at == 0 || !letterByte(m_text[at - 1]); }
    std::size_t runOf(std::size_t at, char c, std::size_t least) const
    {
        auto end = at;
        while (end < m_text.size() && m_text[end] == c)
            ++end;
        return end - at >= least ? end : at;
    }
    std::size_t bracket(std::size_t at, char close, std::size_t longest) const
    {
        const auto end = within(at, std::string_view(&close, 1), longest * 2);
        if (end == m_text.npos || m_text.substr(at, end - at).find('\n') != m_text.npos)
            return at;
        auto after = end + 1;
        while (after < m_text.size() && m_text[after] == close)
            ++after;
        const auto inner = m_text.substr(at + 1, end - at - 1);
        if (!std::any_of(inner.begin(), inner.end(), letterByte) && !inner.empty() && inner.find_first_not_of(" ._-") != inner.npos)
            return at; // "[1]", "{3}": a reference
        // what writers put into square brackets themselves
        for (const std::string_view own : {"sic", "...", "Attachment ", "attachment ", "Exhibit ", "附件"})
            if (close == ']' && inner.substr(0, own.size()) == own)
                return at;
        return after;
    }
    std::size_t angle(std::size_t at) const
    {
        const auto end = within(at, ">", 50);
        if (end == m_text.npos || end - at < 4)
            return at;
        const auto inner = m_text.substr(at + 1, end - at - 1);
        // not an address, a tag, a comparison
        if (inner.find_first_of("@\n=\"<") != inner.npos || !letterByte(inner.front()) || inner.find("://") != inner.npos || inner.front() == '/')
            return at;
        return inner.size() > 3 ? end + 1 : at;
    }
    std::size_t dots(std::size_t at) const
    {
        if (at > 0 && m_text[at - 1] == '.')
            return at;
        return runOf(at, '.', 5);
    }
    std::size_t dollar(std::size_t at) const
    {
        auto end = at + 1;
        if (end < m_text.size() && m_text[end] == '{')
            return bracket(end, '}', 60) > end ? bracket(end, '}', 60) : at;
        while (end < m_text.size() && (letterByte(m_text[end]) || m_text[end] == '_' || (end > at + 1 && digit(m_text[end]))) && static_cast<unsigned char>(m_text[end]) < 0x80)
            ++end;
        return end > at + 2 && (at == 0 || !letterByte(m_text[at - 1])) ? end : at;
    }
    /// %name%, %STORE_NAME%
    std::size_t percent(std::size_t at) const
    {
        auto end = at + 1;
        while (end < m_text.size() && ((m_text[end] >= 'a' && m_text[end] <= 'z') || (m_text[end] >= 'A' && m_text[end] <= 'Z') || m_text[end] == '_'))
            ++end;
        return end > at + 3 && end < m_text.size() && m_text[end] == '%' && (at == 0 || !digit(m_text[at - 1])) ? end + 1 : at;
    }
    /// XXX, xxxx, B0XXXXXXX, XX/XX/2026; no sizes such as XXL.
    std::size_t crosses(std::size_t at) const
    {
        const char c = m_text[at];
        for (const std::string_view date : {"X月X日", "X年X月", "x月x日", "X月"})
            if (starts(at, date) && boundary(at))
                return at + date.size();
        auto end = at;
        while (end < m_text.size() && m_text[end] == c)
            ++end;
        const auto count = end - at;
        const bool date = count == 2 && end < m_text.size() && (m_text[end] == '/' || m_text[end] == '-') && end + 1 < m_text.size() && (m_text[end + 1] == c || digit(m_text[end + 1])) && boundary(at);
        if (date) {
            while (end < m_text.size() && (m_text[end] == c || m_text[end] == '/' || m_text[end] == '-' || digit(m_text[end])))
                ++end;
            return end;
        }
        std::size_t next = 0;
        const bool alone = at == 0 || !letterByte(m_text[at - 1]) || static_cast<unsigned char>(m_text[at - 1]) >= 0x80;
        if (count == 2 && c == 'X' && alone && end < m_text.size() && isHan(codePoint(m_text, end, next)))
            return end; // XX公司
        if (count < 3)
            return at;
        if (end < m_text.size() && letterByte(m_text[end]) && static_cast<unsigned char>(m_text[end]) < 0x80)
            return at; // XXXL
        if (at > 0 && letterByte(m_text[at - 1]) && static_cast<unsigned char>(m_text[at - 1]) < 0x80 && count < 4)
            return at;
        return end;
    }
    /// 【 】 sets off headings as well: only with a word of a form.
    std::size_t hanBracket(std::size_t at) const
    {
        const auto end = within(at, "】", 90);
        if (end == m_text.npos)
            return at;
        const auto inner = m_text.substr(at, end - at);
        for (const std::string_view form : {"填写", "店铺名", "订单号", "姓名", "电话", "编号", "公司名", "XX", "xx", "具体", "此处"})
            if (inner.find(form) != inner.npos)
                return end + 3;
        return at;
    }

    std::string_view m_text;
    std::vector<Range> m_out;
};

/// "Complaint ID:" with nothing behind it, and no value in the line below.
void emptyLabels(const Scene& scene, const std::vector<std::string>& labels, std::vector<Range>& out)
{
    const auto& body = scene.body;
    for (std::size_t i = 0; i < body.blocks.size(); ++i) {
        const auto& b = body.blocks[i];
        if (b.kind == Block::Kind::Quoted || b.tokensEnd - b.tokens > 14 || b.tokens == b.tokensEnd)
            continue;
        auto line = body.textOf(b.begin, b.end);
        for (std::size_t at = 0; at < line.size();) {
            const auto ascii = line.find(':', at), wide = line.find("：", at);
            const auto colon = std::min(ascii, wide);
            if (colon == line.npos)
                break;
            auto after = colon + (colon == wide ? 3 : 1);
            while (after < line.size() && blank(line[after]))
                ++after;
            const bool nothing = after >= line.size() || line[after] == ',' || line[after] == ';' || line[after] == '?' || line.substr(after, 3) == "，" || line.substr(after, 3) == "；" || line.substr(after, 3) == "。";
            const bool below = after >= line.size() && i + 1 < body.blocks.size() && !body.blocks[i + 1].blankBefore && body.blocks[i + 1].tokens < body.blocks[i + 1].tokensEnd
                && (body.tokens.list[body.blocks[i + 1].tokens].number || body.tokens.list[body.blocks[i + 1].tokens].id || body.blocks[i + 1].listed);
            if (nothing && !below) {
                // the label: what stands between the last sign and the colon
                auto begin = colon;
                while (begin > 0 && line[begin - 1] != ',' && line[begin - 1] != ';' && (line[begin - 1] != '(' || line.substr(begin - 1, 3) == "(s)") && line.substr(begin - 1, 1) != ":" && !(begin >= 3 && (line.substr(begin - 3, 3) == "，" || line.substr(begin - 3, 3) == "：")))
                    --begin;
                while (begin < colon && blank(line[begin]))
                    ++begin;
                auto label = folded(line.substr(begin, colon - begin));
                if (label.size() > 3 && label.compare(label.size() - 3, 3, "(s)") == 0)
                    label.resize(label.size() - 3);
                if (std::find(labels.begin(), labels.end(), label) != labels.end())
                    out.push_back({b.begin + begin, b.begin + std::min(after, line.size())});
            }
            at = std::max(after, colon + 1);
        }
    }
}

} // namespace

/// "(company name)": a word of a form alone in round brackets.
static void roundBrackets(std::string_view text, const std::vector<std::string>& words, std::vector<Range>& out)
{
    for (auto at = text.find_first_of("(\xEF"); at != text.npos; at = text.find_first_of("(\xEF", at + 1)) {
        const std::size_t open = text[at] == '(' ? 1 : text.substr(at, 3) == "（" ? 3 : 0;
        const auto inner = text.substr(at + open, 40);
        const auto close = open == 0 ? inner.npos : std::min(inner.find(')'), inner.find("）"));
        if (close == inner.npos)
            continue;
        if (std::find(words.begin(), words.end(), folded(inner.substr(0, close))) != words.end())
            out.push_back({at, at + open + close + (inner[close] == ')' ? 1 : 3)});
    }
}

void unfilledPlaceholder(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    std::vector<Range> known;
    std::set<std::tuple<appeal::Scope, std::string, std::string>> asked;
    if (body.composed) {
        for (const auto& placed : scene.around.written->places) {
            const auto& p = scene.around.letter->paragraphs[placed.paragraph];
            for (const auto& gap : p.gaps) {
                known.push_back({placed.body + gap.start, placed.body + gap.end});
                // one thing is missing, in however many places it stands
                if (!gap.fact.empty() && !asked.emplace(gap.scope, gap.owner, gap.fact).second)
                    continue;
                auto& finding = out.at(placed.body + gap.start, std::min(placed.body + gap.end, placed.end), {}, "gap");
                fill(finding, "label", gap.names.empty() ? library::Words{{"en", gap.label}} : gap.names);
                finding.place.fact = gap.fact;
                finding.place.pick = gap.scope == appeal::Scope::Pick ? gap.owner : p.pick.empty() ? p.place : p.pick;
            }
        }
    }
    auto found = Scanner(body.text).run();
    auto labels = out.check().body["labels"]["en"].strings();
    const auto han = out.check().body["labels"]["zh"].strings();
    labels.insert(labels.end(), han.begin(), han.end());
    emptyLabels(scene, labels, found);
    auto forms = out.check().body["round"]["en"].strings();
    const auto hanForms = out.check().body["round"]["zh"].strings();
    forms.insert(forms.end(), hanForms.begin(), hanForms.end());
    roundBrackets(body.text, forms, found);
    for (const auto& range : found) {
        if (out.full())
            return;
        const bool gap = std::any_of(known.begin(), known.end(), [&](const Range& k) { return range.begin < k.end && k.begin < range.end; });
        if (!gap && !body.quotedAt(range.begin))
            out.at(range.begin, range.end);
    }
}

void unconfirmedClaim(const Scene& scene, Out& out)
{
    if (!scene.body.composed)
        return;
    for (const auto& placed : scene.around.written->places) {
        const auto& p = scene.around.letter->paragraphs[placed.paragraph];
        if (p.kind != appeal::Paragraph::Kind::Pick || p.state != appeal::PickState::Proposed || out.full())
            continue;
        auto& finding = out.at(placed.body, placed.end);
        finding.place.pick = p.pick;
    }
}

} // namespace submit
