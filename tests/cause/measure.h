#pragma once

#include <cstdio>
#include <string>
#include <vector>

/// Hits, false alarms and misses of one thing that is read.
struct Score
{
    int found = 0, wrong = 0, missed = 0;
    double precision() const { return found + wrong ? double(found) / (found + wrong) : 1; }
    double recall() const { return found + missed ? double(found) / (found + missed) : 1; }
    double f1() const { return precision() + recall() > 0 ? 2 * precision() * recall() / (precision() + recall()) : 0; }
    Score& operator+=(const Score& other)
    {
        found += other.found;
        wrong += other.wrong;
        missed += other.missed;
        return *this;
    }
    void print(const char* name) const { std::printf("  %-28s precision %.3f  recall %.3f  F1 %.3f   (%d found, %d wrong, %d missed)\n", name, precision(), recall(), f1(), found, wrong, missed); }
};

/// Holds what was read against what was expected; what is in @p also is neither right nor wrong.
inline Score score(const std::vector<std::string>& expected, std::vector<std::string> also, std::vector<std::string> got)
{
    Score out;
    for (const auto& e : expected) {
        bool there = false;
        for (auto it = got.begin(); it != got.end() && !there; ++it)
            if (*it == e) {
                got.erase(it);
                there = true;
                break;
            }
        ++(there ? out.found : out.missed);
    }
    for (const auto& g : got) {
        bool fine = false;
        for (const auto& a : also)
            fine = fine || a == g;
        out.wrong += !fine;
    }
    return out;
}
