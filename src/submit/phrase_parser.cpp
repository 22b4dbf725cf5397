#include "submit/phrase_parser.h"

#include <algorithm>

namespace submit {

namespace {

constexpr std::string_view kSpecial = " ()|?#~_^$@*.";
constexpr std::uint32_t kUsualGap = 6;

} // namespace

/// A choice between single words is looked up at once.
void PhraseParser::settle(Phrases::Element& group)
{
    using Kind = Phrases::Element::Kind;
    if (!std::all_of(group.choices.begin(), group.choices.end(), [](const auto& c) { return c.size() == 1 && c[0].kind == Kind::Word && !c[0].optional; }))
        return;
    for (const auto& choice : group.choices)
        group.numbers.push_back(choice[0].number);
    std::sort(group.numbers.begin(), group.numbers.end());
    group.choices.clear();
    group.kind = Kind::Words;
}

std::string PhraseParser::parse(Phrases::Sequence& out)
{
    auto error = sequence(out, '\0');
    if (error.empty() && more())
        error = "a bracket closes that was not opened";
    if (error.empty() && out.empty())
        error = "it is empty";
    return error;
}

std::string PhraseParser::sequence(Phrases::Sequence& out, char until)
{
    using Kind = Phrases::Element::Kind;
    while (more()) {
        const char c = m_text[m_at];
        if (c == ' ') {
            ++m_at;
            continue;
        }
        if (until != '\0' && (c == ')' || c == '|'))
            return {};
        if (c == ')')
            return {};
        const auto plain = [&](Kind kind) {
            Phrases::Element e;
            e.kind = kind;
            out.push_back(e);
            ++m_at;
        };
        std::string error;
        if (c == '(') {
            out.emplace_back();
            error = group(out.back());
        } else if (c == '@') {
            out.emplace_back();
            error = list(out.back());
        } else if (c == '#') {
            plain(Kind::Number);
        } else if (c == '~') {
            plain(Kind::Capital);
        } else if (c == '_') {
            plain(Kind::Any);
        } else if (c == '^') {
            plain(Kind::Start);
        } else if (c == '$') {
            plain(Kind::End);
        } else if (c == '.' && m_text.substr(m_at, 2) == "..") {
            plain(Kind::Gap);
            ++m_at;
            std::uint32_t length = 0;
            for (; more() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; ++m_at)
                length = length * 10 + static_cast<std::uint32_t>(m_text[m_at] - '0');
            out.back().number = length == 0 ? kUsualGap : std::min<std::uint32_t>(length, 40);
        } else if (kSpecial.find(c) != kSpecial.npos) {
            return "\"" + std::string(1, c) + "\" has no meaning here";
        } else {
            error = word(out);
        }
        if (!error.empty())
            return error;
        if (more() && m_text[m_at] == '?') {
            if (out.empty())
                return "\"?\" stands behind nothing";
            out.back().optional = true;
            ++m_at;
        }
    }
    return until == '\0' ? std::string{} : "a bracket is not closed";
}

std::string PhraseParser::group(Phrases::Element& out)
{
    out.kind = Phrases::Element::Kind::Group;
    do {
        ++m_at; // "(" or "|"
        Phrases::Sequence choice;
        if (auto error = sequence(choice, ')'); !error.empty())
            return error;
        if (choice.empty())
            return "an empty choice in brackets";
        out.choices.push_back(std::move(choice));
    } while (more() && m_text[m_at] == '|');
    ++m_at;
    settle(out);
    return {};
}

std::string PhraseParser::list(Phrases::Element& out)
{
    const auto begin = ++m_at;
    while (more() && ((m_text[m_at] >= 'a' && m_text[m_at] <= 'z') || m_text[m_at] == '_'))
        ++m_at;
    const auto name = std::string(m_text.substr(begin, m_at - begin));
    const auto it = m_lists.find(name);
    if (it == m_lists.end())
        return "there is no list \"" + name + "\"";
    if (m_depth > 3)
        return "the list \"" + name + "\" names itself";
    out.kind = Phrases::Element::Kind::Group;
    for (const auto& entry : it->second) {
        Phrases::Sequence choice;
        if (auto error = PhraseParser(entry, m_vocabulary, m_lists, m_depth + 1).parse(choice); !error.empty())
            return "in the list \"" + name + "\", \"" + entry + "\": " + error;
        out.choices.push_back(std::move(choice));
    }
    if (out.choices.empty())
        return "the list \"" + name + "\" is empty";
    settle(out);
    return {};
}

std::string PhraseParser::word(Phrases::Sequence& out)
{
    const auto begin = m_at;
    while (more() && kSpecial.find(m_text[m_at]) == kSpecial.npos)
        ++m_at;
    // a stop inside a number or a name: "1.5", "u.s"
    while (m_at + 1 < m_text.size() && m_text[m_at] == '.' && m_text[m_at + 1] != '.' && kSpecial.find(m_text[m_at + 1]) == kSpecial.npos) {
        ++m_at;
        while (more() && kSpecial.find(m_text[m_at]) == kSpecial.npos)
            ++m_at;
    }
    const auto written = m_text.substr(begin, m_at - begin);
    const bool prefix = more() && m_text[m_at] == '*';
    if (prefix) {
        ++m_at;
        Phrases::Element e;
        e.kind = Phrases::Element::Kind::Prefix;
        e.number = m_vocabulary.prefix(folded(written));
        out.push_back(e);
        return {};
    }
    // the same cuts as in a text: Chinese by character, contractions apart
    if (written == "'s") { // a token of its own, as in "the buyer's"
        Phrases::Element e;
        e.number = m_vocabulary.word(written);
        out.push_back(e);
        return {};
    }
    Tokens cut;
    tokenise(written, 0, written.size(), m_vocabulary, cut);
    if (cut.list.empty())
        return "\"" + std::string(written) + "\" holds no word";
    for (const auto& token : cut.list) {
        Phrases::Element e;
        e.number = m_vocabulary.word(cut.fold(token));
        out.push_back(e);
    }
    return {};
}

} // namespace submit
