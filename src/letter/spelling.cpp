#include "letter/spelling.h"

#include <array>
#include <string_view>

namespace letter {

namespace {

struct Pair { std::string_view american, british; };
constexpr std::array kPairs{Pair{"license", "licence"}, Pair{"licenses", "licences"}, Pair{"color", "colour"}, Pair{"colors", "colours"}, Pair{"colored", "coloured"}, Pair{"center", "centre"},
    Pair{"centers", "centres"}, Pair{"fulfillment", "fulfilment"}, Pair{"favor", "favour"}, Pair{"catalog", "catalogue"}, Pair{"gray", "grey"}, Pair{"labeled", "labelled"},
    Pair{"labeling", "labelling"}, Pair{"canceled", "cancelled"}, Pair{"canceling", "cancelling"}, Pair{"authorized", "authorised"}, Pair{"unauthorized", "unauthorised"},
    Pair{"authorization", "authorisation"}, Pair{"authorizations", "authorisations"}, Pair{"authorize", "authorise"}, Pair{"recognized", "recognised"}, Pair{"recognize", "recognise"},
    Pair{"organized", "organised"}, Pair{"apologize", "apologise"}, Pair{"itemized", "itemised"}, Pair{"synchronized", "synchronised"}, Pair{"traveled", "travelled"}, Pair{"honor", "honour"},
    Pair{"judgment", "judgement"}, Pair{"behavior", "behaviour"}};

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

} // namespace

std::string inSpelling(std::string text, bool american)
{
    for (std::size_t at = 0; at < text.size();) {
        if (!isLetter(text[at])) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() && isLetter(text[end]))
            ++end;
        const bool capital = text[at] >= 'A' && text[at] <= 'Z';
        std::string word = text.substr(at, end - at);
        if (capital)
            word[0] = char(word[0] - 'A' + 'a');
        for (const auto& pair : kPairs) {
            if (word != (american ? pair.british : pair.american))
                continue;
            std::string other(american ? pair.american : pair.british);
            if (capital)
                other[0] = char(other[0] - 'a' + 'A');
            text.replace(at, end - at, other);
            end = at + other.size();
            break;
        }
        at = end;
    }
    return text;
}

} // namespace letter
