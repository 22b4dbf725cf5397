#include "letter/format.h"

namespace letter {

namespace {

/// Characters that Markdown would take for mark-up are escaped; a line break inside a paragraph becomes a hard one.
std::string escaped(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "  \n";
            continue;
        }
        if (c == '*' || c == '_' || c == '`' || c == '\\' || c == '[' || c == ']' || c == '<' || c == '>' || c == '#' || c == '|')
            out += '\\';
        out += c;
    }
    return out;
}

} // namespace

std::string toMarkdown(const appeal::Letter& letter)
{
    using Kind = appeal::Paragraph::Kind;
    std::string out;
    for (std::size_t i = 0; i < letter.paragraphs.size(); ++i) {
        const auto& p = letter.paragraphs[i];
        const bool list = !p.marker.empty() && p.marker[0] >= '0' && p.marker[0] <= '9';
        const bool listBefore = i > 0 && !letter.paragraphs[i - 1].marker.empty() && letter.paragraphs[i - 1].section == p.section;
        if (i > 0)
            out += list && listBefore ? "\n" : "\n\n";
        if (p.kind == Kind::Heading)
            out += "## ";
        else if (p.kind == Kind::SubHeading)
            out += "### ";
        out += p.marker + escaped(p.text);
    }
    return out;
}

} // namespace letter
