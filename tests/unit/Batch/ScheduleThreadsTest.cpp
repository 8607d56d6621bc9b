#include "Batch/ParallelFor.h"
#include "Batch/Schedule.h"

#include <gtest/gtest.h>

#include <random>

namespace sidetal::batch {
namespace {

/// A plan of inputs with so many tasks each; every tenth input is large.
BatchPlan planOf(const std::vector<std::size_t>& tasks) {
    BatchPlan plan;
    for (std::uint32_t i = 0; i < tasks.size(); ++i) {
        plan.inputs.push_back({"in", "", "", i % 10 == 3 ? 1000u : 10u});
        for (std::size_t k = 0; k < tasks[i]; ++k) {
            plan.tasks.push_back({i, 0, std::to_string(i) + "-" + std::to_string(k)});
        }
    }
    return plan;
}

TEST(ScheduleThreads, GiveEachTaskOnceAndReadEachInputOnce) {
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        std::vector<std::size_t> tasks(60);
        for (std::size_t& count : tasks) {
            count = random() % 5 == 0 ? 30 : random() % 3;
        }
        const BatchPlan plan = planOf(tasks);
        Schedule schedule(plan, 100);
        std::vector<std::atomic<int>> given(plan.tasks.size());
        std::vector<std::atomic<int>> reads(plan.inputs.size());
        std::atomic<int> open = 0;
        std::atomic<int> openLarge = 0;
        std::atomic<bool> tooMany = false;
        const auto read = [&](std::uint32_t i) {
            ++reads[i];
            tooMany = tooMany || ++open > 4;
            tooMany = tooMany || (plan.inputs[i].bytes > 100 && ++openLarge > 1);
            return ReadInput{};
        };
        std::vector<std::atomic<std::size_t>> left(plan.inputs.size());
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            left[i] = tasks[i];
        }
        inThreads(4, [&](unsigned) {
            while (const auto turn = schedule.next(read)) {
                ++given[turn->task];
                const std::uint32_t input = plan.tasks[turn->task].input;
                if (--left[input] == 0) { // before done(), so that the count is never too high
                    openLarge -= plan.inputs[input].bytes > 100 ? 1 : 0;
                    --open;
                }
                schedule.done(*turn);
            }
        });
        for (const auto& count : given) {
            EXPECT_EQ(count, 1);
        }
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            EXPECT_EQ(reads[i], tasks[i] == 0 ? 0 : 1);
        }
        EXPECT_FALSE(tooMany);
    }
}

TEST(ScheduleThreads, EndWhereThatIsAskedFor) {
    const BatchPlan plan = planOf({100, 100, 100});
    Schedule schedule(plan, 100);
    std::atomic<int> given = 0;
    inThreads(4, [&](unsigned) {
        while (const auto turn = schedule.next([](std::uint32_t) { return ReadInput{}; })) {
            if (++given == 20) {
                schedule.end();
            }
            schedule.done(*turn);
        }
    });
    EXPECT_GE(given, 20);
    EXPECT_LT(given, 24);
}

TEST(ScheduleThreads, ThrowWhatOneOfThemThrows) {
    std::atomic<int> ended = 0;
    EXPECT_THROW(inThreads(4,
                           [&](unsigned number) {
                               ++ended;
                               if (number == 2) {
                                   throw std::runtime_error("x");
                               }
                           }),
                 std::runtime_error);
    EXPECT_EQ(ended, 4);
}

} // namespace
} // namespace sidetal::batch
