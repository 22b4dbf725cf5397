#include "cause/topics.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace cause {

namespace {

/// Latin words without their endings, Han characters in pairs.
template <typename Take>
void words(std::string_view text, const Take& take)
{
    std::string word;
    const auto letter = [&](std::size_t i) { return i < text.size() && ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z')); };
    const auto han = [&](std::size_t i) { return i + 2 < text.size() && static_cast<unsigned char>(text[i]) >= 0xE4 && static_cast<unsigned char>(text[i]) <= 0xE9; };
    for (std::size_t at = 0; at < text.size();) {
        if (letter(at)) {
            word.clear();
            for (; letter(at) || (at < text.size() && text[at] == '\''); ++at)
                if (text[at] != '\'')
                    word += text[at] >= 'A' && text[at] <= 'Z' ? static_cast<char>(text[at] - 'A' + 'a') : text[at];
            for (const std::string_view ending : {"ings", "ing", "ed", "es", "s"})
                if (word.size() >= ending.size() + 4 && word.compare(word.size() - ending.size(), ending.size(), ending) == 0) {
                    word.resize(word.size() - ending.size());
                    break;
                }
            if (word.size() >= 3 && word.size() <= 24)
                take(std::string_view(word));
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
    for (const auto& rule : book.rules())
        if (rule.use == Use::Cause)
            texts[rule.target] += rule.text.substr(0, rule.text.find(" ! ")) + "\n";

    std::vector<std::map<std::uint32_t, int>> counts(m_causes);
    std::vector<int> in;
    for (std::size_t c = 0; c < m_causes; ++c) {
        words(texts[c], [&](std::string_view word) {
            auto it = m_words.find(word);
            if (it == m_words.end())
                it = m_words.emplace(std::string(word), static_cast<std::uint32_t>(m_words.size())).first;
            ++counts[c][it->second];
        });
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

std::vector<double> Topics::score(const NoticeText& notice, const std::function<double(const Statement&)>& weight, const std::vector<bool>& allowed) const
{
    std::vector<float> counts(m_words.size(), 0);
    std::vector<std::uint32_t> seen;
    for (const auto& s : notice.statements()) {
        const auto factor = static_cast<float>(weight(s));
        if (factor <= 0)
            continue;
        words(notice.words(s), [&](std::string_view word) {
            const auto it = m_words.find(word);
            if (it == m_words.end())
                return;
            if (counts[it->second] == 0)
                seen.push_back(it->second);
            counts[it->second] += factor;
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
