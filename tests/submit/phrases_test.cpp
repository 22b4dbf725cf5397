#include "catch.h"

#include "submit/phrases.h"

using namespace submit;

namespace {

std::string found(const char* phrase, const char* text, const Phrases::Lists& lists = {})
{
    Vocabulary vocabulary;
    Phrases phrases;
    std::string error;
    if (phrases.add(phrase, vocabulary, lists, error) == Phrases::npos)
        return "error: " + error;
    Tokens tokens;
    const std::string_view all(text);
    tokenise(all, 0, all.size(), vocabulary, tokens);
    std::vector<Phrases::Hit> hits;
    phrases.find(tokens, 0, tokens.list.size(), hits);
    std::string out;
    for (const auto& hit : hits)
        out += (out.empty() ? "" : " / ") + std::string(all.substr(tokens.list[hit.begin].begin, tokens.list[hit.end - 1].end - tokens.list[hit.begin].begin));
    return out;
}

} // namespace

TEST_CASE("phrases are found in words, whatever the case and the signs between")
{
    struct Row { const char* phrase; const char* text; const char* found; };
    const auto row = GENERATE(values<Row>({
        {"as soon as possible", "We answer As  soon, as\npossible.", "As  soon, as\npossible"},
        {"soon", "sooner or later", ""},
        {"apolog*", "We apologise, an apology", "apologise / apology"},
        {"(beg|implore) you", "I beg you", "beg you"},
        {"we (very)? sincerely", "we sincerely / we very sincerely", "we sincerely / we very sincerely"},
        {"we very? much", "we much", "we much"},
        {"we ..2 train", "we will now train", "we will now train"},
        {"we ..1 train", "we will now train", ""},
        {"we .. train", "we will train and train", "we will train"},
        {"# orders", "22 orders, 1,196 orders and some orders", "22 orders / 1,196 orders"},
        {"mr ~", "Mr Smith and mr x", "Mr Smith"},
        {"^ dear sir", "Dear Sir", "Dear Sir"},
        {"^ sir", "Dear Sir", ""},
        {"sir $", "Dear Sir", "Sir"},
        {"will not", "we won't / we won\xE2\x80\x99t", "won't / won\xE2\x80\x99t"},
        {"can not", "we can't", "can't"},
        {"buyer 's fault", "the buyer's fault", "buyer's fault"},
        {"@we will", "our team will", "our team will"},
        {"尽快", "我们会尽快处理", "尽快"},
        {"(我们|我司) ..4 处理", "我们会尽快处理", "我们会尽快处理"},
        {"盡快", "我们会尽快处理", "尽快"}, // written in Traditional characters
        {"100%", "we are 100% sure", "100%"},
        {"100%", "1００％", "1００％"},     // full-width
        {"drop shipping", "drop-shipping", "drop-shipping"},
    }));
    INFO(row.phrase << " in " << row.text);
    CHECK(found(row.phrase, row.text, {{"we", {"we", "our team"}}}) == row.found);
}

TEST_CASE("a phrase that cannot be read says why")
{
    CHECK(found("(a|b", "") == "error: a bracket is not closed");
    CHECK(found("a)", "") == "error: a bracket closes that was not opened");
    CHECK(found("(a|)", "") == "error: an empty choice in brackets");
    CHECK(found("", "") == "error: it is empty");
    CHECK(found("@none", "") == "error: there is no list \"none\"");
    CHECK(found("maybe?", "") == "error: it could match nothing at all");
    CHECK(found("..3", "") == "error: it could match nothing at all");
    CHECK(found("@a", "", {{"a", {"@a"}}}).find("names itself") != std::string::npos);
}

TEST_CASE("what stands between quotation marks is known, and an open one hides nothing")
{
    Vocabulary vocabulary;
    Tokens tokens;
    const std::string text = "we entered \"no inventory\" and \xE2\x80\x9Cnone\xE2\x80\x9D, 5\" wide";
    tokenise(text, 0, text.size(), vocabulary, tokens);
    std::string quoted;
    for (const auto& t : tokens.list)
        if (t.quoted)
            quoted += std::string(tokens.fold(t)) + " ";
    CHECK(quoted == "no inventory none ");
}
