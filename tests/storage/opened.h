#pragma once

#include "storage/case_store.h"
#include "storage/scratch.h"
#include "catch.h"

#include <sys/stat.h>

inline const appeal::Date kToday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};

inline std::unique_ptr<storage::CaseStore> opened(const Scratch& scratch, appeal::Date today = kToday)
{
    auto store = storage::openCases(scratch.path("data"), today);
    REQUIRE(store);
    return std::move(*store);
}

inline storage::Summary summary(const appeal::Case& c, std::optional<appeal::Date> due = {})
{
    storage::Summary s;
    s.id = c.id;
    s.store = appeal::caseFact(c, "store_name");
    s.state = "drafting";
    s.causes = {"a", "b"};
    s.due = due;
    return s;
}
