#include "submit/spelling.h"

#include <hunspell/hunspell.hxx>

#include <array>
#include <filesystem>
#include <mutex>
#include <unordered_map>
#include <unordered_set>

namespace submit {

struct Spelling::Parts
{
    Parts(const std::string& affix, const std::string& dictionary) : hunspell(affix.c_str(), dictionary.c_str()) {}
    std::mutex mutex;
    Hunspell hunspell;
    std::unordered_set<std::string> terms;
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
    };
    std::unordered_map<std::string, bool, Hash, std::equal_to<>> known; ///< answers given, for the same words come at every key press
    std::unordered_map<std::string, std::string> meant;

    bool spell(std::string_view asked)
    {
        if (const auto it = known.find(asked); it != known.end())
            return it->second;
        const std::string word(asked);
        if (known.size() > 20'000)
            known.clear();
        bool right = terms.count(word) != 0 || hunspell.spell(word) || british(word);
        if (!right) { // names and months stand in the dictionary with a capital
            auto capital = word;
            if (capital[0] >= 'a' && capital[0] <= 'z')
                capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
            right = hunspell.spell(capital);
        }
        known.emplace(word, right);
        return right;
    }
    /// "colour", "organise", "labelled", "licence", "centre": right where the American form is.
    bool british(const std::string& word)
    {
        struct Pair { std::string_view british, american; };
        static constexpr std::array<Pair, 12> kPairs{{{"our", "or"}, {"isation", "ization"}, {"ise", "ize"}, {"ising", "izing"}, {"yse", "yze"}, {"ysing", "yzing"}, {"ll", "l"}, {"nce", "nse"}, {"tre", "ter"}, {"ogue", "og"},
            {"grey", "gray"}, {"dispatch", "despatch"}}};
        for (const auto& pair : kPairs)
            for (auto at = word.find(pair.british); at != word.npos; at = word.find(pair.british, at + 1)) {
                auto other = word;
                other.replace(at, pair.british.size(), pair.american);
                if (hunspell.spell(other))
                    return true;
            }
        return false;
    }
};

Spelling::Spelling(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Spelling::~Spelling() = default;

std::shared_ptr<const Spelling> Spelling::load(const std::vector<std::string>& folders, const std::vector<std::string>& terms)
{
    for (const auto& folder : folders) {
        const auto base = std::filesystem::path(std::u8string(folder.begin(), folder.end()));
        std::error_code error;
        if (!std::filesystem::exists(base / "en_US.aff", error) || !std::filesystem::exists(base / "en_US.dic", error))
            continue;
        auto parts = std::make_unique<Parts>((base / "en_US.aff").string(), (base / "en_US.dic").string());
        parts->terms.insert(terms.begin(), terms.end());
        return std::shared_ptr<const Spelling>(new Spelling(std::move(parts)));
    }
    return nullptr;
}

bool Spelling::right(std::string_view word) const
{
    const std::lock_guard lock(m_parts->mutex);
    return m_parts->spell(word);
}

std::string Spelling::better(std::string_view word) const
{
    const std::lock_guard lock(m_parts->mutex);
    const std::string whole(word);
    if (const auto it = m_parts->meant.find(whole); it != m_parts->meant.end())
        return it->second;
    const auto ask = [&](const std::string& candidate) { return candidate.size() > 1 && m_parts->hunspell.spell(candidate); };
    const auto find = [&]() -> std::string {
        // glued words first: "weare", "andthe"; short halves must be common words
        static const std::unordered_set<std::string> kShort{"a", "i", "we", "is", "in", "on", "of", "to", "at", "by", "it", "an", "as", "or", "if", "so", "no", "be", "do", "he", "my", "us", "up"};
        for (std::size_t cut = 1; cut + 1 < whole.size(); ++cut) {
            const auto left = whole.substr(0, cut), right = whole.substr(cut);
            const auto common = [&](const std::string& half) { return half.size() <= 2 ? kShort.count(half) != 0 : half.size() >= 3; };
            if (common(left) && common(right) && (left.size() > 1 || whole.size() > 4) && ask(left) && ask(right) && (left.size() <= 4 || right.size() <= 4))
                if (left.size() >= 2 && (kShort.count(left) || kShort.count(right) || (left.size() == 3 && right.size() >= 4)))
                    return left + " " + right;
        }
        for (std::size_t i = 0; i + 1 < whole.size(); ++i) {
            auto swapped = whole;
            std::swap(swapped[i], swapped[i + 1]);
            if (ask(swapped))
                return swapped;
        }
        for (std::size_t i = 1; i < whole.size(); ++i) { // a letter doubled or undoubled
            auto twice = whole;
            twice.insert(i, 1, whole[i]);
            if (ask(twice))
                return twice;
        }
        for (std::size_t i = 0; i < whole.size(); ++i) {
            auto less = whole;
            less.erase(i, 1);
            if (ask(less))
                return less;
        }
        for (std::size_t i = 1; i <= whole.size(); ++i)
            for (const char c : std::string_view("etaoinsrhldcumfpgwybvkxjqz")) {
                auto more = whole;
                more.insert(i, 1, c);
                if (ask(more))
                    return more;
            }
        for (std::size_t i = 1; i < whole.size(); ++i)
            for (const char c : std::string_view("etaoinsrhldcumfpgwybvkxjqz")) {
                auto other = whole;
                other[i] = c;
                if (ask(other))
                    return other;
            }
        return {};
    };
    if (m_parts->meant.size() > 2'000)
        m_parts->meant.clear();
    return m_parts->meant.emplace(whole, find()).first->second;
}

} // namespace submit
