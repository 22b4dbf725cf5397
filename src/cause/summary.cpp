#include "cause/reader.h"

#include <algorithm>
#include <cstdio>

namespace cause {

namespace {

using appeal::Reading;
using appeal::Span;

std::string joined(const std::vector<std::string>& list, const library::Language& language)
{
    std::string out;
    for (const auto& item : list)
        out += (out.empty() ? "" : language == "zh" ? "、" : ", ") + item;
    return out;
}

/// Lines of the summary, with the words they rest on.
class Teller
{
public:
    Teller(const Reading& reading, std::string_view notice, const library::Catalogue& catalogue, const library::Language& language)
        : m_reading(reading), m_notice(notice), m_catalogue(catalogue), m_language(language)
    {
    }

    std::vector<SummaryLine> tell()
    {
        if (m_notice.find_first_not_of(" \n\t") == m_notice.npos) {
            line("summary.empty");
            return std::move(m_lines);
        }
        who();
        actions();
        things();
        why();
        wants();
        deadlines();
        notAsked();
        nothing();
        return std::move(m_lines);
    }

private:
    void line(const char* id, const std::map<std::string, std::string>& slots = {}, std::vector<Span> rests = {})
    {
        m_lines.push_back({m_catalogue.say(id, m_language, slots), std::move(rests)});
    }

    std::string nameOf(const char* vocabulary, const std::string& id) const
    {
        const auto* named = m_catalogue.named(vocabulary, id);
        return named ? library::in(named->name, m_language) : id;
    }

    void who()
    {
        const auto* place = m_catalogue.marketplace(m_reading.marketplace);
        if (!place) {
            line("summary.who_unknown");
        } else {
            const auto* store = place->store(m_reading.store);
            line("summary.who", {{"marketplace", library::in(place->name, m_language)}, {"store", store ? m_catalogue.say("summary.store", m_language, {{"store", library::in(store->name, m_language)}}) : ""}});
        }
        if (m_reading.noticeDate)
            line("summary.when", {{"date", appeal::isoDate(*m_reading.noticeDate)}}, {m_reading.noticeDateAt});
        else
            line("summary.when_unknown");
    }

    void actions()
    {
        std::vector<std::string> names;
        std::vector<Span> rests;
        for (const auto& action : m_reading.actions) {
            names.push_back(nameOf("actions", action.id));
            rests.push_back(action.at);
        }
        if (names.empty())
            line("summary.did_unknown");
        else
            line("summary.did", {{"actions", joined(names, m_language)}}, std::move(rests));
    }

    void things()
    {
        std::vector<std::string> parts;
        std::vector<Span> rests;
        const auto add = [&](std::initializer_list<const char*> kinds, const char* words) {
            std::vector<std::string> values;
            for (const auto& entity : m_reading.entities)
                if (std::any_of(kinds.begin(), kinds.end(), [&](const char* kind) { return entity.kind == kind; })) {
                    values.push_back(entity.value);
                    rests.insert(rests.end(), entity.at.begin(), entity.at.end());
                }
            if (values.empty())
                return;
            const auto count = std::to_string(values.size());
            if (values.size() > 5) {
                values.resize(5);
                values.emplace_back("…");
            }
            parts.push_back(m_catalogue.say(std::string(words) + (count == "1" ? ".one" : ""), m_language, {{"count", count}, {"list", joined(values, m_language)}}));
        };
        add({"asins", "product_ids"}, "summary.products");
        add({"order_ids"}, "summary.orders");
        add({"complaint_ids"}, "summary.complaints");
        if (!parts.empty())
            line("summary.which", {{"things", joined(parts, m_language)}}, std::move(rests));
    }

