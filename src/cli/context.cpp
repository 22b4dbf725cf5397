#include "cli/context.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <istream>
#include <ostream>

namespace cli {

Context::Context(Options options, std::istream& in, std::ostream& out) : m_options(std::move(options)), m_in(in), m_out(out) {}

Result<appeal::Done> Context::start()
{
    if (m_options.dataDir.empty())
        m_options.dataDir = storage::defaultDataDir();
    const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    m_today = appeal::Date{now};
    if (!m_options.templates.empty()) {
        auto pack = library::packFromFolder(m_options.templates);
        if (!pack)
            return pack.error();
        m_folder = std::move(*pack);
        m_catalogue = std::make_shared<const library::Catalogue>(m_folder->catalogue);
    } else {
        auto catalogue = library::builtinCatalogue();
        if (!catalogue)
            return catalogue.error();
        m_catalogue = *catalogue;
    }
    if (!m_options.today.empty()) {
        const auto day = appeal::parseDate(m_options.today);
        if (!day)
            return Error{Error::Code::Usage, "--today", "\"" + m_options.today + "\" is no day in the form YYYY-MM-DD"};
        m_today = *day;
    }
    takeUsersContent();
    return appeal::Done{};
}

Result<library::Pack> Context::wholePack() const
{
    if (m_folder)
        return *m_folder;
    return library::builtinPack();
}

void Context::takeUsersContent()
{
    std::error_code ignored;
    if (!std::filesystem::exists(std::filesystem::u8path(m_options.dataDir + "/library.db"), ignored))
        return;
    // a library that cannot be opened is told by the command that needs it
    const auto store = library();
    if (!store)
        return;
    const auto pieces = (*store)->userPieces();
    const auto overrides = (*store)->overrides();
    if (pieces && overrides)
        m_catalogue = library::withUsers(m_catalogue, *pieces, *overrides);
}

Result<storage::LibraryStore*> Context::library()
{
    if (!m_library) {
        auto store = storage::openLibrary(m_options.dataDir, m_folder ? std::string_view(m_folder->digest) : library::embeddedDigest(), [this]() -> Result<library::Clauses> {
            auto pack = wholePack();
            if (!pack)
                return pack.error();
            return std::move(pack->clauses);
        }, m_today);
        if (!store)
            return store.error();
        m_library = std::move(*store);
    }
    return m_library.get();
}

Result<storage::CaseStore*> Context::cases()
{
    if (!m_cases) {
        auto store = storage::openCases(m_options.dataDir, m_today);
        if (!store)
            return store.error();
        m_cases = std::move(*store);
    }
    return m_cases.get();
}

const cause::Reader& Context::reader()
{
    if (!m_reader)
        m_reader = std::make_unique<cause::Reader>(*m_catalogue);
    return *m_reader;
}

const submit::Reviewer& Context::reviewer()
{
    if (!m_reviewer) {
        m_reviewer = std::make_unique<submit::Reviewer>(m_catalogue);
        m_reviewer->loadDictionary();
    }
    return *m_reviewer;
}

Result<library::Clauses> Context::select(const library::Fit& fit)
{
    if (m_folder) {
        library::Clauses out;
        for (const auto& clause : m_folder->clauses)
            if (library::fits(clause, fit))
                out.push_back(clause);
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        return out;
    }
    auto store = library();
    if (!store)
        return store.error();
    return (*store)->select(fit);
}

Result<library::Clauses> Context::allClauses()
{
    if (m_folder)
        return m_folder->clauses;
    auto store = library();
    if (!store)
        return store.error();
    return (*store)->all();
}

Result<std::string> Context::bytes(const std::string& file, std::size_t largest)
{
    if (file != "-")
        return storage::readFile(file, largest);
    std::string out;
    char block[65536];
    while (m_in.read(block, sizeof block) || m_in.gcount() > 0) {
        out.append(block, std::size_t(m_in.gcount()));
        if (out.size() > largest)
            return Error{Error::Code::TooLarge, "-", {}};
    }
    return out;
}

Result<text::Decoded> Context::decoded(const std::string& file)
{
    auto raw = bytes(file);
    if (!raw)
        return raw.error();
    auto decoded = text::decode(*raw, file);
    if (!decoded) {
        auto error = decoded.error();
        if (error.where.empty())
            error.where = file;
        return error;
    }
    return decoded;
}

Result<std::optional<appeal::Date>> Context::day(const std::string& option, const std::string& written) const
{
    if (written.empty())
        return std::optional<appeal::Date>{};
    const auto day = appeal::parseDate(written);
    if (!day)
        return Error{Error::Code::Usage, option, "\"" + written + "\" is no day in the form YYYY-MM-DD"};
    return day;
}

bool isCaseFile(const std::string& where)
{
    return where.ends_with(".appeal.json");
}

Result<Context::Open> Context::open(const std::string& where)
{
    Open open;
    if (isCaseFile(where)) {
        auto raw = storage::readFile(where, text::kLargest);
        if (!raw)
            return raw.error();
        auto value = storage::caseFromJson(*raw, where);
        if (!value)
            return value.error();
        open.path = where;
        open.before = std::move(*raw);
        open.value = std::move(*value);
        return open;
    }
    auto store = cases();
    if (!store)
        return store.error();
    auto stored = (*store)->load(where);
    if (!stored)
        return stored.error();
    open.value = std::move(stored->value);
    open.revision = stored->revision;
    return open;
}

Result<appeal::Done> Context::save(Open& open)
{
    if (!open.path.empty()) {
        // somebody else may have written the file since it was read
        if (auto now = storage::readFile(open.path, text::kLargest); now && *now != open.before)
            return Error{Error::Code::StaleRevision, open.path, {}};
        auto text = storage::toJson(open.value);
        auto done = storage::writeFile(open.path, text);
        if (done)
            open.before = std::move(text);
        return done;
    }
    auto store = cases();
    if (!store)
        return store.error();
    auto saved = (*store)->save(open.value, open.revision, journey::summaryOf(open.value, *m_catalogue, m_today));
    if (!saved)
        return saved.error();
    open.value.id = saved->value.id;
    open.revision = saved->revision;
    return appeal::Done{};
}

Result<journey::Session> Context::session(const Open& open)
{
    // a library that cannot be opened must be said before anything is composed without its clauses
    if (!m_folder)
        if (auto store = library(); !store)
            return store.error();
    return journey::Session(open.value, m_catalogue, [this](const library::Fit& fit) {
        auto clauses = select(fit);
        return clauses ? std::move(*clauses) : library::Clauses{};
    }, m_today);
}

journey::Known Context::known(const appeal::Case& c)
{
    journey::Known known;
    if (const auto* document = appeal::notice(c)) {
        m_reading = reader().read(document->text, document->received);
        known.reading = &*m_reading;
    }
    if (!m_cases && !std::filesystem::exists(std::filesystem::u8path(m_options.dataDir) / "cases.db"))
        return known; // nothing is stored yet, so nothing is foreign
    if (auto store = cases())
        if (auto identities = (*store)->identities(c.id, c.profile))
            for (const auto& identity : *identities)
                known.foreign.push_back({identity.kind, identity.value});
    return known;
}

std::string pickName(const appeal::LetterDraft& draft, const appeal::Pick& pick)
{
    if (pick.clause.empty())
        return pick.id;
    int number = 0;
    for (const auto& other : draft.picks) {
        if (other.clause == pick.clause)
            ++number;
        if (other.id == pick.id)
            break;
    }
    return number > 1 ? pick.clause + "#" + std::to_string(number) : pick.clause;
}

const appeal::Pick* pickByName(const appeal::LetterDraft& draft, const std::string& name)
{
    for (const auto& pick : draft.picks)
        if (pickName(draft, pick) == name || pick.id == name || (name.ends_with("#1") && pickName(draft, pick) == name.substr(0, name.size() - 2)))
            return &pick;
    return nullptr;
}

const appeal::LetterDraft* letterByName(const appeal::Case& c, const std::string& name)
{
    if (const auto* letter = appeal::findLetter(c, name.empty() ? c.letter : name))
        return letter;
    const appeal::LetterDraft* newest = nullptr;
    for (const auto& letter : c.letters)
        if (letter.kind == name && (!newest || letter.sent.empty() || !newest->sent.empty()))
            newest = &letter;
    return newest;
}

const appeal::LetterDraft* letterOrNew(journey::Session& session, const std::string& name)
{
    if (!name.empty() && !letterByName(session.now(), name))
        session.edit(appeal::AddLetter{name, "en", true});
    return letterByName(session.now(), name);
}

std::string filesFolder(const Context::Open& open, const std::string& dataDir)
{
    if (!open.path.empty())
        return open.path.substr(0, open.path.size() - std::string_view(".appeal.json").size()) + ".files";
    return dataDir + "/files/" + open.value.id;
}

int exitCode(const Error& error)
{
    using Code = Error::Code;
    switch (error.code) {
    case Code::Usage:
    case Code::BadValue:
    case Code::Exists:
    case Code::Unsupported: return 2;
    case Code::NotFound:
    case Code::Unreadable:
    case Code::TooLarge:
    case Code::NewerFormat:
    case Code::BadTemplate: return 3;
    case Code::StoreBusy:
    case Code::StoreFull:
    case Code::StoreReadOnly:
    case Code::StoreDamaged:
    case Code::StaleRevision:
    case Code::CannotWrite: return 4;
    }
    return 4;
}

std::string errorLine(const Error& error, const library::Catalogue* catalogue, const library::Language& language)
{
    const std::string id(appeal::idOf(error.code));
    std::string words = catalogue ? catalogue->say("error." + id, language) : "error." + id;
    if (words == "error." + id)
        words = id;
    std::string out = "causeway-cli: " + (error.where.empty() ? std::string{} : error.where + ": ");
    if (!error.detail.empty())
        out += error.detail + "; ";
    return out + words;
}

} // namespace cli
