#include "packcheck/packcheck.h"
#include "catch.h"

#include <filesystem>
#include <fstream>
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
    for (const auto& clause : pack->clauses) {
        INFO(clause.id);
        CHECK(clause.text.at("zh").size() >= 2);
    }
    for (const auto& cause : pack->catalogue.causes) {
        INFO(cause.id);
        CHECK((!cause.ownsRoute("admit") || cause.rootCauses.size() >= 5));
    }
}

TEST_CASE("each family and each marketplace has a sample case with its notice")
{
    const auto pack = library::packFromFolder(SOURCE_DIR "/templates");
    REQUIRE(pack);
    std::set<std::string> shown;
    std::size_t samples = 0;
    for (const auto& entry : std::filesystem::directory_iterator(SOURCE_DIR "/templates/samples")) {
        const auto path = entry.path().string();
        if (!path.ends_with(".appeal.json"))
            continue;
        ++samples;
        INFO(path);
        CHECK(std::filesystem::exists(path.substr(0, path.size() - std::string(".appeal.json").size()) + ".notice.txt"));
        std::ifstream in(path, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        for (const auto& cause : pack->catalogue.causes)
            if (text.find("\"id\": \"" + cause.id + "\"") != std::string::npos) {
                shown.insert(cause.family);
                // a cause of one marketplace alone tells which
                if (cause.marketplaces.size() == 1)
                    shown.insert(cause.marketplaces.front());
            }
    }
    CHECK(samples >= 15);
    for (const auto& family : pack->catalogue.vocabularies.at("families"))
        CHECK(shown.count(family.id) == 1);
    for (const auto& marketplace : pack->catalogue.marketplaces)
        CHECK(shown.count(marketplace.id) == 1);
}
