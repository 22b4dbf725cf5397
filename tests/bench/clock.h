#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

/// Timing for the benchmarks: they print, they assert nothing.
namespace bench {

struct Times { double p50 = 0, p99 = 0, worst = 0; }; ///< microseconds

template <typename Work>
Times measure(int runs, Work work)
{
    std::vector<double> all;
    work(); // warm
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        all.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(all.begin(), all.end());
    return {all[all.size() / 2], all[all.size() * 99 / 100], all.back()};
}

} // namespace bench
