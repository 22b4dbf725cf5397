#include "packcheck/packcheck.h"
#include "catch.h"

#include <set>

TEST_CASE("the shipped content is sound and complete")
{
    const auto pack = library::packFromFolder(SOURCE_DIR "/templates");
    INFO((pack ? std::string() : pack.error().where + " " + pack.error().detail));
    REQUIRE(pack);
    std::string errors;
    for (const auto& problem : packcheck::check(*pack, {}, true, *appeal::parseDate("2026-11-24")))
        if (problem.severity == packcheck::Problem::Severity::Error)
            errors += problem.where + ": " + problem.id + ": " + problem.rule + ": " + problem.detail + "\n";
    INFO(errors);
    CHECK(errors.empty());
}

TEST_CASE("the library holds what was promised of it")
{
    const auto pack = library::packFromFolder(SOURCE_DIR "/templates");
    REQUIRE(pack);
    CHECK(pack->clauses.size() >= 450);
    CHECK(pack->catalogue.causes.size() >= 61);
    std::set<std::string> families, used;
    for (const auto& family : pack->catalogue.vocabularies.at("families"))
        families.insert(family.id);
    for (const auto& cause : pack->catalogue.causes)
        used.insert(cause.family);
    CHECK(families == used);
    std::size_t phrasings = 0;
    for (const auto& clause : pack->clauses)
        phrasings += clause.text.at("en").size();
    CHECK(phrasings >= 3 * pack->clauses.size());
}
