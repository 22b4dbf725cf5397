#include "library/readings.h"

#include "library/clauses.h"

namespace library {

const text::Readings& builtinReadings()
{
    static const text::Readings table = [] {
        for (const auto& piece : embedded())
            if (std::string_view(piece.name).ends_with("words/readings.json"))
                if (const auto pack = parsePack(piece.text, piece.name))
                    return text::Readings(pack->catalogue.readings);
        return text::Readings();
    }();
    return table;
}

} // namespace library
