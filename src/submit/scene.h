#pragma once

#include "submit/body.h"
#include "submit/review.h"

namespace submit {

class Spelling;
class Memory;

/// What a rule may look at.
struct Scene
{
    const Body& body;
    const Surroundings& around;
    const library::Catalogue& catalogue;
    const library::LetterKind* kind;   ///< nullptr: an unknown one
    std::string kindId;
    std::string marketplace;           ///< the case's, else what kind and text say; may be empty
    const Spelling* spelling;          ///< nullptr: no dictionary is loaded
    Memory* memory = nullptr;          ///< of the last look at this letter
    const appeal::Statistics* statistics = nullptr; ///< of this letter, where they were counted already

    bool is(std::string_view cls) const { return kind && kind->is(cls); }
    bool english() const { return body.language != "zh"; }
    /// Does the sentence say something of the seller's own: no heading, quotation, list of attachments, signature?
    bool speaks(const Sentence& s) const;
    /// The value of a fact of the case, or of the letter; "" without one.
    std::string fact(std::string_view name) const;
};

using Slots = std::map<std::string, std::string>;

/// Takes what one rule finds and puts it into the words of its check.
class Out
{
public:
    Out(const library::Check& check, const Scene& scene, std::vector<appeal::Finding>& list) : m_check(check), m_scene(scene), m_list(list) {}

    /// Bytes [begin, end) of the text. @p variant names other words of the check ("variants" in its file).
    appeal::Finding& at(std::size_t begin, std::size_t end, const Slots& slots = {}, std::string_view variant = {});
    appeal::Finding& at(const Sentence& s, const Slots& slots = {}, std::string_view variant = {}) { return at(s.begin, s.end, slots, variant); }
    /// The letter as a whole.
    appeal::Finding& whole(const Slots& slots = {}, std::string_view variant = {});
    const library::Check& check() const { return m_check; }
    bool full() const { return m_count >= kMost; }

    static constexpr std::size_t kMost = 40; ///< of one rule; more tell nobody more

private:
    appeal::Finding& put(appeal::Finding finding, const Slots& slots, std::string_view variant);

    const library::Check& m_check;
    const Scene& m_scene;
    std::vector<appeal::Finding>& m_list;
    std::size_t m_count = 0;
};

using RuleFunction = void (*)(const Scene&, Out&);
/// A rule that thinks. Its words are those of the check with its id.
struct Rule { std::string_view id; RuleFunction run; };
/// All of them.
const std::vector<Rule>& rules();

/// {name} in @p words replaced.
std::string filled(std::string words, const Slots& slots);

} // namespace submit
