#include "submit/review.h"

#include "submit/memory.h"
#include "submit/pattern_rules.h"
#include "submit/rules.h"
#include "submit/spelling.h"

#include "text/decode.h"

#include <algorithm>
#include <array>
#include <atomic>

namespace submit {

namespace {

/// More is no letter. What lies behind is counted, not judged.
constexpr std::size_t kReviewed = 400'000;
/// Findings of these may not be set aside (catalogue F).
constexpr std::array<std::string_view, 4> kAlways{"unfilled_placeholder", "unconfirmed_claim", "compensation_for_feedback", "review_removal_request"};

template <typename List>
bool contains(const List& list, std::string_view what) { return std::find(list.begin(), list.end(), what) != list.end(); }

/// Is a letter of this length measured by the rule? (catalogue F, "Lengths")
bool measures(std::string_view check, appeal::Length length)
{
    if (length == appeal::Length::Full)
        return true;
    if (check == "too_short" || check == "generic_salutation" || check == "missing_signature")
        return false;
    if (length != appeal::Length::Chat && length != appeal::Length::Subject)
        return true;
    return check.substr(0, 8) != "missing_" && check != "no_completed_actions" && check != "unaddressed_issue";
}

bool appliesTo(const library::Check& check, const library::LetterKind* kind, std::string_view kindId, const appeal::Language& language)
{
    if (!check.languages.empty() && !contains(check.languages, language))
        return false;
    if (contains(check.exceptKinds, kindId))
        return false;
    if (check.classes.empty() && check.kinds.empty())
        return true;
    if (contains(check.kinds, kindId))
        return true;
    return std::any_of(check.classes.begin(), check.classes.end(), [&](const std::string& cls) { return cls == "all" || (kind && kind->is(cls)); });
}

std::string_view cut(std::string_view text)
{
    if (text.size() <= kReviewed)
        return text;
    auto end = kReviewed;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
        --end;
    return text.substr(0, end);
}

appeal::Language languageOf(std::string_view text)
{
    std::size_t han = 0, letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t length = 0;
        const auto c = codePoint(text, at, length);
        han += isHan(c);
        letters += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        at += length;
    }
    return han * 3 > letters ? "zh" : "en"; // a character says as much as three letters
}

} // namespace

struct Reviewer::Parts
{
    library::CataloguePtr catalogue;
    std::shared_ptr<const void> token = std::make_shared<int>(); ///< tells this reviewer from every other
    Vocabulary vocabulary;
    std::map<appeal::Language, Lexicon> lexica;
    std::vector<Entry> entries;
    std::vector<std::pair<std::size_t, RuleFunction>> thinking; ///< index of the check
    std::vector<std::string> terms;
    mutable std::atomic<std::shared_ptr<const Spelling>> spelling;

    const Lexicon& lexicon(const appeal::Language& language) const
    {
        const auto it = lexica.find(language);
        return it == lexica.end() ? lexica.at("en") : it->second;
    }
    std::string kindOf(const Body& body) const;
    std::string marketplaceOf(const Body& body, std::string_view kind) const;
};

Reviewer::Reviewer(library::CataloguePtr catalogue)
{
    auto parts = std::make_unique<Parts>();
    parts->catalogue = std::move(catalogue);
    for (const char* language : {"en", "zh"}) {
        auto& lexicon = parts->lexica[language];
        addSigns(lexicon, *parts->catalogue, language, parts->vocabulary);
    }
    parts->entries = readEntries(*parts->catalogue, parts->lexica, parts->vocabulary);
    for (auto& [language, lexicon] : parts->lexica)
        lexicon.meanings.resize(lexicon.phrases.size());
    for (const auto& rule : rules())
        for (std::size_t i = 0; i < parts->catalogue->checks.size(); ++i)
            if (parts->catalogue->checks[i].id == rule.id)
                parts->thinking.emplace_back(i, rule.run);
    if (const auto* check = parts->catalogue->check("grammar_spelling"))
        parts->terms = check->body["terms"].strings();
    m_parts = std::move(parts);
}

Reviewer::~Reviewer() = default;
Reviewer::Reviewer(Reviewer&&) noexcept = default;
Reviewer& Reviewer::operator=(Reviewer&&) noexcept = default;

void Reviewer::loadDictionary(const std::vector<std::string>& folders) const
{
    if (m_parts->spelling.load())
        return;
    auto terms = m_parts->terms;
    for (const auto& term : m_parts->catalogue->glossary) {
        Tokens tokens;
        tokenise(term.en, 0, term.en.size(), m_parts->vocabulary, tokens);
        for (const auto& t : tokens.list)
            terms.emplace_back(tokens.fold(t));
    }
    if (auto loaded = Spelling::load(folders, terms))
        m_parts->spelling.store(std::move(loaded));
}

std::vector<std::string> Reviewer::faults() const
{
    std::vector<std::string> out;
    for (const auto& [language, lexicon] : m_parts->lexica)
        out.insert(out.end(), lexicon.faults.begin(), lexicon.faults.end());
    return out;
}

std::string Reviewer::Parts::kindOf(const Body& body) const
{
    std::string best = "first_appeal";
    std::size_t most = 0;
    for (const auto& [kind, sign] : body.lexicon->kinds) {
        std::size_t count = 0;
        for (const auto& s : body.sentences) {
            // what stands at the head of a letter says most
            const auto& b = body.blocks[s.block];
            const bool head = s.block < 4 || b.section == "subject" || b.section == "opening";
            if (body.find(s, static_cast<Sign>(sign)))
                count += head ? 3 : 1;
        }
        if (count > most) {
            most = count;
            best = kind;
        }
    }
    return best;
}

