#include "submit/rules.h"

#include "letter/compose.h"

#include <algorithm>
#include <array>

namespace submit {

namespace {

/// What a day in a sentence is the day of, by the words beside it.
enum class What : std::uint8_t { None, Notice, Appeal, Answer, Sent, Arrived, Bought, Refund };

struct Word { std::string_view form; What what; };
constexpr std::array kWords{
    Word{"notice", What::Notice}, Word{"notification", What::Notice}, Word{"appeal", What::Appeal}, Word{"refused", What::Answer}, Word{"refusal", What::Answer}, Word{"rejected", What::Answer},
    Word{"replied", What::Answer}, Word{"reply", What::Answer}, Word{"decision", What::Answer}, Word{"shipped", What::Sent}, Word{"dispatched", What::Sent}, Word{"despatched", What::Sent},
    Word{"posted", What::Sent}, Word{"delivered", What::Arrived}, Word{"arrived", What::Arrived}, Word{"bought", What::Bought}, Word{"ordered", What::Bought}, Word{"purchased", What::Bought}};
struct HanWord { std::string_view first, second; What what; };
constexpr std::array kHanWords{HanWord{"通", "知", What::Notice}, HanWord{"申", "诉", What::Appeal}, HanWord{"拒", "绝", What::Answer}, HanWord{"答", "复", What::Answer}, HanWord{"发", "货", What::Sent},
    HanWord{"发", "出", What::Sent}, HanWord{"妥", "投", What::Arrived}, HanWord{"送", "达", What::Arrived}, HanWord{"签", "收", What::Arrived}, HanWord{"下", "单", What::Bought}};
constexpr std::uint32_t kBeside = 4; ///< tokens between a day and the word that it belongs to

What wordAt(const Body& body, std::uint32_t i)
{
    const auto fold = body.tokens.fold(i);
    if (body.tokens.list[i].han) {
        for (const auto& w : kHanWords)
            if (fold == w.first && i + 1 < body.tokens.list.size() && body.tokens.fold(i + 1) == w.second)
                return w.what;
        return What::None;
    }
    for (const auto& w : kWords)
        if (fold == w.form)
            return w.what;
    return What::None;
}

/// The nearest such word before the day, with "of" and "on" let pass; in Chinese the nearest behind it.
What about(const Body& body, const Sentence& s, const DayIn& day)
{
    if (body.language == "zh") {
        for (auto i = day.end; i < s.tokensEnd && i < day.end + 12; ++i) {
            if (body.tokens.list[i].sign && i > day.end)
                break;
            if (const auto what = wordAt(body, i); what != What::None)
                return what;
        }
        return What::None;
    }
    // "refused our appeal of 9 June on 12 June": what happens, happens on a day; a paper is of a day
    const auto before = day.begin > s.tokens ? body.tokens.fold(day.begin - 1) : std::string_view{};
    const bool on = before == "on", of = before == "of" || before == "dated" || before == "from";
    for (auto back = 1u; back <= (on ? 3 * kBeside : kBeside) && day.begin >= s.tokens + back; ++back) {
        const auto i = day.begin - back;
        const auto what = wordAt(body, i);
        const bool paper = what == What::Notice || what == What::Appeal;
        if (what != What::None && !(on && paper) && !(of && !paper && body.tokens.fold(i) != "decision" && body.tokens.fold(i) != "refusal" && body.tokens.fold(i) != "reply"))
            return what;
        if (body.tokens.list[i].sign && back > 1)
            break;
    }
    // "On 11 August you refused …"
    const bool opens = day.begin == s.tokens || (day.begin == s.tokens + 1 && body.tokens.fold(s.tokens) == "on");
    for (auto i = day.end; opens && i < s.tokensEnd && i < day.end + kBeside; ++i)
        if (const auto what = wordAt(body, i); what == What::Answer || what == What::Sent || what == What::Arrived)
            return what;
    return What::None;
}

struct Order { What before, after; };
constexpr std::array kOrder{Order{What::Sent, What::Arrived}, Order{What::Bought, What::Sent}, Order{What::Bought, What::Arrived}, Order{What::Appeal, What::Answer}, Order{What::Notice, What::Answer},
    Order{What::Notice, What::Appeal}};

void withinSentences(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    auto first = body.days.begin();
    for (const auto& s : body.sentences) {
        while (first != body.days.end() && first->begin < s.tokens)
            ++first;
        struct Event { What what; const DayIn* day; };
        std::vector<Event> events;
        for (auto day = first; day != body.days.end() && day->begin < s.tokensEnd; ++day)
            if (day->day)
                if (const auto what = about(body, s, *day); what != What::None)
                    events.push_back({what, &*day});
        if (events.size() < 2 || body.blocks[s.block].kind == Block::Kind::Quoted || out.full())
            continue;
        for (const auto& a : events)
            for (const auto& b : events)
                for (const auto& order : kOrder)
                    if (a.what == order.before && b.what == order.after && *b.day->day < *a.day->day) {
                        const auto count = std::count_if(events.begin(), events.end(), [&](const Event& e) { return e.what == a.what || e.what == b.what; });
                        if (count == 2) // with more of a kind nobody knows which belong together
                            out.at(body.byteOf(b.day->begin), body.endOf(b.day->end), {{"other", std::string(body.textOf(body.tokens.list[a.day->begin].begin, body.tokens.list[a.day->end - 1].end))}});
                    }
    }
}

/// The day of the letter as its text says it: "By today, 26 September 2026", "Date: 12 March 2026", 截至.
std::optional<appeal::Date> ownDay(const Body& body)
{
    for (const auto& day : body.days) {
        if (!day.day || !day.year || day.begin == 0)
            continue;
        const auto before = body.tokens.fold(day.begin - 1);
        const auto* block = body.blockAt(body.byteOf(day.begin));
        const bool label = before == "date" && block && block->tokens + 1 == day.begin;
        if (before == "today" || label || (before == "期" && day.begin > 1 && body.tokens.fold(day.begin - 2) == "日"))
            return day.day;
    }
    return {};
}

void afterTheLetter(const Scene& scene, Out& out)
{
    const auto& body = scene.body;
    auto letterDay = ownDay(body);
    if (scene.around.c) {
        const auto typed = appeal::parseDate(scene.fact("letter_date"));
        letterDay = typed ? typed : scene.around.today.ok() && int(scene.around.today.year()) > 1990 ? std::optional(scene.around.today) : letterDay;
    }
    if (!letterDay)
        return;
    auto day = body.days.begin();
    for (const auto& s : body.sentences) {
        while (day != body.days.end() && day->begin < s.tokens)
            ++day;
        if (day == body.days.end() || day->begin >= s.tokensEnd || !day->day || *day->day <= *letterDay || out.full())
            continue;
        if (!scene.speaks(s) || !tellsDeed(body, s))
            continue;
        auto& finding = out.at(body.byteOf(day->begin), body.endOf(day->end), {}, "letter");
        fill(finding, "letter_day", {{"en", letter::dateWords(*letterDay, "en")}, {"zh", letter::dateWords(*letterDay, "zh")}});
    }
}

/// The days that the case itself has on record.
void ofTheCase(const Scene& scene, Out& out)
{
    if (!scene.around.c)
        return;
    struct Pair { const char* before; const char* after; };
    static constexpr Pair kPairs[]{{"notice_date", "appeal_sent_date"}, {"appeal_sent_date", "reply_date"}, {"action_date", "appeal_sent_date"}};
    for (const auto& pair : kPairs) {
        const auto before = appeal::parseDate(scene.fact(pair.before)), after = appeal::parseDate(scene.fact(pair.after));
        if (!before || !after || *before <= *after)
            continue;
        // a notice that itself answers an appeal comes after it
        if (std::string_view(pair.before) != "appeal_sent_date" && scene.around.reading && scene.around.reading->answersAppeal)
            continue;
        const auto* fact = scene.catalogue.fact("case", pair.after);
        auto& finding = out.whole({{"other", std::string(pair.before)}}, "case");
        fill(finding, "fact", fact ? fact->label : library::Words{{"en", pair.after}});
        const auto* other = scene.catalogue.fact("case", pair.before);
        fill(finding, "before", other ? other->label : library::Words{{"en", pair.before}});
        finding.place.fact = pair.after;
    }
}

} // namespace

void impossibleDateOrder(const Scene& scene, Out& out)
{
    withinSentences(scene, out);
    afterTheLetter(scene, out);
    ofTheCase(scene, out);
}

void ambiguousDate(const Scene& scene, Out& out)
{
    const auto& text = scene.body.text;
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    const auto& body = scene.body;
    for (const auto& b : body.blocks) {
        if (b.kind == Block::Kind::Quoted)
            continue;
        for (std::size_t at = b.begin; at < b.end && !out.full(); ++at) {
            if (!digit(at) || (at > 0 && (digit(at - 1) || text[at - 1] == '/' || text[at - 1] == '.' || text[at - 1] == '-')))
                continue;
            int parts[3]{};
            std::size_t sizes[3]{}, i = at, n = 0;
            char sign = 0;
            for (; n < 3; ++n) {
                const auto from = i;
                while (digit(i) && i - from < 5)
                    parts[n] = parts[n] * 10 + (text[i++] - '0');
                sizes[n] = i - from;
                if (sizes[n] == 0 || n == 2)
                    break;
                if (i >= text.size() || (text[i] != '/' && text[i] != '.' && text[i] != '-') || (sign != 0 && text[i] != sign))
                    break;
                sign = text[i++];
            }
            const bool year = sizes[2] == 4 || (sizes[2] == 2 && sign == '/');
            const bool ends = i >= text.size() || (!digit(i) && text[i] != '/' && !(text[i] == '.' && digit(i + 1)) && !(text[i] == '-' && digit(i + 1)));
            if (n == 2 && year && ends && sizes[0] <= 2 && sizes[1] <= 2 && parts[0] >= 1 && parts[1] >= 1 && parts[0] <= 12 && parts[1] <= 12 && parts[0] != parts[1]) {
                out.at(at, i);
                at = i;
            }
        }
    }
}

} // namespace submit
