#include "submit/rules.h"

#include "letter/compose.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

namespace submit {

namespace {

constexpr double kSame = 1e-9;

/// "1,196" -> 1196; nullopt for an id, a rate, a date.
std::optional<std::int64_t> countOf(std::string_view folded)
{
    std::string digits;
    for (const char c : folded) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (c != ',')
            return {};
    }
    std::int64_t out = 0;
    if (digits.empty() || digits.size() > 9)
        return {};
    std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return out;
}

/// "2.31%" -> 2.31.
std::optional<double> percentOf(std::string_view written)
{
    std::string digits;
    bool sign = false;
    for (std::size_t i = 0; i < written.size(); ++i) {
        const char c = written[i];
        if ((c >= '0' && c <= '9') || c == '.')
            digits += c;
        else if (c == ',')
            digits += '.';
        else if (c == '%' || written.substr(i, 3) == "％")
            sign = true;
        else if (c != ' ' && static_cast<unsigned char>(c) < 0x80)
            return {};
    }
    if (!sign || digits.empty() || digits.size() > 9 || std::count(digits.begin(), digits.end(), '.') > 1)
        return {};
    return std::strtod(digits.c_str(), nullptr);
}

/// What case and notice know of the figures.
struct Known
{
    struct Metric
    {
        const library::Metric* metric = nullptr;
        std::vector<double> rates;                   ///< values and targets, in percent
        std::vector<std::string> written;            ///< its values as written
        std::vector<std::pair<std::int64_t, std::int64_t>> counts;
        std::vector<std::string> names;              ///< folded
    };
    std::vector<Metric> metrics;
    std::vector<double> rates;                       ///< every percentage that anybody gave, for any purpose
    std::set<std::int64_t> numerators;
};

class Gatherer
{
public:
    explicit Gatherer(const Scene& scene) : m_scene(scene) {}
    Known run()
    {
        for (const auto& figure : m_scene.around.c->figures)
            add(figure.metric, figure.value, figure.target, figure.numerator, figure.denominator);
        if (m_scene.around.reading)
            for (const auto& m : m_scene.around.reading->metrics)
                add(m.id, m.written, m.targetWritten, m.numerator, m.denominator);
        const auto give = [&](const appeal::Value& value) {
            for (const auto& [language, text] : value)
                if (const auto rate = percentOf(text))
                    m_known.rates.push_back(*rate);
        };
        for (const auto& [ref, fact] : m_scene.around.c->facts)
            give(fact.value);
        for (const auto& record : m_scene.around.c->records)
            for (const auto& [name, value] : record.fields)
                give(value);
        return std::move(m_known);
    }

private:
    void add(const std::string& id, const std::string& value, const std::string& target, std::optional<std::int64_t> numerator, std::optional<std::int64_t> denominator)
    {
        const auto* metric = m_scene.catalogue.metric(id);
        if (!metric || metric->unit == "points")
            return;
        auto it = std::find_if(m_known.metrics.begin(), m_known.metrics.end(), [&](const Known::Metric& m) { return m.metric == metric; });
        if (it == m_known.metrics.end()) {
            m_known.metrics.push_back({metric, {}, {}, {}, {}});
            it = m_known.metrics.end() - 1;
            for (const auto& [language, name] : metric->name)
                it->names.push_back(folded(name));
            if (metric->shortName.size() > 2)
                it->names.push_back(folded(metric->shortName));
            if (const auto* marketplace = m_scene.catalogue.marketplace(m_scene.marketplace))
                if (const auto* store = marketplace->store(m_scene.around.store))
                    for (const auto& [usual, term] : store->terms)
                        if (folded(usual) == it->names.front())
                            it->names.push_back(folded(term));
            rate(*it, metric->target);
            for (const auto& [store, own] : metric->storeTargets)
                rate(*it, own);
        }
        rate(*it, target);
        if (rate(*it, value))
            it->written.push_back(value);
        if (numerator && denominator && *denominator > 0) {
            it->counts.emplace_back(*numerator, *denominator);
            m_known.numerators.insert(*numerator);
            // with two decimals, half up, as the evaluation gives it
            it->rates.push_back(std::floor(double(*numerator) * 10'000 / double(*denominator) + 0.5 + 1e-9) / 100);
            if (value.empty()) {
                char text[32];
                std::snprintf(text, sizeof text, "%.2f%%", it->rates.back());
                it->written.emplace_back(text);
            }
        } else if (numerator) {
            m_known.numerators.insert(*numerator);
        }
    }
    static bool rate(Known::Metric& metric, std::string_view written)
    {
        while (!written.empty() && (written.front() == '<' || written.front() == '>' || written.front() == '=' || written.front() == ' '))
            written.remove_prefix(1);
        const auto value = percentOf(written);
        if (value)
            metric.rates.push_back(*value);
        return value.has_value();
    }
    const Scene& m_scene;
    Known m_known;
};

class Comparer
{
public:
    Comparer(const Scene& scene, Out& out) : m_scene(scene), m_body(scene.body), m_out(out), m_known(Gatherer(scene).run()) {}

    void run()
    {
        if (!m_known.metrics.empty())
            for (const auto& s : m_body.sentences) {
                const auto& b = m_body.blocks[s.block];
                if (b.kind != Block::Kind::Text || b.section == "preventive" || m_out.full())
                    continue; // an own, stricter target is no figure of the notice
                approximate(s);
                if (const auto* metric = holdsFigures(s) ? about(s) : nullptr) {
                    rates(s, *metric);
                    counts(s, *metric);
                }
            }
        noticeDate();
    }

private:
    /// Does the sentence hold what `rates` or `counts` compares: a percentage, or "22 of …"?
    bool holdsFigures(const Sentence& s) const
    {
        for (auto i = s.tokens; i < s.tokensEnd; ++i) {
            if (!m_body.tokens.list[i].number)
                continue;
            if (m_body.tokens.fold(i).find('%') != std::string_view::npos)
                return true;
            if (i + 2 < s.tokensEnd && (m_body.tokens.fold(i + 1) == "of" || m_body.tokens.fold(i + 1) == "out"))
                return true;
        }
        return false;
    }
    /// The metric that a sentence names; of a composed letter also that of its cause's lead.
    const Known::Metric* about(const Sentence& s) const
    {
        const auto text = folded(m_body.textOf(s.begin, s.end));
        const Known::Metric* best = nullptr;
        std::size_t longest = 0;
        for (const auto& metric : m_known.metrics)
            for (const auto& name : metric.names)
                if (name.size() > longest && text.find(name) != text.npos) {
                    best = &metric;
                    longest = name.size();
                }
        return best;
    }
    static bool holds(const std::vector<double>& list, double value)
    {
        return std::any_of(list.begin(), list.end(), [&](double known) { return std::abs(known - value) < kSame; });
    }
    void rates(const Sentence& s, const Known::Metric& metric)
    {
        if (metric.written.empty())
            return;
        int figures = 0;
        for (auto i = s.tokens; i < s.tokensEnd; ++i)
            figures += percentOf(m_body.tokens.fold(i)) ? 1 : 0;
        for (auto i = s.tokens; i < s.tokensEnd; ++i) {
            const auto rate = percentOf(m_body.tokens.fold(i));
            // a row of figures may speak of several metrics in words that are not their names: "cancellations at 5.80%"
            const bool another = figures > 1 && rate && std::any_of(m_known.metrics.begin(), m_known.metrics.end(), [&](const Known::Metric& m) { return holds(m.rates, *rate); });
            if (!rate || another || holds(metric.rates, *rate) || holds(m_known.rates, *rate) || partHolds(metric, *rate))
                continue;
            auto& finding = m_out.at(m_body.byteOf(i), m_body.endOf(i + 1), {{"right", metric.written.front()}});
            if (metric.written.size() == 1)
                finding.replacement = metric.written.front();
            finding.place.step = "evaluation";
            finding.place.fact = metric.metric->id + "_value";
        }
    }
    bool partHolds(const Known::Metric& whole, double rate) const
    {
        return std::any_of(m_known.metrics.begin(), m_known.metrics.end(), [&](const Known::Metric& m) { return m.metric->partOf == whole.metric->id && holds(m.rates, rate); });
    }
    /// "22 of 1,196 orders", "22 out of 1,196"
    void counts(const Sentence& s, const Known::Metric& metric)
    {
        if (metric.counts.empty())
            return;
        for (auto i = s.tokens; i + 2 < s.tokensEnd; ++i) {
            const auto of = m_body.tokens.fold(i + 1);
            const std::uint32_t second = of == "of" ? i + 2 : of == "out" && m_body.tokens.fold(i + 2) == "of" ? i + 3 : 0;
            if (second == 0 || second >= s.tokensEnd)
                continue;
            const auto a = countOf(m_body.tokens.fold(i)), b = countOf(m_body.tokens.fold(second));
            if (!a || !b || *b < *a)
                continue;
            const auto same = [&](const auto& pair) { return pair.first == *a && pair.second == *b; };
            if (std::any_of(m_known.metrics.begin(), m_known.metrics.end(), [&](const Known::Metric& m) { return std::any_of(m.counts.begin(), m.counts.end(), same); }))
                continue;
            const bool near = std::any_of(metric.counts.begin(), metric.counts.end(), [&](const auto& pair) { return pair.first == *a || pair.second == *b; });
            if (!near)
                continue;
            const auto& right = metric.counts.front();
            auto& finding = m_out.at(m_body.byteOf(i), m_body.endOf(second + 1), {{"right", std::to_string(right.first) + " / " + std::to_string(right.second)}});
            finding.place.step = "evaluation";
            finding.place.fact = metric.metric->id + "_defects";
        }
    }
    /// "about twenty orders", where the number is known
    void approximate(const Sentence& s)
    {
        const auto* hit = m_body.find(s, Sign::Approximate);
        if (!hit || m_known.numerators.empty() || hit->end >= s.tokensEnd)
            return;
        const auto at = hit->end;
        const auto word = m_body.tokens.fold(at);
        const auto count = m_body.tokens.list[at].number ? countOf(word) : numberNamed(word) > 0 ? std::optional<std::int64_t>(numberNamed(word)) : std::nullopt;
        if (!count || at + 1 >= s.tokensEnd || m_known.numerators.count(*count))
            return;
        const auto unit = m_body.tokens.fold(at + 1);
        if (unit.substr(0, 5) != "order" && unit != "单" && unit != "个" && unit.substr(0, 5) != "claim" && unit.substr(0, 6) != "defect")
            return;
        auto& finding = m_out.at(m_body.byteOf(hit->begin), m_body.endOf(at + 2), {{"right", std::to_string(*m_known.numerators.rbegin())}});
        finding.place.step = "evaluation";
    }
    /// "your notice of 9 March": the day of the notice
    void noticeDate()
    {
        std::vector<appeal::Date> right;
        for (const char* name : {"notice_date", "action_date", "received_date", "reply_date", "approval_date"})
            if (const auto day = appeal::parseDate(m_scene.fact(name)))
                right.push_back(*day);
        const auto noticed = appeal::parseDate(m_scene.fact("notice_date"));
        if (!noticed)
            return;
        for (const auto& day : m_body.days) {
            if (!day.day || std::find(right.begin(), right.end(), *day.day) != right.end() || m_out.full())
                continue;
            const auto fold = [&](std::uint32_t i) { return m_body.tokens.fold(i); };
            // "agency-end.pdf: notice of 16 November" is another notice
            const auto at = day.begin >= 2 ? m_body.byteOf(day.begin - 2) : 0;
            const auto lineStart = at == 0 ? at : m_body.text.rfind('\n', at - 1) + 1; // npos + 1 is 0
            const auto head = m_body.text.substr(lineStart, at - lineStart);
            const bool other = head.ends_with(": ") && head.find('.') != head.npos;
            const bool before = !other && day.begin >= 2 && fold(day.begin - 2) == "notice" && (fold(day.begin - 1) == "of" || fold(day.begin - 1) == "dated" || fold(day.begin - 1) == "from");
            const auto& list = m_body.tokens.list;
            const auto after = day.end + (day.end < list.size() && fold(day.end) == "的" ? 1 : 0);
            const bool behind = after + 1 < list.size() && fold(after) == "通" && fold(after + 1) == "知";
            if (!before && !behind)
                continue;
            auto& finding = m_out.at(m_body.byteOf(day.begin), m_body.endOf(day.end));
            fill(finding, "right", {{"en", letter::dateWords(*noticed, "en")}, {"zh", letter::dateWords(*noticed, "zh")}});
            finding.replacement = letter::dateWords(*noticed, m_body.language, day.year);
            finding.place.fact = "notice_date";
        }
    }

    const Scene& m_scene;
    const Body& m_body;
    Out& m_out;
    Known m_known;
};

} // namespace

void figuresDisagree(const Scene& scene, Out& out)
{
    if (scene.around.c)
        Comparer(scene, out).run();
}

} // namespace submit
