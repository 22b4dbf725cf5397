#pragma once

#include "library/catalogue.h"

namespace library {

enum class Origin { Shipped, Edited, Own, Hidden };

/// One reusable passage of a letter in all its phrasings and languages (templates/README.md, "A clause").
struct Clause
{
    std::string id;
    Words name;
    std::string section;
    std::vector<std::string> causes, routes, kinds, marketplaces, evidence, tags;
    std::string prints;      ///< group; empty: none
    std::vector<Field> slots;
    Words requires_;         ///< empty: claims nothing that the facts do not say
    Phrasings text;          ///< Chinese may have fewer phrasings than English
    Words shortText;
    std::vector<std::string> replaces;
    Origin origin = Origin::Shipped;
    bool drifted = false;    ///< the shipped text changed under the user's edit
    std::string hash;        ///< of the shipped entry
    const Field* slot(std::string_view name) const;
    /// The phrasing @p variant (0-based) in @p language; the last one where there are fewer; "" where the language is missing.
    const std::string& phrasing(const Language& language, int variant) const;
};

/// The clauses at hand, ordered by id.
using Clauses = std::vector<Clause>;
const Clause* find(const Clauses& clauses, std::string_view id);

/// What a clause must fit; empty lists fit everything.
struct Fit
{
    std::string marketplace, kind;
    std::vector<std::pair<std::string, std::string>> causesAndRoutes; ///< cause id, route id
    std::vector<std::string> also; ///< ids that are wanted whether they fit or not: those in use
    friend bool operator==(const Fit&, const Fit&) = default;
};
bool fits(const Clause& clause, const Fit& fit);

/// A piece of a pack, parsed: what it adds to the catalogue, and its clauses.
struct Pack
{
    Catalogue catalogue;
    Clauses clauses;
    /// "clauses:lsr.x" -> line in its file, for findings about it.
    std::map<std::string, std::pair<std::string, int>> places;
    std::string digest; ///< of the bytes read
};

/// Parses one template file. @p name stands in errors ("templates/causes/x.json").
/// Strict: an unknown member, a wrong type, a missing language (but of clauses: packcheck) is an error.
/// @return BadTemplate with "NAME:LINE:COLUMN" in `where` and path and reason in `detail`; NewerFormat for another "format"
appeal::Result<Pack> parsePack(std::string_view json, std::string_view name);
/// Adds @p piece to @p whole, and works out the figures anew where it brings metrics. An id that is there already is an error, named with both places.
appeal::Result<appeal::Done> add(Pack& whole, Pack piece);

/// The shipped content that was built into the program.
struct Embedded { const char* name; std::string_view text; };
const std::vector<Embedded>& embedded();
std::string_view embeddedDigest();
/// The embedded catalogue, without clauses (fast: clause files are skipped).
appeal::Result<CataloguePtr> builtinCatalogue();
/// Everything embedded, with the clauses.
appeal::Result<Pack> builtinPack();
/// Everything below a folder (`--templates DIR`).
appeal::Result<Pack> packFromFolder(const std::string& folder);
/// The texts of the shipped samples by file name ("odr.appeal.json", "odr.notice.txt").
const std::vector<Embedded>& embeddedSamples();

struct Merged
{
    Clauses clauses;
    std::vector<std::string> drifted; ///< edited by the user, and changed by us since
    std::vector<std::string> orphaned; ///< edited by the user, gone from ours: kept as own
};
/// What a reader sees: the user's edits over the shipped clauses (ARCHITECTURE 8). Hidden ones are left out unless @p withHidden.
Merged merge(const Clauses& shipped, const Clauses& user, bool withHidden = false);

/// FNV-1a of the entry's canonical form; stable between runs.
std::string hashOf(const Clause& clause);
/// A clause as JSON of a pack, canonical.
std::string toJson(const Clause& clause);
/// The clause that `toJson` wrote; its `hash` is left empty, since working it out costs more than reading it.
appeal::Result<Clause> clauseFromJson(std::string_view json, std::string_view name);
/// A pack of clauses as a file that `library import` reads.
std::string packJson(const Clauses& clauses);

} // namespace library
