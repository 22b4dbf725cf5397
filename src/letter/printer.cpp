#include "letter/printer.h"

#include "letter/spelling.h"
#include "letter/value_text.h"
#include "text/decode.h"

#include <algorithm>
#include <array>

namespace letter {

namespace {

std::string baseName(const std::string& path)
{
    const auto slash = path.find_last_of("/\\");
    return slash == path.npos ? path : path.substr(slash + 1);
}

bool endsWithAny(std::string_view text, std::initializer_list<std::string_view> ends)
{
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

bool isVoiceWord(std::string_view slot)
{
    return slot == "we" || slot == "We" || slot == "us" || slot == "our" || slot == "Our" || slot == "ours";
}

bool isAlnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

void capitalise(std::string& text)
{
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = char(text[0] - 'a' + 'A');
}

/// "Amazon.de" of "amazon.de", as a letter names a store.
std::string storeName(const library::Catalogue& catalogue, const std::string& marketplace, const std::string& store)
{
    const auto* place = catalogue.marketplace(marketplace);
    const auto* shop = place ? place->store(store) : nullptr;
    if (!shop || shop->domain.empty())
        return store;
    auto out = shop->domain;
    if (out.starts_with("www."))
        out.erase(0, 4);
    if (marketplace == "ebay")
        return out.starts_with("ebay") ? "eBay" + out.substr(4) : out;
    capitalise(out);
    return out;
}

/// The writer of a letter in the first person, named as somebody in it.
bool isSigner(const Scene& scene, std::string_view person)
{
    const auto signer = appeal::caseFact(scene.c, "contact_name");
    return scene.c.voice == appeal::Voice::I && !signer.empty() && personParts(person).name == signer;
}

/// "we" where a person is asked for: a deed of the house.
bool isHouse(std::string_view person)
{
    return person == "we" || person == "We" || person == "us" || person == "I" || person == "我司" || person == "我们" || person == "本人";
}

/// Words after which a person is no subject.
bool afterPreposition(std::string_view text)
{
    return endsWithAny(text, {"by ", "with ", "to ", "for ", "from ", "under "});
}

/// A nought inside a sentence: "of 214 checked, none were at fault", "no units"; a figure behind a label ("at fault: 0") stays.
std::string noughtInWords(std::string_view before, std::string_view next)
{
    const bool within = before.ends_with(' ') && !before.ends_with(": ") && !before.ends_with(" from ") && next.size() > 2 && next[0] == ' ' && next[1] >= 'a' && next[1] <= 'z' && !next.starts_with(" to ") && !next.starts_with(" and ");
    if (!within)
        return "0";
    const auto word = next.substr(1, next.find_first_of(" ,.;:)", 1) - 1);
    return word.ends_with('s') && word != "was" && word != "has" && word != "is" ? "no" : "none";
}

/// " shows the count" behind several attachments: " show the count".
std::string pluralVerb(std::string words)
{
    if (!words.starts_with(' '))
        return words;
    const auto end = std::min(words.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 1), words.size());
    const auto verb = words.substr(1, end - 1);
    std::string many = verb;
    if (verb == "is" || verb == "was" || verb == "has")
        many = verb == "is" ? "are" : verb == "was" ? "were" : "have";
    else if (verb.ends_with("ies"))
        many = verb.substr(0, verb.size() - 3) + "y";
    else if (verb.ends_with("sses") || verb.ends_with("ches"))
        many = verb.substr(0, verb.size() - 2);
    else if (verb.size() > 4 && verb.ends_with("s") && !verb.ends_with("ss"))
        many = verb.substr(0, verb.size() - 1);
    return " " + many + words.substr(end);
}

} // namespace

/// One paragraph being written.
struct Printer::Line
{
    std::string text;
    std::vector<appeal::Gap> gaps;
    std::vector<appeal::Use> uses;
    std::size_t sentenceStart = 0;
    bool opens() const { return text.size() == sentenceStart; }
    void cut(std::size_t size, std::size_t gapCount, std::size_t useCount)
    {
        text.resize(size);
        gaps.resize(gapCount);
        uses.resize(useCount);
    }
};

Printer::Printer(const appeal::Case& c, const library::Catalogue& catalogue, appeal::Language language, Templates* templates)
    : m_case(c), m_catalogue(catalogue), m_language(std::move(language)), m_templates(templates ? templates : &m_own)
{
    m_templates->begin();
    m_marketplace = appeal::caseFact(c, "marketplace");
    if (m_language == "en")
        if (const auto* place = catalogue.marketplace(m_marketplace)) {
            const auto* shop = place->store(appeal::caseFact(c, "store"));
            const auto& spelling = shop ? shop->spelling : place->stores.empty() ? std::string() : place->stores.front().spelling;
            if (!spelling.empty())
                m_spelling.emplace(catalogue, spelling == "us");
        }
}

void Printer::backTo(const Mark& mark)
{
    m_files.resize(mark.files);
    for (; m_named.size() > mark.named; m_named.pop_back())
        m_isNamed.erase(m_named.back());
    m_year = mark.year;
}

std::string Printer::spelled(std::string text) const
{
    // only one marketplace calls its listings ASINs
    if (!m_marketplace.empty() && m_marketplace != "amazon")
        for (auto at = text.find("ASIN"); at != text.npos; at = text.find("ASIN", at)) {
            const bool many = text.compare(at, 5, "ASINs") == 0;
            text.replace(at, many ? 5 : 4, m_language == "zh" ? "商品" : at == 0 ? many ? "Items" : "Item" : many ? "items" : "item");
        }
    return m_spelling ? (*m_spelling)(std::move(text)) : text;
}

/// Fewer order ids than the record's count are some of them: "12 orders, among them X and Y", never "namely".
void Printer::amongThem(std::string& before, const Scene& scene) const
{
    const auto member = [&](const char* name) {
        const auto it = scene.record ? scene.record->fields.find(name) : std::map<std::string, appeal::Value>::const_iterator{};
        return scene.record && it != scene.record->fields.end() ? appeal::anyOf(it->second) : std::string{};
    };
    const auto count = member("explains_count");
    if (count.empty() || std::to_string(items("order_list", member("explains_orders")).size()) == count)
        return;
    struct Row { std::string_view all, some; };
    constexpr std::array rows{Row{", namely in order ", ", among them "}, Row{", namely in orders ", ", among them "}, Row{", namely ", ", among them "}, Row{"The orders behind it are ", "Among them are "},
        Row{"The order behind it is ", "Among them is "}, Row{"; the orders are ", ", among them "}, Row{"; the order is ", ", among them "}, Row{"即", "包括"}, Row{"订单号为", "其中包括"}, Row{"所涉订单为", "其中包括"}};
    for (const auto& row : rows)
        if (before.ends_with(row.all)) {
            before.replace(before.size() - row.all.size(), row.all.size(), row.some);
            return;
        }
    if (before.ends_with('('))
        before += "among them ";
    else if (before.ends_with("（"))
        before += "包括";
}

void Printer::beginSection(const std::string& section)
{
    m_section = section;
    m_year = shortDates ? m_year : 0;
    m_alwaysYear = section == "subject" || section == "exhibits" || section == "evidence";
}

const appeal::Evidence* Printer::evidence(const std::string& file) const
{
    for (const auto& e : m_case.evidence)
        if (e.id == file || e.path == file || e.name == file || e.name == baseName(file))
            return &e;
    return nullptr;
}

int Printer::numberOf(const std::string& file)
{
    const auto* e = evidence(file);
    const auto key = e ? e->id : baseName(file);
    const auto it = std::find(m_files.begin(), m_files.end(), key);
    if (it != m_files.end())
        return int(it - m_files.begin()) + 1;
    m_files.push_back(key);
    return int(m_files.size());
}

/// A file of the case that a long text names stands as its number: "the contract (Attachment 7)".
std::string Printer::withAttachments(std::string text)
{
    for (const auto& e : m_case.evidence) {
        if (e.name.find('.') == e.name.npos)
            continue;
        for (auto at = text.find(e.name); at != text.npos; at = text.find(e.name, at)) {
            const auto end = at + e.name.size();
            const bool whole = (at == 0 || !(isAlnum(text[at - 1]) || text[at - 1] == '-' || text[at - 1] == '_' || text[at - 1] == '.')) && (end == text.size() || !isAlnum(text[end]));
            if (!whole) {
                at = end;
                continue;
            }
            const auto words = (m_language == "zh" ? "附件" : "Attachment ") + std::to_string(numberOf(e.id));
            text.replace(at, e.name.size(), words);
            at += words.size();
        }
    }
    return text;
}

std::vector<appeal::Attachment> Printer::attachments(bool withUncited)
{
    if (withUncited)
        for (const auto& e : m_case.evidence)
            numberOf(e.id);
    std::vector<appeal::Attachment> out;
    for (const auto& key : m_files) {
        appeal::Attachment a;
        a.number = int(out.size()) + 1;
        a.name = key;
        for (const auto& e : m_case.evidence)
            if (e.id == key) {
                a.evidence = e.id;
                a.name = e.name;
                a.shows = valueIn(e.shows, m_language);
            }
        for (const auto& record : m_case.records)
            if (a.shows.empty() && record.group == "attachments")
                if (const auto file = record.fields.find("file"); file != record.fields.end() && baseName(appeal::anyOf(file->second)) == a.name)
                    if (const auto shows = record.fields.find("shows"); shows != record.fields.end())
                        a.shows = valueIn(shows->second, m_language);
        out.push_back(std::move(a));
    }
    return out;
}

std::string Printer::shortened(std::string words) const
{
    if (shortDates && m_language != "zh")
        if (const auto blank = words.find(' '); blank != words.npos && words.size() > blank + 4) {
            const auto yearAt = std::min(words.find(' ', blank + 1), words.size());
            words.erase(std::min(blank + 4, yearAt), yearAt - std::min(blank + 4, yearAt));
        }
    return words;
}

std::string Printer::value(const Resolved& resolved, const Scene& scene, const Line& line, std::string_view next)
{
    const auto& field = resolved.type();
    auto written = valueIn(resolved.value, m_language);
    if (written.empty())
        return {};
    const bool list = field.type.ends_with("[]") || field.type.ends_with("_list");
    if (field.type == "file" || field.type == "file[]") {
        std::vector<int> numbers;
        for (const auto& file : items("file[]", written)) // one proof may be several files
            numbers.push_back(numberOf(file));
        const bool zh = m_language == "zh";
        std::vector<std::string> words;
        // "4 to 7"; two in a row stay two
        for (std::size_t i = 0; i < numbers.size();) {
            auto last = i;
            while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
                ++last;
            if (last < i + 2)
                last = i;
            words.push_back(std::to_string(numbers[i]) + (last > i ? (zh ? "至" : " to ") + std::to_string(numbers[last]) : ""));
            i = last + 1;
        }
        if (zh)
            return "附件" + joined(words, m_language);
        return (numbers.size() > 1 ? "Attachments " : "Attachment ") + joined(words, m_language);
    }
    if (field.type == "person") {
        const auto person = personParts(written);
        const bool subject = !next.empty() && next.front() == ' ';
        const bool self = isSigner(scene, written);
        if (isHouse(written)) {
            const bool one = scene.c.voice == appeal::Voice::I;
            if (m_language == "zh")
                return one ? "本人" : "我司";
            return afterPreposition(line.text) || !subject ? (one ? "me" : "us") : one ? "I" : line.opens() ? "We" : "we";
        }
        if (m_language != "zh" && namelessPersons && !self && subject) {
            const bool one = scene.c.voice == appeal::Voice::I;
            return afterPreposition(line.text) ? (one ? "me" : "us") : one ? "I" : line.opens() ? "We" : "we";
        }
        if (m_language != "zh" && self) {
            if (!subject)
                return afterPreposition(line.text) ? "me" : person.name;
            return afterPreposition(line.text) ? "me" : "I";
        }
        if (m_language == "zh" && self)
            return "本人";
        const bool first = m_isNamed.insert(person.name).second;
        if (first)
            m_named.push_back(person.name);
        if (person.role.empty() || !first || plainPersons)
            return person.name;
        if (m_language == "zh")
            return text::hasHan(person.role) ? person.role + person.name : person.name;
        // "Ann Reed, owner, and Bo Lind went": the role is closed already
        const bool closed = person.role.find(", and ") != person.role.npos;
        return person.name + ", " + person.role + (subject && !closed ? "," : "");
    }
    if (field.type == "date")
        if (const auto day = appeal::parseDate(written)) {
            // only the year of the notice may go without saying
            const auto notice = appeal::parseDate(appeal::caseFact(scene.c, "notice_date"));
            const bool usual = day->year() == (notice ? *notice : scene.today).year();
            const bool year = !usual || (shortDates ? m_year != 0 && m_year != int(day->year()) : m_alwaysYear || m_year != int(day->year()));
            m_year = int(day->year());
            return shortened(dateWords(*day, m_language, year));
        }
    if (field.type == "longtext" || resolved.name.ends_with(".title"))
        return inGrammar(withAttachments(std::move(written)), resolved.name.ends_with(".title") ? "noun" : field.grammar, m_language, line.opens());
    if (resolved.scope == appeal::Scope::Case && resolved.name == "store")
        return storeName(m_catalogue, appeal::caseFact(scene.c, "marketplace"), written);
    if (list && longestList > 0) {
        const auto all = items(field.type, written);
        if (all.size() > longestList) {
            const auto n = std::to_string(all.size());
            if (m_language == "zh")
                return n + "项";
            return n + (field.type == "asin_list" ? " products" : field.type == "order_list" ? " orders" : " items");
        }
    }
    // the signer who writes as I does not speak of themself by name
    if (resolved.scope == appeal::Scope::Case && resolved.name == "contact_name" && m_section == "closing" && scene.c.voice == appeal::Voice::I) {
        const bool subject = next.starts_with(" can ");
        if (m_language == "zh")
            return subject ? "本人" : written;
        if (subject || endsWithAny(line.text, {" to "}))
            return subject ? "I" : "me";
    }
    // "we wrote to Halloway Prints": the rights owner has a name where the notice gives it
    if (field.type == "choice" && written == "rights_owner")
        if (const auto named = scene.resolve("rights_owner"))
            if (auto name = valueIn(named->value, m_language); !name.empty())
                return name;
    auto text = shown(field, written, m_language);
    if (field.type == "choice")
        text = spelled(std::move(text));
    // a choice inside a sentence is no heading: "the rights owner"
    if (field.type == "choice" && resolved.scope != appeal::Scope::Case && !line.opens() && m_language != "zh" && text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' && text[1] <= 'z')
        text[0] = char(text[0] | 0x20);
    return text;
}

/// Are all the facts that the line names from the use @p from on told elsewhere already?
bool Printer::allSaid(const Line& line, std::size_t from) const
{
    return said && line.uses.size() > from
        && std::all_of(line.uses.begin() + std::ptrdiff_t(from), line.uses.end(), [&](const appeal::Use& use) { return said->count(use.slot.starts_with("cause.") ? use.slot.substr(6) : use.slot) != 0; });
}

bool Printer::fill(Line& line, const std::vector<Piece>& pieces, const Scene& scene, bool inBracket)
{
    const auto nextText = [&](std::size_t i) -> std::string_view {
        if (i + 1 >= pieces.size())
            return {};
        const auto& next = pieces[i + 1].unseen && !pieces[i + 1].inside.empty() ? pieces[i + 1].inside.front() : pieces[i + 1];
        return next.kind == Piece::Kind::Literal ? std::string_view(next.text) : std::string_view(" ");
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto& piece = pieces[i];
        if (piece.kind == Piece::Kind::Literal) {
            auto words = spelled(piece.text);
            const bool behindValue = !line.uses.empty() && line.uses.back().end == line.text.size();
            if (behindValue && std::string_view(line.text).substr(line.uses.back().start).starts_with("Attachments "))
                words = pluralVerb(std::move(words));
            std::string_view text = words;
            // a value that ends in a stop ("Co., Ltd.") takes the sentence's own
            if (!text.empty() && text.front() == '.' && line.text.ends_with('.') && !line.uses.empty() && line.uses.back().end == line.text.size())
                text.remove_prefix(1);
            line.text += text;
            continue;
        }
        if (piece.kind == Piece::Kind::Bracket) {
            const auto size = line.text.size();
            const auto gapCount = line.gaps.size(), useCount = line.uses.size();
            const auto before = mark();
            if (!fill(line, piece.inside, scene, true) || (piece.unseen && allSaid(line, useCount))) {
                line.cut(size, gapCount, useCount);
                backTo(before);
                if (!piece.unseen && line.text.ends_with(' '))
                    line.text.pop_back();
            }
            continue;
        }
        const auto start = line.text.size();
        if (isVoiceWord(piece.text)) {
            const auto& voices = scene.c.voice == appeal::Voice::I ? m_catalogue.voiceI : m_catalogue.voiceWe;
            std::string word = piece.text;
            if (const auto language = voices.find(m_language); language != voices.end())
                if (const auto it = language->second.find(piece.text); it != language->second.end())
                    word = it->second;
            if (line.opens())
                capitalise(word);
            line.text += word;
            continue;
        }
        const auto resolved = scene.resolve(piece.text);
        // "(another paper)" tells a reader nothing
        if (resolved && inBracket && resolved->type().type == "choice" && valueIn(resolved->value, m_language) == "other_document")
            return false;
        if (resolved && inBracket && pieces.size() == 3 && resolved->type().type == "person" && m_language != "zh" && isSigner(scene, valueIn(resolved->value, m_language)))
            return false; // "(Ann Reed)" in her own letter
        // "in force since 8 September under Ann Reed:", "Packing, since 8 September, Ann Reed:" in Ann Reed's own letter: it goes without saying
        const auto follows = nextText(i);
        const bool labelEnds = follows.starts_with(":") || (line.text.ends_with(", handled by ") && follows.starts_with(", "));
        if (resolved && resolved->type().type == "person" && m_language != "zh" && labelEnds && (namelessPersons || isSigner(scene, valueIn(resolved->value, m_language)) || isHouse(valueIn(resolved->value, m_language)))) {
            const std::size_t width = line.text.ends_with(", handled by ") ? 13 : line.text.ends_with(" under ") ? 7 : line.text.ends_with(", ") ? 2 : 0;
            if (width > 0 && line.text.size() - width > line.sentenceStart) {
                line.text.resize(line.text.size() - width);
                line.uses.push_back({piece.text, line.text.size(), line.text.size()});
                continue;
            }
        }
        if (!resolved) {
            // an undeclared name is a fault of the content, which library check reports; it must not pass unseen
            line.text += "[" + piece.text + "]";
            line.gaps.push_back({piece.text, appeal::Scope::Case, {}, piece.text, start, line.text.size(), {}});
            continue;
        }
        std::string text;
        const bool nought = piece.aboveZero && valueIn(resolved->value, m_language) == "0";
        if (nought) {
            // as if it were not there
        } else if (piece.counts) {
            const auto written = valueIn(resolved->value, m_language);
            const auto& type = resolved->type().type;
            if (!written.empty()) {
                const bool list = type.ends_with("[]") || type.ends_with("_list");
                const auto count = list ? std::to_string(items(type, written).size()) : written;
                text = spelled(count == "1" || count == "yes" ? piece.one : piece.many);
                library::Field number;
                number.type = "number";
                const auto figure = list ? count : shown(number, count, m_language);
                for (auto at = text.find('#'); at != text.npos; at = text.find('#', at + 1)) {
                    const bool alone = at + 1 == text.size() || text.compare(at + 1, 4, " of ") == 0;
                    text.replace(at, 1, figure != "0" || m_language == "zh" ? figure : alone ? "none" : "no");
                }
            }
        } else {
            // "from 6 July to 3 September 2026": the year stands with the later end
            const auto next = nextText(i);
            if (resolved->type().type == "date" && (next == " to " || next == "至") && i + 2 < pieces.size() && pieces[i + 2].kind == Piece::Kind::Slot) {
                const auto later = scene.resolve(pieces[i + 2].text);
                const auto from = appeal::parseDate(valueIn(resolved->value, m_language));
                const auto to = later ? appeal::parseDate(valueIn(later->value, m_language)) : std::nullopt;
                if (from && to && from->year() == to->year() && m_language != "zh")
                    text = shortened(dateWords(*from, m_language, false));
            }
            // "in force since 8 September under me" is no English: who writes as I is in charge where nobody else is named
            if (resolved->type().type == "person" && m_language == "en" && scene.c.voice == appeal::Voice::I) {
                const auto signer = appeal::caseFact(scene.c, "contact_name");
                const std::size_t width = line.text.ends_with(" under ") ? 7 : line.text.ends_with(", ") && next.starts_with(":") ? 2 : 0;
                if (width > 0 && !signer.empty() && personParts(valueIn(resolved->value, m_language)).name == signer) {
                    line.text.resize(line.text.size() - width);
                    line.uses.push_back({piece.text, line.text.size(), line.text.size()});
                    continue;
                }
            }
            if (text.empty())
                text = value(*resolved, scene, line, next);
            if (piece.text == ".explains_orders" && !text.empty())
                amongThem(line.text, scene);
            if (text == "0" && m_language != "zh" && resolved->type().type == "number")
                text = noughtInWords(line.text, next);
        }
        if (!text.empty()) {
            if (line.opens() && (resolved->name.ends_with(".title") || resolved->type().type == "longtext" || piece.counts))
                capitalise(text);
            // two Latin words that Chinese would write without a blank
            const bool run = m_language == "zh" && !line.text.empty() && isAlnum(line.text.back()) && isAlnum(text.front());
            line.text += (run ? " " : "") + text;
            line.uses.push_back({piece.text, start + (run ? 1 : 0), line.text.size()});
            continue;
        }
        // what only the letter kind wishes for is asked for, and its sentence falls where a record speaks for itself
        const bool wished = resolved->scope == appeal::Scope::Record && !scene.clause && resolved->field && !resolved->field->required;
        if (resolved->required && !nought && !wished) {
            const auto label = library::in(resolved->type().label, m_language);
            line.text += "[" + (label.empty() ? piece.text : label) + "]";
            line.gaps.push_back({resolved->name, resolved->scope, resolved->owner, label, start, line.text.size(), resolved->type().label});
            continue;
        }
        // optional and missing: a segment between commas that holds nothing else falls alone, else all that stands around it
        if (!inBracket) {
            const auto next = nextText(i);
            const bool closes = next.empty() || next.front() == ',' || next.front() == '.' || next.front() == ';' || next.starts_with("，") || next.starts_with("。") || next.starts_with("；");
            const std::size_t width = line.text.ends_with(", ") || line.text.ends_with("; ") ? 2 : line.text.ends_with("，") || line.text.ends_with("；") ? 3 : 0;
            if (closes && width > 0 && line.text.size() - width > line.sentenceStart) {
                line.text.resize(line.text.size() - width);
                continue;
            }
        }
        return false;
    }
    return true;
}

Printer::Printed Printer::print(std::string_view source, const Scene& scene)
{
    Line line;
    std::string pending; // what parts the last sentence that stands from the next one
    bool lineBreak = false;
    bool stood = false;
    for (const auto& sentence : m_templates->of(source)) {
        if (sentence.otherwise && stood)
            continue;
        const auto size = line.text.size();
        const auto gapCount = line.gaps.size(), useCount = line.uses.size();
        const auto before = mark();
        if (!line.text.empty())
            line.text += lineBreak ? "\n" : pending;
        line.sentenceStart = line.text.size();
        bool stands = fill(line, sentence.pieces, scene, false) && line.text.size() > line.sentenceStart
            && line.text.find_first_not_of(" \n", line.sentenceStart) != std::string::npos;
        if (stands && !sentence.pieces.empty() && sentence.pieces.front().unseen) // what follows may open the sentence now
            if (auto& first = line.text[line.sentenceStart]; first >= 'a' && first <= 'z')
                first = char(first - 'a' + 'A');
        stood = stands;
        if (stands)
            stands = !allSaid(line, useCount);
        if (stands) {
            pending = sentence.after;
            lineBreak = false;
        } else {
            line.cut(size, gapCount, useCount);
            backTo(before);
        }
        if (sentence.after == "\n" && !line.text.empty())
            lineBreak = true;
    }
    while (!line.text.empty() && (line.text.back() == ' ' || line.text.back() == '\n'))
        line.text.pop_back();
    return {std::move(line.text), std::move(line.gaps), std::move(line.uses)};
}

std::vector<std::string> Printer::unsaid(const Printed& printed, const Scene& scene) const
{
    std::vector<std::string> out;
    if (!scene.record)
        return out;
    const auto* group = m_catalogue.group(scene.record->group);
    if (!group)
        return out;
    for (const auto& member : group->members) {
        const auto it = scene.record->fields.find(member.name);
        if (it == scene.record->fields.end() || valueIn(it->second, m_language).empty())
            continue;
        const bool printedHere = std::any_of(printed.uses.begin(), printed.uses.end(), [&](const appeal::Use& use) { return use.slot == "." + member.name; });
        if (!printedHere)
            out.push_back(member.name);
    }
    return out;
}

} // namespace letter
