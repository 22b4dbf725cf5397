#include "submit/fingerprints.h"

#include "submit/tokens.h"

#include <algorithm>

namespace submit {

namespace {

constexpr std::size_t kWords = 5, kCharacters = 8, kWindow = 4;

std::uint64_t mixed(std::uint64_t hash, std::string_view word)
{
    for (const char c : word)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return (hash ^ 0x20u) * 1099511628211ull;
}

std::string withoutSlots(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto open = text.find("{{");
        const auto close = open == text.npos ? text.npos : text.find("}}", open);
        out += text.substr(0, close == text.npos ? text.npos : open);
        if (close == text.npos)
            break;
        // words of voice are words; what else a slot holds is a fact of somebody
        const auto slot = text.substr(open + 2, close - open - 2);
        out += slot == "we" || slot == "We" || slot == "us" || slot == "our" || slot == "Our" ? asciiLower(slot) : " ";
        text.remove_prefix(close + 2);
    }
    return out;
}

} // namespace

std::vector<std::uint64_t> shingles(std::string_view text, const appeal::Language& language)
{
    static const Vocabulary none;
    const auto plain = withoutSlots(text);
    Tokens tokens;
    tokenise(plain, 0, plain.size(), none, tokens);
    std::vector<std::string_view> words;
    for (const auto& t : tokens.list) {
        if (t.number || t.id)
            continue;
        const auto word = tokens.fold(t);
        words.push_back(word == "i" ? "we" : word == "my" ? "our" : word == "me" ? "us" : word); // a sole trader's letter is no other letter
    }
    const auto size = std::min(language == "zh" ? kCharacters : kWords, std::max<std::size_t>(words.size(), 1));
    std::vector<std::uint64_t> out;
    for (std::size_t i = 0; i + size <= words.size(); ++i) {
        std::uint64_t hash = 1469598103934665603ull;
        for (std::size_t n = 0; n < size; ++n)
            hash = mixed(hash, words[i + n]);
        out.push_back(hash);
    }
    return out;
}

std::vector<std::uint64_t> fingerprints(std::string_view text, const appeal::Language& language)
{
    const auto all = shingles(text, language);
    std::vector<std::uint64_t> out;
    for (std::size_t i = 0; i < all.size(); i += 1) {
        const auto end = std::min(i + kWindow, all.size());
        if (end - i < kWindow && !out.empty())
            break;
        out.push_back(*std::min_element(all.begin() + std::ptrdiff_t(i), all.begin() + std::ptrdiff_t(end)));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

double contained(const std::vector<std::uint64_t>& some, const std::vector<std::uint64_t>& all)
{
    if (some.empty())
        return 0;
    const auto count = std::count_if(some.begin(), some.end(), [&](std::uint64_t hash) { return std::binary_search(all.begin(), all.end(), hash); });
    return static_cast<double>(count) / static_cast<double>(some.size());
}

} // namespace submit
