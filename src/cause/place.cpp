#include "cause/place.h"

#include "text/decode.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>

namespace cause {

namespace {

/// Letters and signs by script, and how often each language's commonest words stand there.
std::string languageOf(const NoticeText& notice)
{
    std::array<std::size_t, 256> bytes{};
    std::size_t kana = 0;
    unsigned char before = 0;
    for (const char byte : notice.view()) {
        const auto c = static_cast<unsigned char>(byte);
        ++bytes[c];
        kana += before == 0xE3 && c >= 0x81 && c <= 0x83;
        before = c;
    }
    const auto sum = [&](unsigned from, unsigned to) { return std::accumulate(bytes.begin() + from, bytes.begin() + to + 1, std::size_t{0}); };
    const auto latin = sum('a', 'z') + sum('A', 'Z'), han = sum(0xE4, 0xE9), hangul = sum(0xEA, 0xED);
    if (han + kana + hangul + latin == 0)
        return {};
    std::vector<std::size_t> counts(notice.book().targets(Use::Fact).size(), 0);
    for (const auto& hit : notice.hits())
        if (hit.use == Use::Fact)
            ++counts[notice.rule(hit).target];
    std::map<std::string, std::size_t> words;
    std::size_t english = 0;
    for (const auto& [id, number] : notice.book().languages())
        (id == "en" ? english : words[id]) = number < counts.size() ? counts[number] : 0;
    if (kana * 4 > han && kana > 10)
        return "ja";
    if (hangul > han && hangul > 10)
        return "ko";
    if (han >= 20 || han * 4 > latin)
        return english >= 25 && han >= 60 && latin > han ? "mixed" : han * 12 > latin ? "zh" : "en";
    const auto other = std::max_element(words.begin(), words.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return other != words.end() && other->second > english && other->second >= 4 ? other->first : "en";
}

} // namespace

PlaceReading findPlace(const NoticeText& notice, const library::Catalogue& catalogue)
{
    std::map<std::string, double> scores;
    const auto& hits = notice.hits();
    for (const auto& s : notice.statements()) {
        if (s.repeats() || !s.has(Use::Place))
            continue;
        std::vector<const RuleHit*> here;
        for (auto h = s.hits; h < s.hitsEnd; ++h)
            if (hits[h].use == Use::Place)
                here.push_back(&hits[h]);
        for (const auto* hit : here) {
            const bool within = std::any_of(here.begin(), here.end(), [&](const RuleHit* other) {
                return other != hit && other->begin <= hit->begin && other->end >= hit->end && other->end - other->begin > hit->end - hit->begin
                    && notice.book().target(notice.rule(*other)).substr(0, 6) == notice.book().target(notice.rule(*hit)).substr(0, 6);
            });
            if (within)
                continue;
            const auto before = hit->begin > 0 ? notice.view()[hit->begin - 1] : ' ';
            const auto after = hit->end < notice.view().size() ? notice.view()[hit->end] : ' ';
            const bool address = before == '@' || before == '.' || after == '/';
            const double voice = s.speaker == Speaker::Marketplace ? 1 : 0.3;
            scores[notice.book().target(notice.rule(*hit))] += notice.rule(*hit).weight * (address ? 0.5 : 1) * voice;
        }
    }
    PlaceReading out;
    double best = 0;
    for (const auto& marketplace : catalogue.marketplaces) {
        auto score = scores["marketplace." + marketplace.id];
        for (const auto& store : marketplace.stores)
            score += scores["store." + marketplace.id + "." + store.id] * 0.5;
        if (score > best) {
            best = score;
            out.marketplace = marketplace.id;
        }
    }
    best = 0;
    if (const auto* marketplace = catalogue.marketplace(out.marketplace))
        for (const auto& store : marketplace->stores)
            if (const auto score = scores["store." + marketplace->id + "." + store.id]; score > best) {
                best = score;
                out.store = store.id;
            }
    out.language = languageOf(notice);
    const auto firsts = notice.book().entry("order", "month_first")["stores"].strings();
    out.monthFirst = out.store.empty() || std::find(firsts.begin(), firsts.end(), out.store) != firsts.end();
    return out;
}

} // namespace cause
