#include "library/drop.h"

#include <algorithm>

namespace library {

void drop(Pack& whole, const std::string& key)
{
    const auto colon = key.find(':');
    const auto array = key.substr(0, colon), id = colon == key.npos ? std::string() : key.substr(colon + 1);
    const auto from = [&](auto& list) { std::erase_if(list, [&](const auto& entry) { return entry.id == id; }); };
    auto& c = whole.catalogue;
    if (array == "facts")
        std::erase_if(c.facts, [&](const Field& f) { return f.scope + "." + f.name == id; });
    else if (array == "groups")
        from(c.groups);
    else if (array == "sections")
        from(c.sections);
    else if (array == "causes")
        from(c.causes);
    else if (array == "clauses")
        from(whole.clauses);
    else if (array == "letters")
        from(c.letters);
    else if (array == "marketplaces")
        from(c.marketplaces);
    else if (array == "metrics")
        from(c.metrics);
    else if (array == "practices")
        from(c.practices);
    else if (array == "guides")
        from(c.guides);
    else if (array == "checks")
        from(c.checks);
    else if (array == "wording")
        c.wording.erase(id);
    else if (const auto it = c.vocabularies.find(array); it != c.vocabularies.end())
        from(it->second);
    whole.places.erase(key);
}

} // namespace library
