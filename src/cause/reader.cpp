#include "cause/reader.h"

#include "cause/reading_maker.h"

namespace cause {

struct Reader::Parts
{
    explicit Parts(const library::Catalogue& content) : catalogue(content), book(catalogue), topics(catalogue, book) {}
    library::Catalogue catalogue;
    RuleBook book;
    Topics topics;
};

Reader::Reader(const library::Catalogue& catalogue) : m_parts(std::make_unique<const Parts>(catalogue)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

appeal::Reading Reader::read(std::string_view notice, std::optional<appeal::Date> received, const Pulse& pulse) const
{
    return readNotice(notice, received, pulse, m_parts->book, m_parts->topics, m_parts->catalogue);
}

void Reader::warm() const
{
    m_parts->book.patterns().warm();
    // the words of all causes, line by line, call up most of what a notice may: the automata grow as they are used
    std::string text;
    for (const auto& cause : m_parts->catalogue.causes)
        for (const auto& [language, phrases] : cause.phrases)
            for (const auto& phrase : phrases)
                text += "- " + phrase + ": 18 of 779, 2.31%, within 17 days, by 2026-03-09\n";
    read(text);
}

appeal::ReplyReading Reader::readReply(std::string_view reply, std::optional<appeal::Date> received) const
{
    return readReplyText(reply, received, m_parts->book, m_parts->catalogue);
}

} // namespace cause
