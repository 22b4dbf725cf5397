#pragma once

#include "appeal/case.h"

#include <string_view>

namespace appeal {

enum class Length { Full, Thousand, FiveHundred, Chat, Subject };
/// The name on the command line: full, 1000, 500, chat, subject.
constexpr std::string_view name(Length length)
{
    constexpr std::string_view names[]{"full", "1000", "500", "chat", "subject"};
    return names[static_cast<std::size_t>(length)];
}
/// Of such a name; nullopt for another word.
constexpr std::optional<Length> lengthNamed(std::string_view word)
{
    for (const auto length : {Length::Full, Length::Thousand, Length::FiveHundred, Length::Chat, Length::Subject})
        if (name(length) == word)
            return length;
    return {};
}
/// Characters that a letter of this length may have at most, as a form's box takes them (catalogue E); 0: it is counted in sentences, or not at all.
constexpr std::size_t limitOf(Length length) { return length == Length::Thousand ? 1000 : length == Length::FiveHundred ? 500 : 0; }
enum class PickState { Proposed, Confirmed, Own }; ///< Own: the seller's own record or wording that claims nothing of the library's

/// A required fact that is missing: it stands as "[label]" in the text.
struct Gap
{
    std::string fact;  ///< the name that `set` takes: "notice_date", "deeds.1.on", "late_shipment_rate.found_on", or a slot's name
    Scope scope = Scope::Case;
    Id owner;          ///< letter, cause, record or pick id
    std::string label;
    std::size_t start = 0, end = 0; ///< bytes in Paragraph::text
    std::map<Language, std::string> names{}; ///< the label in every language, for who reads another one than the letter's
    friend bool operator==(const Gap&, const Gap&) = default;
};

/// Where a fact's value stands in a paragraph; a click leads to its field, typing beside it stays a wording.
struct Use
{
    std::string slot;  ///< as written between the braces: ".on", "asins", "cause.title"
    std::size_t start = 0, end = 0;
    friend bool operator==(const Use&, const Use&) = default;
};

/// One block of the letter. One paragraph is one pick, one fixed place, or one line of a list that the program makes.
struct Paragraph
{
    enum class Kind { Heading, Fixed, Lead, Pick, Attachment, SubHeading };
    Kind kind = Kind::Fixed;
    std::string section;
    std::string cause;
    std::string place;  ///< pick id, or the fixed place's name: "opening", "lead:<cause>", "heading:root_cause", "attachment:e3"
    Id pick;
    std::string clause;
    int variant = 0;
    PickState state = PickState::Confirmed;
    bool edited = false;    ///< the seller's own wording
    bool outdated = false;  ///< an own wording of the other language is newer than this one
    std::string marker;     ///< "1. ", "a) "; printed before the text
    std::string text;       ///< UTF-8, LF inside for labelled lines
    std::string source;     ///< the template it was filled from, slots live
    std::vector<Gap> gaps;
    std::vector<Use> uses;
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct LeftOut
{
    std::string what; ///< a fact's name or record id ("deeds.2")
    std::string why;  ///< wording id: left_out.length, left_out.no_sentence, …
    /// For the length alone: the full letter says it.
    bool forLength() const { return why == "left_out.length" || why == "left_out.lists_counted"; }
    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

struct Attachment
{
    int number = 0;
    Id evidence;       ///< empty: named but not attached
    std::string name;
    std::string shows; ///< in the letter's language
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

struct Letter
{
    Id id;
    std::string kind;
    Language language = "en";
    Length length = Length::Full;
    std::vector<Paragraph> paragraphs;
    std::vector<std::string> missing;  ///< names of required facts without a value, each once
    std::vector<LeftOut> leftOut;
    std::vector<Attachment> attachments;
    friend bool operator==(const Letter&, const Letter&) = default;
};

} // namespace appeal
