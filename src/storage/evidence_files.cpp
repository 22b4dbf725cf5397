#include "storage/evidence_files.h"

#include "storage/case_store.h"
#include "storage/sha256.h"
#include "text/decode.h"

#include <array>
#include <filesystem>

namespace storage {

namespace fs = std::filesystem;

namespace {

std::string typeOf(const std::string& name)
{
    struct Row { std::string_view ending, type; };
    constexpr std::array rows{Row{".pdf", "application/pdf"}, Row{".png", "image/png"}, Row{".jpg", "image/jpeg"}, Row{".jpeg", "image/jpeg"}, Row{".gif", "image/gif"}, Row{".tiff", "image/tiff"},
        Row{".tif", "image/tiff"}, Row{".txt", "text/plain"}, Row{".csv", "text/csv"}, Row{".eml", "message/rfc822"}, Row{".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
        Row{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}};
    std::string lower;
    for (const char c : name)
        lower += c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
    for (const auto& row : rows)
        if (lower.ends_with(row.ending))
            return std::string(row.type);
    return "application/octet-stream";
}

} // namespace

std::string safeName(const std::string& name)
{
    std::string out;
    for (const char c : name)
        out += static_cast<unsigned char>(c) < 32 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos ? '_' : c;
    while (!out.empty() && (out.front() == '.' || out.front() == ' '))
        out.erase(0, 1);
    if (out.size() > 180)
        out.erase(0, out.size() - 180);
    return out.empty() ? "file" : out;
}

void copyEvidence(const std::vector<appeal::Evidence>& evidence, const std::string& from, const std::string& to)
{
    const auto folder = fs::u8path(from), target = fs::u8path(to);
    std::error_code error;
    if (fs::symlink_status(folder, error).type() != fs::file_type::directory)
        return;
    for (const auto& e : evidence) {
        if (!e.copied || e.path.empty() || e.path == "." || e.path == ".." || e.path.find_first_of("/\\") != std::string::npos || e.path.find('\0') != std::string::npos)
            continue;
        const auto name = fs::u8path(e.path);
        if (fs::symlink_status(folder / name, error).type() != fs::file_type::regular)
            continue;
        fs::create_directories(target, error);
        fs::permissions(target, fs::perms::owner_all, error);
        if (fs::is_symlink(target / name, error))
            continue; // nothing is written through a link either
        fs::copy_file(folder / name, target / name, fs::copy_options::overwrite_existing, error);
    }
}

appeal::Result<appeal::Evidence> keepEvidence(const std::string& file, const std::string& folder)
{
    auto bytes = readFile(file, text::kLargest);
    if (!bytes)
        return bytes.error();
    const auto slash = file.find_last_of("/\\");
    appeal::Evidence evidence;
    evidence.name = safeName(slash == file.npos ? file : file.substr(slash + 1));
    evidence.size = bytes->size();
    evidence.type = typeOf(evidence.name);
    evidence.sha256 = sha256(*bytes);
    evidence.copied = true;
    std::error_code error;
    fs::create_directories(fs::u8path(folder), error);
    if (error)
        return appeal::Error{appeal::Error::Code::CannotWrite, folder, error.message()};
    fs::permissions(fs::u8path(folder), fs::perms::owner_all, error);
    // another file of the same name keeps its own
    auto path = folder + "/" + evidence.name;
    for (int n = 2; fs::symlink_status(fs::u8path(path), error).type() != fs::file_type::not_found; ++n) {
        const bool own = fs::symlink_status(fs::u8path(path), error).type() == fs::file_type::regular; // a link may lead anywhere
        if (auto there = own ? readFile(path, text::kLargest) : appeal::Error{}; there && *there == *bytes)
            break;
        const auto dot = evidence.name.rfind('.');
        path = folder + "/" + (dot == std::string::npos ? evidence.name : evidence.name.substr(0, dot)) + "-" + std::to_string(n) + (dot == std::string::npos ? "" : evidence.name.substr(dot));
    }
    const auto name = path.substr(path.find_last_of('/') + 1);
    evidence.name = name;
    evidence.path = name;
    if (auto written = writeFile(path, *bytes); !written)
        return written.error();
    return evidence;
}

} // namespace storage
