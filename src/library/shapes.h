#pragma once

#include <span>
#include <string_view>

namespace library {

/// The members that one kind of object may have. resources/pack.schema.json says the same for editors; a test holds the two together.
struct Shape
{
    std::string_view name; ///< of its definition in the schema: "cause", "cause_evidence"
    std::span<const std::string_view> members, required;
    bool open = false;     ///< further members are for the folder that reads it
};

std::span<const Shape> shapes();
const Shape& shape(std::string_view name);

/// An array of a pack and the shape of its entries.
struct PackArray { std::string_view name, entry; };
std::span<const PackArray> packArrays();

} // namespace library
