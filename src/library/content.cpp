#include "library/clauses.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace library {

namespace {

std::uint64_t fnv(std::string_view text, std::uint64_t hash = 1469598103934665603ull)
{
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ull;
    }
    return hash;
}

std::string hex(std::uint64_t value)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (int shift = 60; shift >= 0; shift -= 4)
        out += digits[(value >> shift) & 15u];
    return out;
}

appeal::Result<Pack> embeddedPack(bool withClauses)
{
    Pack whole;
    for (const auto& file : embedded()) {
        const std::string_view name = file.name;
        if (name.starts_with("samples/") || name.ends_with(".txt") || (!withClauses && name.starts_with("clauses/")))
            continue;
        auto piece = parsePack(file.text, "templates/" + std::string(name));
        if (!piece)
            return piece.error();
        if (auto added = add(whole, std::move(*piece)); !added)
            return added.error();
    }
    whole.digest = embeddedDigest();
    return whole;
}

} // namespace

appeal::Result<CataloguePtr> builtinCatalogue()
{
    auto pack = embeddedPack(false);
    if (!pack)
        return pack.error();
    return CataloguePtr(std::make_shared<const Catalogue>(std::move(pack->catalogue)));
}

appeal::Result<Pack> builtinPack()
{
    return embeddedPack(true);
}

appeal::Result<Pack> packFromFolder(const std::string& folder)
{
    namespace fs = std::filesystem;
    const auto root = fs::u8path(folder);
    std::error_code error;
    if (!fs::is_directory(root, error))
        return appeal::Error{appeal::Error::Code::NotFound, folder, "no such folder"};
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator it(root, error), end; !error && it != end; it.increment(error))
        if (it->path().extension() == ".json" && fs::relative(it->path(), root).begin()->string() != "samples")
            files.push_back(it->path());
    if (error)
        return appeal::Error{appeal::Error::Code::Unreadable, folder, error.message()};
    std::sort(files.begin(), files.end());
    Pack whole;
    std::uint64_t hash = fnv("");
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        const auto shown = folder + "/" + fs::relative(file, root).generic_string();
        if (!in)
            return appeal::Error{appeal::Error::Code::Unreadable, shown, {}};
        hash = fnv(text, hash);
        auto piece = parsePack(text, shown);
        if (!piece)
            return piece.error();
        if (auto added = add(whole, std::move(*piece)); !added)
            return added.error();
    }
    whole.digest = "folder:" + hex(hash);
    return whole;
}

std::string hashOf(const Clause& clause)
{
    return hex(fnv(toJson(clause)));
}

} // namespace library
