#pragma once

#include <cstddef>
#include <iterator>

/// The same numbers in every run and on every machine: for series of changes in tests and benchmarks.
struct Dice
{
    unsigned state = 1;
    std::size_t upTo(std::size_t count)
    {
        state = state * 1664525u + 1013904223u;
        return (state >> 8) % count;
    }
    template <typename List>
    const auto& of(const List& list) { return list[upTo(std::size(list))]; }
};
