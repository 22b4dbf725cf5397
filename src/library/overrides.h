#pragma once

#include "library/catalogue.h"

namespace library {

/// A user's correction of one figure or sentence of the catalogue. It lies over the shipped value and survives updates.
struct Override
{
    std::string kind;  ///< metrics, marketplaces, guides
    std::string id;    ///< of the entry
    /// metrics: target, sign, as_of, stores.CA.target · marketplaces: status_request.from, status_request.on, status_request.as_of, invoice_age_days, form.boxes.ID.limit, as_of
    /// · guides: steps.N.en, next.N.zh (N from 1), page, as_of
    std::string path;
    std::string value;
    std::string base;  ///< the shipped value that it was said of; another one now: ours changed too
    friend bool operator==(const Override&, const Override&) = default;
};

/// The value that stands at a place, as text; nullopt where there is no such place.
std::optional<std::string> valueAt(const Catalogue& catalogue, std::string_view kind, std::string_view id, std::string_view path);

struct Overlaid
{
    CataloguePtr catalogue;
    std::vector<Override> drifted;  ///< in force, and our value is no longer the one they were said of
    std::vector<Override> homeless; ///< their place is gone or the value does not fit it; kept, without effect
};
Overlaid overlay(CataloguePtr shipped, const std::vector<Override>& overrides);

/// The shipped catalogue with the user's imported pieces (JSON; LibraryStore::userPieces) and corrections. A piece that cannot be read, or holds an id that
/// the catalogue has by now, is left out.
CataloguePtr withUsers(CataloguePtr shipped, const std::vector<std::string>& pieces, const std::vector<Override>& overrides);

} // namespace library
