#include "packcheck/packcheck.h"

#include "packcheck/grams.h"
#include "letter/template.h"

#include <algorithm>

namespace packcheck {

namespace {

bool isWordChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '\'' || (static_cast<unsigned char>(c) & 0x80u) != 0;
}

std::uint64_t mix(std::uint64_t hash, std::string_view text)
{
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ull;
    }
    hash ^= 0x20;
    return hash * 1099511628211ull;
}

} // namespace

std::vector<std::string> tokensOf(std::string_view text, const library::Language& language)
{
    std::vector<std::string> out;
    std::string word;
    const auto flush = [&] {
        if (!word.empty())
            out.push_back(std::move(word));
        word.clear();
    };
    for (std::size_t i = 0; i < text.size();) {
        if (text.compare(i, 2, "{{") == 0)
            if (const auto close = text.find("}}", i); close != text.npos) {
                flush();
                out.emplace_back("{}"); // a slot is one token, whichever it is
                i = close + 2;
                continue;
            }
        const auto byte = static_cast<unsigned char>(text[i]);
        if (language == "zh") {
            const std::size_t size = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
            const auto character = text.substr(i, size);
            // punctuation carries no wording
            if (byte >= 0x80 ? (character != "，" && character != "。" && character != "：" && character != "；" && character != "、" && character != "（" && character != "）") : isWordChar(text[i]))
                out.emplace_back(character);
            i += size;
            continue;
        }
        if (isWordChar(text[i]))
            word += text[i] >= 'A' && text[i] <= 'Z' ? char(text[i] | 0x20) : text[i];
        else
            flush();
        ++i;
    }
    flush();
    return out;
}

std::vector<std::uint64_t> gramsOf(std::string_view text, const library::Language& language)
{
    const auto tokens = tokensOf(text, language);
    const std::size_t size = language == "zh" ? 8 : 5;
    std::vector<std::uint64_t> out;
    for (std::size_t i = 0; i + size <= tokens.size(); ++i) {
        std::uint64_t hash = 1469598103934665603ull;
        for (std::size_t k = 0; k < size; ++k)
            hash = mix(hash, tokens[i + k]);
        out.push_back(hash);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

double jaccard(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b)
{
    if (a.empty() || b.empty())
        return 0;
    std::size_t both = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) {
            ++both;
            ++i;
            ++j;
        } else if (*i < *j) {
            ++i;
        } else {
            ++j;
        }
    }
    return double(both) / double(a.size() + b.size() - both);
}

double overlap(std::string_view a, std::string_view b, const library::Language& language)
{
    return jaccard(gramsOf(a, language), gramsOf(b, language));
}

bool sameShape(std::string_view a, std::string_view b, const library::Language& language)
{
    const auto slots = [](std::string_view text) {
        std::vector<std::string> out;
        for (auto& slot : letter::slotsOf(text))
            if (slot != "we" && slot != "We" && slot != "our" && slot != "Our" && slot != "us" && slot != "ours")
                out.push_back(std::move(slot));
        return out;
    };
    if (slots(a) != slots(b))
        return false;
    static const std::vector<std::string_view> small{"a", "an", "and", "are", "as", "at", "by", "each", "for", "from", "in", "is", "it", "its", "of", "on", "or", "that", "the", "this", "to", "was", "were", "which", "with", "{}"};
    const auto content = [&](std::string_view text) {
        std::vector<std::string> out;
        auto tokens = tokensOf(text, language);
        if (language == "zh") { // words are not parted there: two characters stand for one
            for (std::size_t i = 1; i < tokens.size(); ++i)
                if (tokens[i - 1] != "{}" && tokens[i] != "{}")
                    out.push_back(tokens[i - 1] + tokens[i]);
        } else {
            for (auto& token : tokens)
                if (std::find(small.begin(), small.end(), token) == small.end())
                    out.push_back(std::move(token));
        }
        std::sort(out.begin(), out.end());
        out.erase(std::unique(out.begin(), out.end()), out.end());
        return out;
    };
    const auto one = content(a), two = content(b);
    std::vector<std::string> both;
    std::set_intersection(one.begin(), one.end(), two.begin(), two.end(), std::back_inserter(both));
    const auto least = std::min(one.size(), two.size());
    return least >= 4 && double(both.size()) > 0.6 * double(least);
}

} // namespace packcheck
