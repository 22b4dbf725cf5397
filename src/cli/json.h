#pragma once

#include "cli/context.h"

#include <nlohmann/json.hpp>

namespace cli {

using Json = nlohmann::ordered_json;

/// Prints exactly one value, whatever bytes it holds.
void print(Context& context, const Json& value);

Json toJson(const std::optional<appeal::Date>& day);
Json toJson(const library::Words& words);
Json spanOf(const appeal::Span& span);
/// A deadline with `value`, `unit`, `kind`, and `due` or `from` where the kind gives them.
Json toJson(const appeal::DeadlineReading& deadline);
Json showJson(const Context::Open& open, Context& context, const library::Clauses& clauses, const std::string& offered = {});

} // namespace cli
