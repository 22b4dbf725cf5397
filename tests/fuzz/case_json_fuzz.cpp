#include "storage/case_store.h"

#include <cstdlib>

/// Bytes are read as a case, and as edits. What is read is written, read again and the same; what is refused says why.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto same = [](bool holds) {
        if (!holds)
            std::abort();
    };
    if (const auto c = storage::caseFromJson(bytes, "case")) {
        const auto text = storage::toJson(*c);
        const auto back = storage::caseFromJson(text, "written");
        same(back && *back == *c && storage::toJson(*back) == text);
    } else {
        same(!c.error().where.empty() && !c.error().detail.empty());
    }
    if (const auto edits = storage::editsFromJson(bytes, "edits")) {
        const auto text = storage::editsToJson(*edits);
        const auto back = storage::editsFromJson(text, "written");
        same(back && storage::editsToJson(*back) == text);
        // an edit may be anything; the case it leaves is still one that can be kept
        const auto after = appeal::apply({}, *edits);
        const auto kept = storage::caseFromJson(storage::toJson(after), "applied");
        same(bool(kept) && storage::toJson(*storage::caseFromJson(storage::toJson(*kept), "again")) == storage::toJson(*kept));
    }
    return 0;
}
