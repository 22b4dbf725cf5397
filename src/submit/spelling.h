#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace submit {

/// English words by a Hunspell dictionary. British spellings of words that it knows in American are right too.
/// Safe to use from several threads: Hunspell is not, so one lock stands before it (the only one of the core).
class Spelling
{
public:
    /// @param folders searched for en_US.aff and en_US.dic, in order
    /// @param terms words of the field that no dictionary has
    /// @return nullptr where no dictionary is found
    static std::shared_ptr<const Spelling> load(const std::vector<std::string>& folders, const std::vector<std::string>& terms);
    ~Spelling();

    bool right(std::string_view word) const;
    /// The one word or pair of words that was most likely meant, by a single slip; "" where none comes near. Small letters. Some 0.5 ms.
    std::string better(std::string_view word) const;

private:
    struct Parts;
    explicit Spelling(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace submit
