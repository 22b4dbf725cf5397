#include "letter/template.h"

#include <array>

namespace letter {

namespace {

constexpr std::string_view kWideStops[] = {"。", "！", "？"};

bool startsWith(std::string_view text, std::size_t at, std::string_view what)
{
    return text.compare(at, what.size(), what) == 0;
}

/// Where the next character stands that may mean something: all before it is plain text.
std::size_t plainUntil(std::string_view text, std::size_t at)
{
    static const auto kSpecial = [] {
        std::array<bool, 256> out{};
        for (const char c : std::string_view("{([)]|.!?\n\xE3\xEF")) // the last two open 。 and ！？（）
            out[static_cast<unsigned char>(c)] = true;
        return out;
    }();
    while (at < text.size() && !kSpecial[static_cast<unsigned char>(text[at])])
        ++at;
    return at;
}

Piece slot(std::string_view inside)
{
    Piece piece;
    piece.kind = Piece::Kind::Slot;
    const auto bar = inside.find('|');
    piece.text = std::string(inside.substr(0, bar));
    if (piece.text.starts_with('+')) {
        piece.aboveZero = true;
        piece.text.erase(0, 1);
    }
    if (bar != inside.npos) {
        piece.counts = true;
        const auto second = inside.find('|', bar + 1);
        piece.one = std::string(inside.substr(bar + 1, second == inside.npos ? inside.npos : second - bar - 1));
        piece.many = second == inside.npos ? piece.one : std::string(inside.substr(second + 1));
    }
    return piece;
}

void addLiteral(std::vector<Piece>& pieces, std::string_view text)
{
    if (text.empty())
        return;
    if (!pieces.empty() && pieces.back().kind == Piece::Kind::Literal)
        pieces.back().text += text;
    else
        pieces.push_back({Piece::Kind::Literal, std::string(text), {}, {}, false, false, {}, false});
}

bool hasSlot(const std::vector<Piece>& pieces)
{
    for (const auto& piece : pieces)
        if (piece.kind != Piece::Kind::Literal)
            return true;
    return false;
}

/// Reads the text once, keeping the place.
struct Scanner
{
    std::string_view text;
    std::size_t at = 0;

    /// A slot at the present place; false where there is none.
    bool readSlot(std::vector<Piece>& out)
    {
        if (!startsWith(text, at, "{{"))
            return false;
        const auto close = text.find("}}", at + 2);
        if (close == text.npos)
            return false;
        const auto inside = text.substr(at + 2, close - at - 2);
        if (inside.find('{') != inside.npos || inside.find('\n') != inside.npos)
            return false;
        out.push_back(slot(inside));
        at = close + 2;
        return true;
    }

