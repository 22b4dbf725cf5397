#include "catch.h"
#include "fixture.h"

#include "cause/notice_text.h"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace {

/// Each digit as @p to says.
template <typename To>
std::string digits(std::string text, To to)
{
    for (auto& c : text)
        if (c >= '0' && c <= '9')
            c = to(c);
    return text;
}

struct Told
{
    std::vector<std::array<std::uint32_t, 3>> hits; ///< rule, where in its sentence
    std::vector<std::vector<std::uint32_t>> matches;
    friend bool operator==(const Told&, const Told&) = default;
};

/// What was found in the last @p size bytes of @p text, sentence by sentence from the last.
std::vector<Told> told(const std::string& text, std::size_t size)
{
    const cause::NoticeText notice(text, book(), {});
    std::vector<Told> out;
    for (auto s = notice.statements().rbegin(); s != notice.statements().rend() && notice.span(s->at.begin, s->at.end).start >= text.size() - size; ++s) {
        Told one;
        for (auto h = s->hits; h < s->hitsEnd; ++h)
            one.hits.push_back({notice.hits()[h].rule, notice.hits()[h].begin - s->at.begin, notice.hits()[h].end - s->at.begin});
        for (auto m = s->matches; m < s->matchesEnd; ++m) {
            const auto& match = notice.matches()[m];
            std::vector<std::uint32_t> where{match.pattern, match.whole.begin - s->at.begin, match.whole.end - s->at.begin};
            for (const auto& group : match.groups)
                where.insert(where.end(), {group.there() ? group.begin - s->at.begin : ~0u, group.there() ? group.end - s->at.begin : ~0u});
            one.matches.push_back(std::move(where));
        }
        out.push_back(std::move(one));
    }
    return out;
}

} // namespace

TEST_CASE("A sentence that differs from one before in its digits only says what it says by itself")
{
    std::vector<std::string> texts{"Order 111-1234567-1234567 of 2026-03-09, 12 of 480.\nASIN: B012345678, 9781234567 at 1.25%\n", "Reply within 17 days (by 3/4/2026). Case ID: 1234567890. You have 2 attempts.\n",
        "在 30 天内回复。编号：12345678。2026年3月9日\n"};
    for (const auto& file : std::filesystem::recursive_directory_iterator(SOURCE_DIR "/tests/corpus/notices/tune"))
        if (file.path().extension() == ".txt") {
            std::ifstream in(file.path(), std::ios::binary);
            texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        }
    REQUIRE(texts.size() > 10);
    for (const auto& text : texts) {
        CAPTURE(text);
        const auto second = digits(text, [](char c) { return static_cast<char>('0' + ((c - '0') * 7 + 3) % 10); });
        const auto without = digits(text, [](char) { return '#'; });
        const auto beside = told(text + "\n\n" + second, second.size()), alone = told(without + "\n\n" + second, second.size());
        REQUIRE(beside.size() == alone.size());
        REQUIRE_FALSE(beside.empty());
        for (std::size_t i = 0; i < beside.size(); ++i)
            CHECK(beside[i] == alone[i]);
    }
}
