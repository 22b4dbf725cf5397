#include "catch.h"
#include "text/phrase_set.h"

#include <vector>

namespace {

class Finder
{
public:
    explicit Finder(const std::vector<std::string>& phrases)
    {
        for (const auto& phrase : phrases)
            m_set.add(phrase);
        m_set.compile();
    }
    std::vector<std::string> operator()(const std::string& text) const
    {
        text::Dense dense;
        dense.make(text, 0, text.size());
        std::vector<text::PhraseSet::Hit> hits;
        m_set.find(dense, hits);
        std::vector<std::string> out;
        for (const auto& hit : hits)
            out.push_back(text.substr(hit.begin, hit.end - hit.begin));
        return out;
    }

private:
    text::PhraseSet m_set;
};

using List = std::vector<std::string>;

} // namespace

TEST_CASE("Phrases are found as words, with what blanks and case do to them")
{
    const Finder find({"late", "late shipment rate", "drop shipping", "compl*", "账户", "90"});
    CHECK(find("Your Late  Shipment\nRate is") == List{"Late  Shipment\nRate", "Late"});
    CHECK(find("plate later relate") == List{});
    CHECK(find("dropshipping and drop-shipping") == List{"dropshipping", "drop-shipping"});
    CHECK(find("complaints complied") == List{"compl", "compl"});
    CHECK(find("您的账户已") == List{"账户"});
    CHECK(find("190 900 90 days") == List{"90"});
}

TEST_CASE("A plural s passes, another ending does not; long phrases stand glued words")
{
    const Finder find({"invoice", "authorised seller", "used item"});
    CHECK(find("invoices") == List{"invoices"});
    CHECK(find("invoiced") == List{});
    CHECK(find("anauthorised sellerwrote") == List{"authorised seller"});
    CHECK(find("unauthorised sellers") == List{});
    CHECK(find("used items") == List{"used items"});
}

TEST_CASE("Phrases that share their beginnings, of one byte and of many, of several scripts")
{
    const Finder find({"a", "an", "\xC3\xA0", "and", "android phone charger", "android phone charging cable of two metres", "\xE8\xB4\xA6\xE6\x88\xB7", "\xE8\xB4\xA6\xE5\x8F\xB7", "\xE8\xB4\xA6\xE6\x88\xB7\xE7\x8A\xB6\xE5\x86\xB5", "#1", "9.5", "9.50"});
    CHECK(find("a: b") == List{"a"});
    CHECK(find("an a") == List{"an", "a"});
    CHECK(find("\xC3\xA0: x") == List{"\xC3\xA0"});
    CHECK(find("android phone charging cable of two metres and") == List{"android phone charging cable of two metres", "and"});
    CHECK(find("android phone charging cable of two") == List{});
    CHECK(find("\xE8\xB4\xA6\xE6\x88\xB7\xE7\x8A\xB6\xE5\x86\xB5") == List{"\xE8\xB4\xA6\xE6\x88\xB7\xE7\x8A\xB6\xE5\x86\xB5", "\xE8\xB4\xA6\xE6\x88\xB7"});
    CHECK(find("\xE8\xB4\xA6\xE5\x8F\xB7, \xE8\xB4") == List{"\xE8\xB4\xA6\xE5\x8F\xB7"});
    CHECK(find("#1 9.50 9.5") == List{"#1", "9.50", "9.5"});
}

TEST_CASE("The same phrase has one number; nothing is found in nothing")
{
    text::PhraseSet set;
    CHECK(set.add("Late Rate") == set.add("late  rate"));
    CHECK(set.add("late*") != set.add("late"));
    set.compile();
    text::Dense dense;
    std::vector<text::PhraseSet::Hit> hits;
    set.find(dense, hits);
    CHECK(hits.empty());
}
