#pragma once

#include <algorithm>
#include <chrono>
#include <ctime>
#include <vector>

/// Timing for the benchmarks: they print, they assert nothing.
namespace bench {

/// Microseconds. Of the processor for this thread, so that a busy machine does not blur them; `wall` is what the clock on the wall says at the 99th percentile.
struct Times { double p50 = 0, p99 = 0, worst = 0, wall = 0; };

/// Microseconds of the processor for this thread.
inline double busy()
{
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) * 1e6 + static_cast<double>(t.tv_nsec) / 1e3;
}

/// The value below which @p share of @p all lies.
inline double at(std::vector<double> all, double share)
{
    std::sort(all.begin(), all.end());
    return all.empty() ? 0 : all[std::min(all.size() - 1, static_cast<std::size_t>(static_cast<double>(all.size()) * share))];
}

/// How long @p work keeps the processor.
template <typename Work>
double spent(Work work)
{
    const auto start = busy();
    work();
    return busy() - start;
}

template <typename Work>
Times measure(int runs, Work work)
{
    std::vector<double> all, wall;
    work(); // warm
    for (int i = 0; i < runs; ++i) {
        const auto begun = std::chrono::steady_clock::now();
        all.push_back(spent(work));
        wall.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begun).count());
    }
    return {at(all, 0.5), at(all, 0.99), at(all, 1), at(wall, 0.99)};
}

} // namespace bench
