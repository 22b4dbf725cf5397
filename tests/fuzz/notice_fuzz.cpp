#include "laws.h"

#include "cause/reader.h"
#include "library/clauses.h"
#include "text/decode.h"

#include <algorithm>

namespace {

const library::Catalogue& catalogue()
{
    static const auto loaded = library::builtinCatalogue();
    law(bool(loaded), "the shipped catalogue is there");
    return **loaded;
}

/// Spans lie in the text and, where that is valid UTF-8, part no character.
class Laws
{
public:
    explicit Laws(std::string_view text) : m_text(text), m_valid(text::validUtf8(text)) {}

    void span(const appeal::Span& at) const
    {
        law(at.start <= at.end && at.end <= m_text.size(), "a span lies in the text");
        law(!m_valid || (whole(at.start) && whole(at.end)), "a span parts no character");
    }
    void spans(const std::vector<appeal::Span>& list) const
    {
        for (const auto& at : list)
            span(at);
        law(std::is_sorted(list.begin(), list.end()), "spans are in order");
    }

private:
    bool whole(std::size_t at) const { return at >= m_text.size() || (static_cast<unsigned char>(m_text[at]) & 0xC0u) != 0x80u; }
    std::string_view m_text;
    bool m_valid;
};

bool same(const appeal::Reading& a, const appeal::Reading& b)
{
    return a.marketplace == b.marketplace && a.language == b.language && a.causes.size() == b.causes.size() && a.entities.size() == b.entities.size() && a.deadlines.size() == b.deadlines.size() && a.nothing == b.nothing;
}

} // namespace

/// Bytes are read as a notice and as a reply, told in both languages, and taken over into a case.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const cause::Reader reader(catalogue());
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Laws laws(bytes);
    const appeal::Date received{std::chrono::year{2026}, std::chrono::month{3}, std::chrono::day{9}};

    const auto reading = reader.read(bytes, received);
    law(same(reading, reader.read(bytes, received)), "the same text reads the same");
    double before = 1;
    for (const auto& cause : reading.causes) {
        law(cause.confidence >= 0 && cause.confidence <= before, "causes are ordered by confidence");
        before = cause.confidence;
        law(catalogue().cause(cause.id) != nullptr, "a cause is one of the catalogue");
        laws.spans(cause.evidence);
    }
    std::size_t at = 0;
    for (const auto& entity : reading.entities) {
        law(!entity.kind.empty() && !entity.value.empty() && !entity.at.empty(), "an entity has a kind, a value and a place");
        laws.spans(entity.at);
        law(entity.at.front().start >= at, "entities are in order of appearance");
        at = entity.at.front().start;
    }
    for (const auto& action : reading.actions)
        laws.span(action.at);
    for (const auto& asked : reading.asksFor)
        laws.span(asked.at);
    for (const auto& metric : reading.metrics)
        laws.span(metric.at);
    for (const auto& deadline : reading.deadlines)
        laws.span(deadline.at);
    for (const auto& age : reading.documentAges)
        laws.span(age.at);
    for (const auto& window : reading.metricWindows)
        laws.span(window.at);
    laws.span(reading.noticeDateAt);
    laws.span(reading.attemptLimitAt);
    laws.spans(reading.nothing);
    for (const char* language : {"en", "zh"})
        for (const auto& line : cause::summary(reading, bytes, catalogue(), language)) {
            law(!line.text.empty(), "a line of the summary says something");
            for (const auto& span : line.rests)
                laws.span(span);
        }

    const auto reply = reader.readReply(bytes, received);
    law(!reply.cls.empty() && reply.confidence >= 0 && reply.confidence <= 1, "a reply has a class");
    laws.span(reply.at);
    for (const auto& asked : reply.asksFor)
        laws.span(asked.at);
    for (const auto& deadline : reply.deadlines)
        laws.span(deadline.at);

    appeal::Document document;
    document.kind = "notice";
    document.text = bytes;
    const auto c = appeal::apply({}, std::vector<appeal::Edit>{appeal::AddDocument{document}});
    const auto* notice = appeal::notice(c);
    law(notice != nullptr, "a notice is kept");
    const auto taken = appeal::apply(c, cause::takeOver(c, reading, notice->id, catalogue()));
    law(appeal::apply(taken, cause::takeOver(taken, reading, notice->id, catalogue())) == taken, "taking a reading over again changes nothing");
    return 0;
}
