// Searching the clause library beside the same bare FTS5 query (bm25, best 200; instr() for one or two Chinese characters), alternating.
#include "bench/clock.h"

#include "storage/library_store.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

int main(int argc, char** argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 20000;
    const auto pack = library::builtinPack();
    if (!pack || pack->clauses.empty())
        return 1;
    library::Clauses many;
    for (int i = 0; i < count; ++i) {
        auto clause = pack->clauses[std::size_t(i) % pack->clauses.size()];
        clause.id += "." + std::to_string(i);
        many.push_back(std::move(clause));
    }
    auto pattern = (std::filesystem::temp_directory_path() / "causeway-bench-XXXXXX").string();
    const std::string folder = mkdtemp(pattern.data());
    auto store = storage::openLibrary(folder, "bench", [&] { return appeal::Result<library::Clauses>(many); });
    if (!store)
        return 1;
    std::printf("%d clauses\n%-24s %10s %10s\n", count, "query", "p50 us", "p99 us");
    for (const char* words : {"handling time", "carrier", "barcode", "ord", "退款", "截止时间", "仓库"}) {
        const auto times = bench::measure(100, [&] { (void)(*store)->search(words, 200); });
        std::printf("%-24s %10.1f %10.1f\n", words, times.p50, times.p99);
    }
    std::filesystem::remove_all(folder);
}
