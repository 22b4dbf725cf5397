#include "laws.h"

#include "library/clauses.h"
#include "packcheck/packcheck.h"

/// Bytes are read as somebody's template pack and checked over the shipped one, as `library check` does.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const auto shipped = library::builtinPack();
    law(bool(shipped), "the shipped pack is there");
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    auto pack = library::parsePack(bytes, "pack.json");
    if (!pack) {
        law(pack.error().where.rfind("pack.json", 0) == 0 && !pack.error().detail.empty(), "what is refused is named, and why");
        return 0;
    }
    std::vector<std::string> ids;
    for (const auto& [id, place] : pack->places)
        ids.push_back(id);
    auto whole = *shipped;
    if (!library::add(whole, std::move(*pack)))
        return 0; // it clashes
    for (const auto& problem : packcheck::check(whole, ids.empty() ? std::vector<std::string>{"-"} : ids, false, appeal::Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}}))
        law(!problem.rule.empty() && !problem.detail.empty(), "a problem has a rule and words");
    return 0;
}
