#include "cause/topics.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <map>

namespace cause {

namespace {

std::uint32_t hash(std::string_view word)
{
    std::uint64_t out = word.size();
    for (const char c : word)
        out = (out ^ static_cast<unsigned char>(c)) * 0x9E3779B97F4A7C15u;
    return static_cast<std::uint32_t>(out >> 32);
}

/// Latin words without their endings, Han characters in pairs.
template <typename Take>
void words(std::string_view text, const Take& take)
{
    constexpr std::size_t kMost = 40; // longer ones are none
    char held[kMost];
    const auto letter = [&](std::size_t i) { return i < text.size() && ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z')); };
    const auto han = [&](std::size_t i) { return i + 2 < text.size() && static_cast<unsigned char>(text[i]) >= 0xE4 && static_cast<unsigned char>(text[i]) <= 0xE9; };
    for (std::size_t at = 0; at < text.size();) {
        if (letter(at)) {
            std::size_t length = 0;
            for (; letter(at) || (at < text.size() && text[at] == '\''); ++at)
                if (text[at] != '\'' && length < kMost)
                    held[length++] = static_cast<char>(text[at] | 0x20);
            auto word = std::string_view(held, length);
            if (word.back() == 's' || word.back() == 'g' || word.back() == 'd')
                for (const std::string_view ending : {"ings", "ing", "ed", "es", "s"})
                    if (word.size() >= ending.size() + 4 && word.substr(word.size() - ending.size()) == ending) {
                        word.remove_suffix(ending.size());
                        break;
                    }
            if (word.size() >= 3 && word.size() <= 24)
                take(word);
        } else if (han(at)) {
            if (han(at + 3))
                take(text.substr(at, 6));
            at += 3;
        } else {
            ++at;
        }
    }
}

void collect(const library::Words& texts, std::string& out)
{
    for (const auto& [language, text] : texts)
        out += text + "\n";
}

} // namespace

Topics::Topics(const library::Catalogue& catalogue, const RuleBook& book)
{
    const auto& ids = book.targets(Use::Cause);
    m_causes = ids.size();
    std::vector<std::string> texts(m_causes);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto* cause = catalogue.cause(ids[i]);
        if (!cause)
            continue;
        auto& text = texts[i];
        collect(cause->name, text);
        collect(cause->title, text);
        for (const auto& [language, phrases] : cause->phrases)
            for (const auto& phrase : phrases)
                text += phrase + "\n";
        for (const auto& question : cause->questions) {
            collect(question.label, text);
            collect(question.hint, text);
            for (const auto& option : question.options)
                collect(option.label, text);
        }
        for (const auto& root : cause->rootCauses)
            collect(root, text);
        for (const auto& paper : cause->evidence)
            collect(paper.text, text);
        for (const auto& trap : cause->traps)
            collect(trap, text);
        for (const auto& see : cause->see)
            collect(see.when, text);
        for (const auto& [section, leads] : cause->leads)
            for (const auto& [language, phrasings] : leads)
                for (const auto& lead : phrasings)
                    text += lead + "\n";
    }
    for (std::size_t r = 0; r < book.rules().size(); ++r)
        if (const auto& rule = book.rules()[r]; rule.use == Use::Cause)
            texts[rule.target] += book.forms()[r].text.substr(0, book.forms()[r].text.find(" ! ")) + "\n";

    std::vector<std::map<std::uint32_t, int>> counts(m_causes);
    std::vector<int> in;
    std::map<std::string, std::uint32_t, std::less<>> numbers;
    for (std::size_t c = 0; c < m_causes; ++c) {
        words(texts[c], [&](std::string_view word) {
            auto it = numbers.find(word);
            if (it == numbers.end()) {
                it = numbers.emplace(std::string(word), static_cast<std::uint32_t>(m_words.size())).first;
                m_words.emplace_back(word);
            }
            ++counts[c][it->second];
        });
    }
    m_slots.resize(std::bit_ceil(m_words.size() * 2 + 1));
    for (std::uint32_t w = 0; w < m_words.size(); ++w) {
        const auto h = hash(m_words[w]);
        auto at = h & (m_slots.size() - 1);
        while (m_slots[at].word != npos)
            at = (at + 1) & (m_slots.size() - 1);
        m_slots[at] = {h, w};
    }
    in.assign(m_words.size(), 0);
    for (const auto& count : counts)
        for (const auto& [word, times] : count)
            ++in[word];
    m_rarity.resize(m_words.size());
    m_postings.resize(m_words.size());
    for (std::size_t w = 0; w < in.size(); ++w)
        m_rarity[w] = static_cast<float>(std::log((double(m_causes) + 1) / (in[w] + 0.5)));
    for (std::uint32_t c = 0; c < m_causes; ++c) {
        double length = 0;
        for (const auto& [word, times] : counts[c])
            length += std::pow((1 + std::log(times)) * m_rarity[word], 2);
        if (length > 0)
            for (const auto& [word, times] : counts[c])
                m_postings[word].push_back({c, static_cast<float>((1 + std::log(times)) * m_rarity[word] / std::sqrt(length))});
    }
    for (std::size_t w = 0; w < in.size(); ++w)
        if (in[w] * 2 > static_cast<int>(m_causes)) // a word of all subjects tells nothing
            m_postings[w].clear();
}

std::uint32_t Topics::find(std::string_view word) const
{
    const auto h = hash(word);
    const auto* slots = m_slots.data();
    for (auto at = h & (m_slots.size() - 1);; at = (at + 1) & (m_slots.size() - 1)) {
        const auto& slot = slots[at];
        if (slot.word == npos || (slot.hash == h && m_words[slot.word] == word))
            return slot.word;
    }
}

std::vector<double> Topics::score(const NoticeText& notice, const std::function<double(const Statement&)>& weight, const std::vector<bool>& allowed) const
{
    std::vector<float> counts(m_words.size(), 0);
    std::vector<std::uint32_t> seen;
    for (const auto& s : notice.statements()) {
        const auto factor = static_cast<float>(weight(s));
        if (factor <= 0)
            continue;
        words(notice.words(s), [&](std::string_view word) {
            const auto number = find(word);
            if (number == npos)
                return;
            if (counts[number] == 0)
                seen.push_back(number);
            counts[number] += factor;
        });
    }
    std::vector<double> out(m_causes, 0);
    for (const auto word : seen) {
        const double times = counts[word], value = (times > 1 ? 1 + std::log(times) : times) * m_rarity[word];
        for (const auto& p : m_postings[word])
            if (allowed[p.cause])
                out[p.cause] += value * p.weight;
    }
    const auto most = out.empty() ? 0 : *std::max_element(out.begin(), out.end());
    if (most > 0)
        for (auto& value : out)
            value /= most;
    return out;
}

} // namespace cause