    /// A bracket at the present place that closes in the same line and holds a slot; false otherwise, nothing read.
    /// One kind may stand inside another: "[[, among them {{orders}} ({{parts}})]]".
    bool readBracket(std::vector<Piece>& out, std::string_view within = {})
    {
        static constexpr std::string_view kinds[][2] = {{"(", ")"}, {"（", "）"}, {"[[", "]]"}};
        std::string_view open, close;
        for (const auto& kind : kinds)
            if (kind[0] != within && startsWith(text, at, kind[0])) {
                open = kind[0];
                close = kind[1];
            }
        if (open.empty())
            return false;
        const auto start = at;
        Piece bracket;
        bracket.kind = Piece::Kind::Bracket;
        bracket.unseen = open == "[[";
        if (!bracket.unseen)
            addLiteral(bracket.inside, open);
        at += open.size();
        while (at < text.size() && text[at] != '\n') {
            if (startsWith(text, at, close)) {
                if (!bracket.unseen)
                    addLiteral(bracket.inside, close);
                at += close.size();
                if (!hasSlot(bracket.inside)) {
                    at = start;
                    return false;
                }
                out.push_back(std::move(bracket));
                return true;
            }
            if (const auto end = plainUntil(text, at); end > at) {
                addLiteral(bracket.inside, text.substr(at, end - at));
                at = end;
                continue;
            }
            if (readSlot(bracket.inside) || (within.empty() && readBracket(bracket.inside, open)))
                continue;
            addLiteral(bracket.inside, text.substr(at, 1));
            ++at;
        }
        at = start;
        return false;
    }
};

} // namespace

std::vector<Sentence> parseTemplate(std::string_view text)
{
    std::vector<Sentence> out;
    Sentence now;
    const auto finish = [&](std::string_view after) {
        now.after = std::string(after);
        if (!now.pieces.empty() && now.pieces.front().kind == Piece::Kind::Literal && now.pieces.front().text.starts_with("|| ")) {
            now.otherwise = true;
            now.pieces.front().text.erase(0, 3);
            if (now.pieces.front().text.empty())
                now.pieces.erase(now.pieces.begin());
        }
        out.push_back(std::move(now));
        now = {};
    };
    Scanner in{text};
    while (in.at < text.size()) {
        if (const auto end = plainUntil(text, in.at); end > in.at) {
            addLiteral(now.pieces, text.substr(in.at, end - in.at));
            in.at = end;
            continue;
        }
        if (in.readSlot(now.pieces) || in.readBracket(now.pieces))
            continue;
        const char c = text[in.at];
        if (c == '\n') {
            ++in.at;
            finish("\n");
            continue;
        }
        if (!now.pieces.empty() && startsWith(text, in.at, "|| ")) {
            // what a person typed behind a sentence belongs to it, not to the alternative that cannot be seen
            auto& last = now.pieces.back();
            bool blank = false;
            while (last.kind == Piece::Kind::Literal && last.text.ends_with(' ')) {
                last.text.pop_back();
                blank = true;
            }
            if (last.kind == Piece::Kind::Literal && last.text.empty())
                now.pieces.pop_back();
            if (!now.pieces.empty())
                finish(blank ? " " : "");
            else if (!out.empty() && out.back().after.empty())
                out.back().after = " ";
        }
        const bool stop = (c == '.' || c == '!' || c == '?') && in.at + 1 < text.size() && text[in.at + 1] == ' ';
        if (stop) {
            addLiteral(now.pieces, text.substr(in.at, 1));
            in.at += 2;
            finish(" ");
            continue;
        }
        bool wide = false;
        for (const auto& mark : kWideStops)
            if (startsWith(text, in.at, mark)) {
                addLiteral(now.pieces, mark);
                in.at += mark.size();
                // a stop at the end of a line or the text ends with that
                if (in.at < text.size() && text[in.at] != '\n')
                    finish("");
                wide = true;
                break;
            }
        if (wide)
            continue;
        addLiteral(now.pieces, text.substr(in.at, 1));
        ++in.at;
    }
    if (!now.pieces.empty())
        finish("");
    return out;
}

void Templates::begin()
{
    constexpr std::size_t kMany = 2000;
    ++m_round;
    if (m_known.size() > kMany)
        std::erase_if(m_known, [&](const auto& entry) { return entry.second.seen + 2 < m_round; });
}

const std::vector<Sentence>& Templates::of(std::string_view text)
{
    auto it = m_known.find(text);
    if (it == m_known.end())
        it = m_known.emplace(text, Known{parseTemplate(text), 0}).first;
    it->second.seen = m_round;
    return it->second.sentences;
}

std::vector<std::string> slotsOf(std::string_view text)
{
    std::vector<std::string> out;
    for (const auto& sentence : parseTemplate(text)) {
        const auto walk = [&](const auto& self, const std::vector<Piece>& pieces) -> void {
            for (const auto& piece : pieces) {
                if (piece.kind == Piece::Kind::Slot)
                    out.push_back(piece.text);
                self(self, piece.inside);
            }
        };
        walk(walk, sentence.pieces);
    }
    return out;
}

} // namespace letter
