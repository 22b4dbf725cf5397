#include "storage/case_identities.h"
#include "appeal/edit.h"
#include "catch.h"

TEST_CASE("what tells sellers apart is taken from the case's facts, lists item by item")
{
    using Pairs = std::set<std::pair<std::string, std::string>>;
    using appeal::Scope;
    struct Row { const char* name; appeal::FactRef ref; appeal::Value value; Pairs out; };
    const auto row = GENERATE(values<Row>({
        {"a name is one, blanks and commas included", {Scope::Case, "", "contact_name"}, {{"", "Li Na, Owner"}}, {{"contact_name", "Li Na, Owner"}}},
        {"in every language", {Scope::Case, "", "legal_entity"}, {{"en", "Harbor Ltd"}, {"zh", "港湾有限公司"}}, {{"legal_entity", "Harbor Ltd"}, {"legal_entity", "港湾有限公司"}}},
        {"a list in any separation", {Scope::Case, "", "order_ids"}, {{"", "113-1, 113-2;113-3\n113-4，113-5、113-6 113-1"}},
            {{"order_ids", "113-1"}, {"order_ids", "113-2"}, {"order_ids", "113-3"}, {"order_ids", "113-4"}, {"order_ids", "113-5"}, {"order_ids", "113-6"}}},
        {"the ids of one cause", {Scope::Cause, "inauthentic", "complaint_ids"}, {{"", "8841207365"}}, {{"complaint_ids", "8841207365"}}},
        {"not what is shared by many", {Scope::Case, "", "marketplace"}, {{"", "amazon"}}, {}},
        {"not the facts of a letter", {Scope::Letter, "1", "store_name"}, {{"", "x"}}, {}},
        {"nothing", {Scope::Case, "", "order_ids"}, {{"", " ,, "}}, {}},
    }));
    INFO(row.name);
    appeal::Case c;
    c.facts[row.ref] = {row.value, appeal::Source::Typed, {}};
    CHECK(storage::identitiesOf(c) == row.out);
}
