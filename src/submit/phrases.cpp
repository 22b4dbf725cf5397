#include "submit/phrases.h"

#include "submit/phrase_parser.h"

#include <algorithm>

namespace submit {

std::uint32_t Phrases::add(std::string_view phrase, Vocabulary& vocabulary, const Lists& lists, std::string& error)
{
    Sequence sequence;
    error = PhraseParser(phrase, vocabulary, lists).parse(sequence);
    if (!error.empty())
        return npos;
    const auto firsts = firstsOf(sequence);
    if (firsts.nothing) {
        error = "it could match nothing at all";
        return npos;
    }
    const auto number = static_cast<std::uint32_t>(m_phrases.size());
    const bool start = sequence.front().kind == Element::Kind::Start;
    m_phrases.push_back(std::move(sequence));
    if (start) {
        m_atStart.push_back(number);
        return number;
    }
    if (firsts.any) {
        m_anywhere.push_back(number);
        return number;
    }
    for (const auto word : firsts.words)
        m_byWord[word].push_back(number);
    for (const auto prefix : firsts.prefixes)
        m_byPrefix[prefix].push_back(number);
    if (firsts.number)
        m_byNumber.push_back(number);
    if (firsts.capital)
        m_byCapital.push_back(number);
    return number;
}

Phrases::Firsts Phrases::firstsOf(const Sequence& sequence) const
{
    Firsts out;
    for (const auto& e : sequence) {
        bool mayBeNothing = e.optional;
        switch (e.kind) {
        case Element::Kind::Word: out.words.push_back(e.number); break;
        case Element::Kind::Words: out.words.insert(out.words.end(), e.numbers.begin(), e.numbers.end()); break;
        case Element::Kind::Prefix: out.prefixes.push_back(e.number); break;
        case Element::Kind::Number: out.number = true; break;
        case Element::Kind::Capital: out.capital = true; break;
        case Element::Kind::Any: out.any = true; break;
        case Element::Kind::Gap:
            out.any = true;
            mayBeNothing = true;
            break;
        case Element::Kind::Start:
        case Element::Kind::End: mayBeNothing = true; break;
        case Element::Kind::Group:
            for (const auto& choice : e.choices) {
                const auto inner = firstsOf(choice);
                out.words.insert(out.words.end(), inner.words.begin(), inner.words.end());
                out.prefixes.insert(out.prefixes.end(), inner.prefixes.begin(), inner.prefixes.end());
                out.number = out.number || inner.number;
                out.capital = out.capital || inner.capital;
                out.any = out.any || inner.any;
                mayBeNothing = mayBeNothing || inner.nothing;
            }
            break;
        }
        if (!mayBeNothing) {
            const auto once = [](std::vector<std::uint32_t>& list) {
                std::sort(list.begin(), list.end());
                list.erase(std::unique(list.begin(), list.end()), list.end());
            };
            once(out.words);
            once(out.prefixes);
            return out;
        }
    }
    out.nothing = true;
    return out;
}

void Phrases::step(const Element& element, const Scene& scene, const std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to) const
{
    const auto put = [&](std::uint32_t place) {
        if (std::find(to.begin(), to.end(), place) == to.end())
            to.push_back(place);
    };
    if (element.optional)
        for (const auto place : from)
            put(place);
    for (const auto place : from) {
        const auto* token = place < scene.end ? &scene.tokens.list[place] : nullptr;
        bool one = false;
        switch (element.kind) {
        case Element::Kind::Word: one = token && token->word == element.number; break;
        case Element::Kind::Words: one = token && token->word != 0 && std::binary_search(element.numbers.begin(), element.numbers.end(), token->word); break;
        case Element::Kind::Prefix:
            for (std::uint32_t i = 0; token && i < token->prefixCount; ++i)
                one = one || scene.tokens.prefixNumbers[token->prefixes + i] == element.number;
            break;
        case Element::Kind::Number: one = token && token->number; break;
        case Element::Kind::Capital: one = token && token->capital; break;
        case Element::Kind::Any: one = token != nullptr; break;
        case Element::Kind::Gap:
            for (std::uint32_t n = 0; n <= element.number && place + n <= scene.end; ++n)
                put(place + n);
            break;
        case Element::Kind::Start:
            if (place == scene.begin)
                put(place);
            break;
        case Element::Kind::End:
            if (place == scene.end)
                put(place);
            break;
        case Element::Kind::Group:
            for (const auto& choice : element.choices) {
                const auto& first = choice.front();
                if (first.kind == Element::Kind::Word && !first.optional && (!token || token->word != first.number))
                    continue;
                std::vector<std::uint32_t> inner{place};
                walk(choice, scene, inner);
                for (const auto p : inner)
                    put(p);
            }
            break;
        }
        if (one)
            put(place + 1);
    }
}

void Phrases::walk(const Sequence& sequence, const Scene& scene, std::vector<std::uint32_t>& places) const
{
    std::vector<std::uint32_t> next;
    for (const auto& element : sequence) {
        if (places.empty())
            return;
        next.clear();
        step(element, scene, places, next);
        places.swap(next);
    }
}

void Phrases::find(const Tokens& tokens, std::size_t begin, std::size_t end, std::vector<Hit>& out) const
{
    const Scene scene{tokens, begin, end};
    std::vector<std::uint32_t> places;
    const auto attempt = [&](std::uint32_t phrase, std::size_t at) {
        places.assign(1, static_cast<std::uint32_t>(at));
        walk(m_phrases[phrase], scene, places);
        if (places.empty())
            return;
        const auto shortest = *std::min_element(places.begin(), places.end());
        if (shortest > at)
            out.push_back({phrase, static_cast<std::uint32_t>(at), shortest});
    };
    const auto attemptAll = [&](const std::vector<std::uint32_t>& phrases, std::size_t at) {
        for (const auto phrase : phrases)
            attempt(phrase, at);
    };
    if (begin < end)
        attemptAll(m_atStart, begin);
    for (auto at = begin; at < end; ++at) {
        const auto& token = tokens.list[at];
        if (token.word != 0)
            if (const auto it = m_byWord.find(token.word); it != m_byWord.end())
                attemptAll(it->second, at);
        for (std::uint32_t i = 0; i < token.prefixCount; ++i)
            if (const auto it = m_byPrefix.find(tokens.prefixNumbers[token.prefixes + i]); it != m_byPrefix.end())
                attemptAll(it->second, at);
        if (token.number)
            attemptAll(m_byNumber, at);
        if (token.capital)
            attemptAll(m_byCapital, at);
        attemptAll(m_anywhere, at);
    }
    // one phrase may have been tried twice at a place, by a word and by a prefix
    std::sort(out.begin(), out.end(), [](const Hit& a, const Hit& b) { return a.begin != b.begin ? a.begin < b.begin : a.phrase != b.phrase ? a.phrase < b.phrase : a.end < b.end; });
    out.erase(std::unique(out.begin(), out.end(), [](const Hit& a, const Hit& b) { return a.begin == b.begin && a.phrase == b.phrase; }), out.end());
}

} // namespace submit
