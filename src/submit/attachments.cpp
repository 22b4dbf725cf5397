#include "submit/rules.h"

#include <algorithm>
#include <set>

namespace submit {

namespace {

int smallNumber(std::string_view folded)
{
    int out = 0;
    if (folded.empty() || folded.size() > 3)
        return 0;
    for (const char c : folded) {
        if (c < '0' || c > '9')
            return 0;
        out = out * 10 + (c - '0');
    }
    return out;
}

bool picturesHeaded(const Body& body)
{
    return std::any_of(body.blocks.begin(), body.blocks.end(), [&](const Block& b) {
        if (b.kind != Block::Kind::Heading || b.section != "evidence" || b.tokens == b.tokensEnd)
            return false;
        const auto word = body.tokens.fold(b.tokens);
        return word.substr(0, 7) == "picture" || word.substr(0, 5) == "photo" || word == "图" || word == "照";
    });
}

/// The token behind "Attachments", 附件, where the numbers begin; 0 for any other.
std::uint32_t opensAt(const Body& body, std::uint32_t i, bool pictures)
{
    const auto word = body.tokens.fold(i);
    const auto next = [&](std::uint32_t n) { return i + n < body.tokens.list.size() ? body.tokens.fold(i + n) : std::string_view{}; };
    for (const std::string_view name : {"attachment", "attachments", "enclosure", "enclosures", "annex", "annexes", "appendix"})
        if (word == name)
            return i + 1;
    if (pictures && (word == "picture" || word == "pictures"))
        return i + 1;
    if (word == "附" && next(1) == "件")
        return i + 2;
    if (pictures && word == "图" && next(1) == "片")
        return i + 2;
    return 0;
}

} // namespace

std::vector<Cited> citedAttachments(const Body& body)
{
    std::vector<Cited> out;
    const bool pictures = picturesHeaded(body);
    const auto& list = body.tokens.list;
    for (const auto& s : body.sentences) {
        const auto& b = body.blocks[s.block];
        if (b.kind != Block::Kind::Text && b.kind != Block::Kind::Attachment)
            continue;
        for (auto i = s.tokens; i < s.tokensEnd; ++i) {
            auto at = opensAt(body, i, pictures);
            if (at == 0)
                continue;
            bool range = false;
            int last = 0;
            while (at < s.tokensEnd) {
                // "Attachment 4 (11 February 2026)": what stands in a bracket is no further number
                if (last > 0 && std::string_view(body.text).substr(body.endOf(at), body.byteOf(at) - body.endOf(at)).find('(') != std::string_view::npos)
                    break;
                const auto word = body.tokens.fold(at);
                int number = smallNumber(word);
                // "1-5" is one token
                if (const auto dash = word.find('-'); number == 0 && dash != word.npos) {
                    const int from = smallNumber(word.substr(0, dash)), to = smallNumber(word.substr(dash + 1));
                    for (int n = from; from > 0 && n <= to && n - from < 100; ++n)
                        out.push_back({n, at, at + 1});
                    last = to;
                    ++at;
                    continue;
                }
                if (const auto comma = word.find(','); number == 0 && comma != word.npos) { // "1,2"
                    out.push_back({smallNumber(word.substr(0, comma)), at, at + 1});
                    number = smallNumber(word.substr(comma + 1));
                }
                if (number > 0 && list[at].number) {
                    if (range)
                        for (int n = last + 1; n < number && n - last < 100; ++n)
                            out.push_back({n, at, at + 1});
                    out.push_back({number, at, at + 1});
                    last = number;
                    range = false;
                    ++at;
                    continue;
                }
                const bool more = at + 1 < s.tokensEnd && list[at + 1].number && smallNumber(body.tokens.fold(at + 1)) > 0;
                if (last == 0 || !more || (word != "and" && word != "to" && word != "through" && word != "至" && word != "到" && word != "和" && word != "及"))
                    break;
                range = word == "to" || word == "through" || word == "至" || word == "到";
                ++at;
            }
        }
    }
    return out;
}

namespace {

/// The files of the case that a letter with a place for attachments does not list.
std::vector<std::string> unlisted(const Scene& scene)
{
    std::vector<std::string> out;
    const auto* c = scene.around.c;
    const auto& body = scene.body;
    if (!c || !scene.kind || (!scene.kind->section("evidence") && !scene.is("claim")) || scene.around.length != appeal::Length::Full)
        return out;
    if (body.composed) {
        const auto& list = scene.around.letter->attachments;
        for (const auto& e : c->evidence)
            if (std::none_of(list.begin(), list.end(), [&](const appeal::Attachment& a) { return a.evidence == e.id; }))
                out.push_back(e.name);
        return out;
    }
    // in a text from elsewhere an entry may call a file by other words: only what is more than its entries without a file's name counts
    std::size_t others = 0;
    bool list = false;
    for (const auto& b : body.blocks)
        if (b.kind == Block::Kind::Attachment) {
            const auto entry = std::string_view(body.text).substr(b.begin, b.end - b.begin);
            list = true;
            others += std::none_of(c->evidence.begin(), c->evidence.end(), [&](const appeal::Evidence& e) { return !e.name.empty() && entry.find(e.name) != entry.npos; });
        }
    for (const auto& e : c->evidence)
        if (list && !e.name.empty() && body.text.find(e.name) == std::string::npos)
            out.push_back(e.name);
    if (out.size() <= others)
        out.clear();
    return out;
}

} // namespace

bool namesAttachments(const Body& body)
{
    const bool list = std::any_of(body.blocks.begin(), body.blocks.end(), [](const Block& b) { return b.kind == Block::Kind::Attachment; });
    return list || !citedAttachments(body).empty();
}

void attachmentMismatch(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    std::set<int> listed;
    int last = 0;
    for (const auto& b : body.blocks) {
        if (b.kind != Block::Kind::Attachment || b.item == 0)
            continue;
        if (!listed.insert(b.item).second)
            out.at(b.begin, b.end, {{"number", std::to_string(b.item)}}, "twice");
        else if (b.item != last + 1 && last > 0)
            out.at(b.begin, b.end, {{"number", std::to_string(last + 1)}}, "gap");
        last = b.item;
    }
    std::set<int> told;
    if (!listed.empty())
        for (const auto& cited : citedAttachments(body))
            if (cited.number > 0 && !listed.count(cited.number) && told.insert(cited.number).second && !out.full())
                out.at(body.byteOf(cited.begin), body.endOf(cited.end), {{"number", std::to_string(cited.number)}});
    if (body.composed && scene.around.c)
        for (const auto& attachment : scene.around.letter->attachments)
            if (attachment.evidence.empty() && !out.full()) {
                auto& finding = out.whole({{"number", std::to_string(attachment.number)}, {"name", attachment.name}}, "not_attached");
                finding.place.step = "evaluation";
            }
    for (const auto& name : unlisted(scene))
        if (!out.full())
            out.whole({{"name", name}}, "not_listed").place.step = "evaluation";
}

void missingEvidence(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    if (namesAttachments(body))
        return;
    for (const auto& s : body.sentences)
        if (scene.speaks(s))
            // "attached to the box" is no enclosure
            if (const auto* hit = body.find(s, Sign::Attach); hit && !body.has(s, Sign::Negation) && !(hit->end < s.tokensEnd && body.tokens.fold(hit->end) == "to")) {
                out.at(body.byteOf(hit->begin), body.endOf(hit->end), {}, "no_list");
                return;
            }
    if (!scene.around.c)
        return;
    for (const auto& chosen : scene.around.c->causes) {
        const auto* cause = scene.catalogue.cause(chosen.id);
        if (!cause || !chosen.route || *chosen.route == appeal::Route::Quiz)
            continue;
        const auto route = appeal::name(*chosen.route);
        for (const auto& paper : cause->evidence)
            if (paper.routes.empty() || std::find(paper.routes.begin(), paper.routes.end(), route) != paper.routes.end()) {
                auto& finding = out.whole();
                fill(finding, "paper", paper.text);
                fill(finding, "cause", cause->title);
                finding.place.step = "evaluation";
                return;
            }
    }
}

} // namespace submit
