#include "library/glossary.h"

#include "text/blanks.h"

#include <algorithm>

namespace library {

namespace {

char small(char c) { return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c; }
bool letter(char c) { return (small(c) >= 'a' && small(c) <= 'z') || (c >= '0' && c <= '9'); }

std::string smallOf(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), small);
    return out;
}

/// "(pre-fulfilment) cancellation rate" gives "cancellation rate" and the whole; "plan of action (POA, MFN)" gives the words before and each short name.
void addNames(std::string_view name, std::vector<std::string>& out)
{
    if (name.find('=') != name.npos)
        return;
    const auto open = name.find('('), close = open == name.npos ? open : name.find(')', open);
    if (close == name.npos) {
        out.emplace_back(text::withoutBlanks(name));
        return;
    }
    const auto inside = name.substr(open + 1, close - open - 1), before = name.substr(0, open), after = name.substr(close + 1);
    const auto whole = std::string(before) + std::string(after.substr(after.starts_with(' ') && before.ends_with(' ') ? 1 : 0));
    out.emplace_back(text::withoutBlanks(whole));
    if (after.empty()) {
        for (std::size_t at = 0; at <= inside.size();) {
            const auto comma = std::min(inside.find(',', at), inside.size());
            if (const auto one = text::withoutBlanks(inside.substr(at, comma - at)); one.size() > 1)
                out.emplace_back(one);
            at = comma + 1;
        }
    } else {
        const auto told = std::string(before) + std::string(inside) + std::string(after);
        out.emplace_back(text::withoutBlanks(told));
    }
}

/// Where @p word stands in @p text as a word of its own, from @p from on; an s of the plural may follow.
std::size_t findWord(std::string_view text, std::string_view word, std::size_t from, bool latin)
{
    for (auto at = text.find(word, from); at != text.npos; at = text.find(word, at + 1)) {
        if (!latin)
            return at;
        auto end = at + word.size();
        if (end < text.size() && text[end] == 's')
            ++end;
        if ((at == 0 || !letter(text[at - 1])) && (end >= text.size() || !letter(text[end])))
            return at;
    }
    return text.npos;
}

} // namespace

std::vector<std::string> wordsOf(const Term& term, const Language& language)
{
    std::vector<std::string> out;
    const std::string_view all = language == "zh" ? term.zh : term.en;
    int depth = 0;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= all.size(); ++at) {
        if (at < all.size() && (all[at] == '(' || all[at] == ')'))
            depth += all[at] == '(' ? 1 : -1;
        if (at < all.size() && (depth > 0 || (all[at] != '/' && all[at] != ',' && all[at] != ';')))
            continue;
        addNames(all.substr(from, at - from), out);
        from = at + 1;
    }
    std::erase_if(out, [](const std::string& word) { return word.empty(); });
    return out;
}

std::vector<const Term*> termsIn(const Catalogue& catalogue, std::string_view text, const Language& language)
{
    struct Place { std::size_t begin, end; const Term* term; };
    const bool latin = language != "zh";
    const auto folded = latin ? smallOf(text) : std::string(text);
    std::vector<Place> places;
    for (const auto& term : catalogue.glossary)
        for (const auto& word : wordsOf(term, language)) {
            const auto wanted = latin ? smallOf(word) : word;
            for (auto at = findWord(folded, wanted, 0, latin); at != folded.npos; at = findWord(folded, wanted, at + wanted.size(), latin))
                places.push_back({at, at + wanted.size(), &term});
        }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    std::vector<const Term*> out;
    std::size_t end = 0;
    for (const auto& place : places) {
        if (place.begin < end)
            continue;
        end = place.end;
        if (std::find(out.begin(), out.end(), place.term) == out.end())
            out.push_back(place.term);
    }
    return out;
}

const Words& meaningOf(const Catalogue& catalogue, const Term& term)
{
    static const Words none;
    const auto* named = catalogue.named("meanings", term.zh);
    return named ? named->name : none;
}

std::string explained(const Catalogue& catalogue, const Term& term, const Language& language)
{
    auto out = language == "zh" ? term.zh + " · " + term.en : term.en + " · " + term.zh;
    if (const auto& meaning = in(meaningOf(catalogue, term), language); !meaning.empty())
        out += "\n" + meaning;
    return out;
}

} // namespace library