    void why()
    {
        std::vector<std::string> names;
        std::vector<Span> rests;
        for (const auto& found : m_reading.causes) {
            const auto* known = m_catalogue.cause(found.id);
            names.push_back(known ? library::in(known->name, m_language) : found.id);
            rests.insert(rests.end(), found.evidence.begin(), found.evidence.end());
        }
        if (names.empty())
            line("summary.why_unknown");
        else
            line("summary.why", {{"causes", joined(names, m_language)}}, std::move(rests));
        for (const auto& m : m_reading.metrics) {
            const auto* metric = m_catalogue.metric(m.id);
            const auto counts = m.numerator && m.denominator
                ? m_catalogue.say("summary.figure_counts", m_language, {{"numerator", std::to_string(*m.numerator)}, {"denominator", std::to_string(*m.denominator)}}) : std::string{};
            const auto target = m.targetWritten.empty() ? std::string{} : m_catalogue.say("summary.figure_target" + m.target.substr(0, m.target.find_first_not_of("<>=")), m_language, {{"target", m.targetWritten}});
            auto written = m.written; // only the counts were given
            if (written.empty() && m.value) {
                char share[32];
                std::snprintf(share, sizeof share, "%.2f%%", *m.value * 100);
                written = share;
            }
            line("summary.figure", {{"metric", metric ? library::in(metric->name, m_language) : m.id}, {"value", written}, {"counts", counts}, {"target", target}}, {m.at});
        }
    }

    void wants()
    {
        std::vector<std::string> names;
        std::vector<Span> rests;
        for (const auto& asked : m_reading.asksFor) {
            names.push_back(nameOf("asks_for", asked.id));
            rests.push_back(asked.at);
        }
        if (!names.empty())
            line("summary.wants", {{"wants", joined(names, m_language)}}, std::move(rests));
        if (!m_reading.way.empty())
            line("summary.way", {{"way", nameOf("ways", m_reading.way)}});
    }

    void deadlines()
    {
        bool answer = false;
        for (const auto& d : m_reading.deadlines) {
            const auto* kind = m_catalogue.named("deadline_kinds", d.kind);
            if (kind)
                if (const auto it = kind->more.find("must_act"); it != kind->more.end() && it->second == "true")
                    answer = true;
            const auto count = (d.valueMin ? std::to_string(*d.valueMin) + "-" : "") + std::to_string(d.value);
            const auto span = d.value == 0 ? std::string{} : m_catalogue.say("unit." + d.unit, m_language, {{"count", count}});
            std::string due;
            if (d.due)
                due = m_catalogue.say("summary.until_due", m_language, {{"date", appeal::isoDate(*d.due)}});
            else if (d.from)
                due = m_catalogue.say("summary.until_from", m_language, {{"date", appeal::isoDate(*d.from)}});
            line("summary.until", {{"kind", nameOf("deadline_kinds", d.kind)}, {"span", span}, {"due", due}}, {d.at});
        }
        if (!answer)
            line("summary.no_deadline");
        if (m_reading.attemptLimit)
            line("summary.tries", {{"count", std::to_string(*m_reading.attemptLimit)}}, {m_reading.attemptLimitAt});
    }

    /// What sellers often send although nobody asked for it.
    void notAsked()
    {
        std::vector<std::string> names;
        for (const char* usual : {"plan_of_action", "invoices", "identity_document"})
            if (std::none_of(m_reading.asksFor.begin(), m_reading.asksFor.end(), [&](const appeal::Found& f) { return f.id == usual; }))
                names.push_back(nameOf("asks_for", usual));
        if (!names.empty() && !m_reading.asksFor.empty())
            line("summary.not_asked", {{"things", joined(names, m_language)}});
    }

    void nothing()
    {
        for (const auto& span : m_reading.nothing) {
            auto text = std::string(m_notice.substr(span.start, span.end - span.start));
            std::replace(text.begin(), text.end(), '\n', ' ');
            if (text.size() > 160) {
                std::size_t cut = 160;
                while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0u) == 0x80u)
                    --cut;
                text = text.substr(0, cut) + "…";
            }
            line("summary.nothing", {{"text", text}}, {span});
        }
    }

    const Reading& m_reading;
    std::string_view m_notice;
    const library::Catalogue& m_catalogue;
    const library::Language& m_language;
    std::vector<SummaryLine> m_lines;
};

} // namespace

std::vector<SummaryLine> summary(const Reading& reading, std::string_view notice, const library::Catalogue& catalogue, const library::Language& language)
{
    return Teller(reading, notice, catalogue, language).tell();
}

} // namespace cause
