#include "submit/review.h"

#include "letter/format.h"
#include "text/decode.h"

#include <algorithm>

namespace submit {

std::vector<BoxText> boxes(const appeal::Letter& letter, const library::Catalogue& catalogue, std::string_view marketplace)
{
    std::vector<BoxText> out;
    const auto* known = catalogue.marketplace(marketplace);
    const auto* kind = catalogue.letter(letter.kind);
    if (!known || !kind)
        return out;
    for (const auto& box : known->boxes) {
        // a kind that is copied by section has boxes of its own
        const bool own = kind->boxes.empty() || std::find(kind->boxes.begin(), kind->boxes.end(), box.id) != kind->boxes.end();
        if (!own && known->boxes.size() > 1)
            continue;
        appeal::Letter part;
        part.kind = letter.kind;
        part.language = letter.language;
        part.length = letter.length;
        for (const auto& p : letter.paragraphs) {
            // the page asks the question: its heading is not copied where the box holds one section
            if ((box.sections.size() == 1 && p.kind == appeal::Paragraph::Kind::Heading) || std::find(box.sections.begin(), box.sections.end(), p.section) == box.sections.end())
                continue;
            appeal::Paragraph words; // what the text is made of, and no more
            words.kind = p.kind;
            words.section = p.section;
            words.marker = p.marker;
            words.text = p.text;
            part.paragraphs.push_back(std::move(words));
        }
        if (part.paragraphs.empty())
            continue;
        BoxText text;
        text.id = box.id;
        text.sections = box.sections;
        text.text = letter::toText(part).text;
        text.characters = text::codePoints(text.text);
        text.limit = box.limit;
        out.push_back(std::move(text));
    }
    return out;
}

const library::Guide* guideFor(const library::Catalogue& catalogue, std::string_view marketplace, std::string_view store, std::string_view kind, bool quiz)
{
    const library::Guide* best = nullptr;
    int score = -1;
    const auto fits = [](const std::vector<std::string>& list, std::string_view what) { return std::find(list.begin(), list.end(), what) != list.end(); };
    for (const auto& guide : catalogue.guides) {
        if ((!guide.marketplaces.empty() && !fits(guide.marketplaces, marketplace)) || (!guide.stores.empty() && !fits(guide.stores, store)))
            continue;
        const bool forQuiz = fits(guide.routes, "quiz");
        if (quiz != (forQuiz && guide.routes.size() == 1))
            continue;
        if (!guide.kinds.empty() && !fits(guide.kinds, kind) && !quiz)
            continue;
        const int now = (guide.kinds.empty() ? 0 : 4) + (guide.marketplaces.empty() ? 0 : 2) + (guide.stores.empty() ? 0 : 1);
        if (now > score) {
            score = now;
            best = &guide;
        }
    }
    return best;
}

} // namespace submit
