#pragma once

#include "appeal/edit.h"
#include "appeal/reading.h"
#include "cause/pulse.h"
#include "library/catalogue.h"

#include <memory>

/// Step 1: from a notice to what it says.
namespace cause {

/// Reads notices. Built once from the catalogue's phrases and patterns (some 30 ms: off the window's thread); reading is const and thread-safe.
class Reader
{
public:
    explicit Reader(const library::Catalogue& catalogue);
    ~Reader();
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;

    /// Total and linear in @p notice. Spans are byte offsets into it.
    /// @param received the day it arrived, where the text has no date of its own
    /// @param pulse told now and then how far it is; where it says false an empty reading is given
    appeal::Reading read(std::string_view notice, std::optional<appeal::Date> received = {}, const Pulse& pulse = {}) const;
    /// Makes what is else made at the first readings, so that they are as fast as the later ones: some 100 ms, where time is.
    void warm() const;
    /// Reads a marketplace's answer to an appeal.
    appeal::ReplyReading readReply(std::string_view reply, std::optional<appeal::Date> received = {}) const;

private:
    struct Parts;
    std::unique_ptr<const Parts> m_parts;
};

/// A line of "the notice in ten lines" with the words it rests on.
struct SummaryLine { std::string text; std::vector<appeal::Span> rests; };
/// Composed from what was recognised, never translated: who, what, which, why, wanted, until when, tries, what is not asked.
std::vector<SummaryLine> summary(const appeal::Reading& reading, std::string_view notice, const library::Catalogue& catalogue, const library::Language& language);

/// What a reading changes in a case: its first letter, causes, deadlines, facts, figures. A person's decisions in @p c stay.
/// Seller facts are not among them: a profile is offered, never filled in silently. @p reading as read or as corrected: it comes to the same.
std::vector<appeal::Edit> takeOver(const appeal::Case& c, const appeal::Reading& reading, const appeal::Id& document, const library::Catalogue& catalogue);

} // namespace cause
