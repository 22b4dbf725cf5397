#include "letter/format.h"

namespace letter {

bool blankBefore(const appeal::Letter& letter, std::size_t i)
{
    using Kind = appeal::Paragraph::Kind;
    if (i == 0 || letter.length != appeal::Length::Full)
        return false;
    const auto& before = letter.paragraphs[i - 1];
    const auto& now = letter.paragraphs[i];
    if (before.kind == Kind::Heading)
        return false;
    if (before.section != now.section || now.kind == Kind::Heading)
        return true;
    if (now.kind == Kind::Attachment && before.kind != Kind::Attachment)
        return true; // the list below what is said of the papers
    if (now.kind == Kind::SubHeading)
        return before.kind != Kind::Fixed;
    // labelled lines and requested points are blocks of their own
    const bool block = now.section == "answers" || now.section == "additional_information" || (now.section == "exhibits" && now.text.find('\n') != std::string::npos);
    return block && now.kind == Kind::Pick;
}

Written toText(const appeal::Letter& letter)
{
    Written out;
    const bool running = letter.length == appeal::Length::FiveHundred || letter.length == appeal::Length::Chat;
    for (std::size_t i = 0; i < letter.paragraphs.size(); ++i) {
        const auto& p = letter.paragraphs[i];
        if (i > 0)
            out.text += running ? (letter.language == "zh" ? "" : " ") : blankBefore(letter, i) ? "\n\n" : "\n";
        Placed placed;
        placed.paragraph = i;
        placed.start = out.text.size();
        out.text += p.marker;
        placed.body = out.text.size();
        out.text += p.text;
        placed.end = out.text.size();
        out.places.push_back(placed);
    }
    return out;
}

} // namespace letter