/// Of a text without a case: what its kind, its salutation or its own words say, where they say one thing.
std::string Reviewer::Parts::marketplaceOf(const Body& body, std::string_view kind) const
{
    if (const auto* known = catalogue->letter(kind); known && known->marketplaces.size() == 1)
        return known->marketplaces.front();
    std::string found;
    for (const auto& b : body.blocks) {
        if (b.section != "subject" && b.section != "salutation")
            continue;
        const auto line = asciiLower(body.textOf(b.begin, b.end));
        for (const auto& marketplace : catalogue->marketplaces)
            for (const auto& [language, name] : marketplace.name)
                if (line.find(asciiLower(name)) != line.npos)
                    found = found.empty() || found == marketplace.id ? marketplace.id : "?";
    }
    if (found == "?")
        return {};
    return found;
}

std::string Reviewer::kindOf(std::string_view text) const
{
    const auto part = cut(text);
    const auto language = languageOf(part);
    return m_parts->kindOf(readBody(part, language, m_parts->lexicon(language), m_parts->vocabulary, nullptr, nullptr));
}

appeal::Review Reviewer::review(std::string_view whole, std::string kind, appeal::Language language, const Surroundings& around, Memory* memory) const
{
    const auto text = cut(whole);
    if (language.empty())
        language = languageOf(text);
    const auto noticed = around.c ? appeal::parseDate(appeal::caseFact(*around.c, "notice_date")) : std::nullopt;
    if (memory)
        memory->begin(m_parts->token, language);
    const auto body = readBody(text, language, m_parts->lexicon(language), m_parts->vocabulary, around.letter, around.written, noticed ? int(noticed->year()) : 0, memory);
    appeal::Review out;
    out.letter = kind.empty() ? m_parts->kindOf(body) : kind;
    out.language = language;
    out.statistics = statisticsOf(body);
    out.statistics.characters = text::codePoints(whole);

    const auto spelling = m_parts->spelling.load();
    Scene scene{body, around, *m_parts->catalogue, m_parts->catalogue->letter(out.letter), out.letter, around.marketplace, spelling.get(), memory, &out.statistics};
    if (scene.marketplace.empty())
        scene.marketplace = m_parts->marketplaceOf(body, out.letter);
    const auto& checks = m_parts->catalogue->checks;
    std::vector<bool> applies(checks.size());
    for (std::size_t i = 0; i < checks.size(); ++i)
        applies[i] = appliesTo(checks[i], scene.kind, out.letter, language) && measures(checks[i].id, around.length);
    runEntries(m_parts->entries, scene, applies, out.findings);
    for (const auto& [index, run] : m_parts->thinking)
        if (applies[index] || (out.letter == "additional_information_reply" && scene.around.c && contains(checks[index].classes, "plan") && measures(checks[index].id, around.length))) {
            Out to(checks[index], scene, out.findings);
            run(scene, to);
        }
    settle(out, around);
    return out;
}

void Reviewer::settle(appeal::Review& review, const Surroundings& around)
{
    auto& list = review.findings;
    const auto start = [](const appeal::Finding& f) { return f.start.value_or(0); };
    // of one check what overlaps is one finding
    std::stable_sort(list.begin(), list.end(), [&](const auto& a, const auto& b) { return a.check != b.check ? a.check < b.check : start(a) < start(b); });
    std::vector<appeal::Finding> kept;
    for (auto& f : list) {
        const bool over = !kept.empty() && kept.back().check == f.check && kept.back().start && f.start && *f.start < *kept.back().end;
        if (over && *f.end - *f.start <= *kept.back().end - *kept.back().start)
            continue;
        if (over)
            kept.back() = std::move(f);
        else
            kept.push_back(std::move(f));
    }
    list = std::move(kept);
    if (around.c)
        for (auto& f : list) {
            if (contains(kAlways, f.check))
                continue;
            for (const auto& aside : around.c->setAside)
                if (aside.check == f.check && aside.text == f.text) {
                    f.setAside = aside.reason;
                    f.severity = appeal::Severity::Info;
                }
        }
    std::stable_sort(list.begin(), list.end(), [&](const auto& a, const auto& b) {
        if (a.severity != b.severity)
            return a.severity < b.severity;
        return a.start.has_value() != b.start.has_value() ? !a.start.has_value() : start(a) < start(b);
    });
    review.ready = std::none_of(list.begin(), list.end(), [](const auto& f) { return f.severity == appeal::Severity::Block; });
}

std::vector<appeal::Finding> Reviewer::patternsOnly(std::string_view text, const std::string& kind, const appeal::Language& language) const
{
    const Surroundings none;
    const auto part = cut(text);
    const auto body = readBody(part, language, m_parts->lexicon(language), m_parts->vocabulary, nullptr, nullptr);
    Scene scene{body, none, *m_parts->catalogue, m_parts->catalogue->letter(kind), kind, {}, nullptr, nullptr, nullptr};
    const auto& checks = m_parts->catalogue->checks;
    std::vector<bool> applies(checks.size());
    for (std::size_t i = 0; i < checks.size(); ++i)
        applies[i] = appliesTo(checks[i], scene.kind, kind, language);
    appeal::Review review;
    auto entries = m_parts->entries;
    for (auto& entry : entries)
        if (!entry.causes.empty()) // what a cause allows is seen in a case alone
            entry.needsCase = true;
    runEntries(entries, scene, applies, review.findings);
    settle(review, none);
    return review.findings;
}

} // namespace submit
