#include "letter/template.h"
#include "catch.h"

namespace {

/// "sentence|sentence", an alternative between < and >, a slot as its name in braces.
std::string shown(std::string_view text)
{
    std::string out;
    for (const auto& sentence : letter::parseTemplate(text)) {
        std::string words;
        for (const auto& piece : sentence.pieces)
            words += piece.kind == letter::Piece::Kind::Slot ? "{" + piece.text + "}" : piece.text;
        out += (out.empty() ? "" : "|") + (sentence.otherwise ? "<" + words + ">" : words);
    }
    return out;
}

} // namespace

TEST_CASE("what is typed behind a sentence does not bring its alternative into the letter")
{
    struct Row { const char* text; const char* shown; };
    const auto row = GENERATE(values<Row>({
        {"It is {{.on}}. || It is so.", "It is {.on}.|<It is so.>"},
        {"It is {{.on}}.  || It is so.", "It is {.on}.|<It is so.>"},
        {"It is {{.on}}. More || It is so.", "It is {.on}.|More|<It is so.>"},
        {"It is {{.on}}.X || It is so.", "It is {.on}.X|<It is so.>"},
        {"为{{.on}}。|| 明细见附件。", "为{.on}。|<明细见附件。>"},
        {"为{{.on}}。又|| 明细见附件。", "为{.on}。|又|<明细见附件。>"},
        {"a|| b", "a|<b>"},
        {"a||b", "a||b"},
    }));
    INFO(row.text);
    CHECK(shown(row.text) == row.shown);
}
