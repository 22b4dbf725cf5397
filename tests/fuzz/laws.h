#pragma once

#include <cstdio>
#include <cstdlib>

/// What must hold whatever comes in: a target that breaks it stops with the law's name.
inline void law(bool holds, const char* name)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", name);
    std::abort();
}
