// Writes the shipped content as C++: each template file a string of its own, in order of name, and a digest of all.
// usage: embed TEMPLATES OUT.cpp
#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const fs::path root = argv[1];
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(root))
        if (entry.is_regular_file() && (entry.path().extension() == ".json" || entry.path().extension() == ".txt"))
            names.push_back(fs::relative(entry.path(), root).generic_string());
    std::sort(names.begin(), names.end());

    std::ofstream out(argv[2], std::ios::binary);
    out << "#include \"library/clauses.h\"\n\nnamespace library {\n\n";
    std::string content, samples;
    std::uint64_t digest = 1469598103934665603ull;
    const auto mix = [&](const std::string& text) {
        for (const char c : text) {
            digest ^= static_cast<unsigned char>(c);
            digest *= 1099511628211ull;
        }
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::ifstream in(root / names[i], std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        mix(names[i]);
        mix(text);
        out << "static constexpr char k" << i << "[] =";
        // a literal stays under the 16,000 bytes that every compiler takes, and is cut between characters; neighbours join into one
        for (std::size_t at = 0; at < text.size() || at == 0;) {
            auto end = std::min(text.size(), at + 8000);
            while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u)
                --end;
            out << "\n    R\"~~~~(" << text.substr(at, end - at) << ")~~~~\"";
            if (end == at)
                break;
            at = end;
        }
        out << ";\n";
        auto& list = names[i].starts_with("samples/") ? samples : content;
        list += "        {\"" + names[i] + "\", {k" + std::to_string(i) + ", sizeof k" + std::to_string(i) + " - 1}},\n";
    }
    const auto function = [&](const char* name, const std::string& list) {
        out << "\nconst std::vector<Embedded>& " << name << "()\n{\n    static const std::vector<Embedded> all{\n" << list << "    };\n    return all;\n}\n";
    };
    function("embedded", content);
    function("embeddedSamples", samples);
    out << "\nstd::string_view embeddedDigest() { return \"" << std::hex << digest << "\"; }\n\n} // namespace library\n";
    out.flush();
    return out ? 0 : 1;
}
