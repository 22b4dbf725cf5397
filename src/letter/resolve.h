#pragma once

#include "letter/compose.h"

#include <unordered_map>

namespace letter {

/// What a slot stands for in one place of a letter.
struct Resolved
{
    const library::Field* field = nullptr; ///< null: not declared anywhere
    library::Field made;                   ///< the field where it is made up (figures)
    appeal::Value value;
    appeal::Source source = appeal::Source::Typed;
    appeal::Scope scope = appeal::Scope::Case;
    appeal::Id owner;
    std::string name;       ///< as `set` takes it
    bool required = false;
    const library::Field& type() const { return field ? *field : made; }
};

/// Records by id, and which one of its group each is: a letter asks for them at every slot. Made for one look at one case, whose records it points to.
class RecordIndex
{
public:
    explicit RecordIndex(const appeal::Case& c);
    /// nullptr when there is none.
    const appeal::Record* find(std::string_view id) const;
    /// The name that `set` takes for a member: "deeds.2.on".
    std::string memberName(const appeal::Record& record, std::string_view member) const;

private:
    struct Row { const appeal::Record* record; int number; };
    std::unordered_map<std::string_view, Row> m_rows;
};

/// Where slots are looked up: the case, the letter, and of one place its cause, record and clause.
struct Scene
{
    const appeal::Case& c;
    const appeal::LetterDraft& draft;
    const library::Catalogue& catalogue;
    appeal::Date today;
    const library::LetterKind* kind = nullptr;
    std::string cause;                      ///< of the part
    const appeal::Record* record = nullptr; ///< that the place prints
    const appeal::Pick* pick = nullptr;
    const library::Clause* clause = nullptr;
    const RecordIndex* records = nullptr;   ///< of the case, where many slots are asked for

    /// @p slot as written between the braces. Nothing where no such fact is declared.
    std::optional<Resolved> resolve(std::string_view slot) const;
};

/// A cause in words, by the store's own turn ("late dispatch rate" in the UK).
std::string titleOf(const appeal::Case& c, const library::Catalogue& catalogue, const library::Cause& cause, const appeal::Language& language);
/// The name that `set` takes for a member: "deeds.2.on".
std::string memberName(const appeal::Case& c, const appeal::Record& record, std::string_view member);
/// Orders, units or lists that a root cause explains, worked out where not typed.
std::string derivedMember(const appeal::Case& c, const appeal::Record& record, std::string_view member, const appeal::Language& language);

} // namespace letter
