#include "Batch/Schedule.h"

#include <algorithm>
#include <utility>

namespace sidetal::batch {

Schedule::Schedule(const BatchPlan& plan, std::uint64_t largeInput) {
    for (std::size_t i = 0; i < plan.tasks.size();) {
        OpenInput input;
        input.index = plan.tasks[i].input;
        input.next = i;
        input.isLarge = plan.inputs[input.index].bytes > largeInput;
        while (i < plan.tasks.size() && plan.tasks[i].input == input.index) {
            ++i;
        }
        input.end = i;
        (input.isLarge ? waitingLarge_ : waiting_).push_back(std::move(input));
    }
}

std::shared_ptr<OpenInput> Schedule::openNext() {
    // Large ones first: what takes longest is best begun early.
    std::deque<OpenInput>& from = !waitingLarge_.empty() && !hasLarge_ ? waitingLarge_ : waiting_;
    if (from.empty()) {
        return nullptr;
    }
    auto out = std::make_shared<OpenInput>(std::move(from.front()));
    from.pop_front();
    hasLarge_ = hasLarge_ || out->isLarge;
    open_.push_back(out);
    return out;
}

std::optional<Schedule::Turn> Schedule::take(const std::shared_ptr<OpenInput>& input) {
    if (!input->isRead || input->next == input->end) {
        return std::nullopt;
    }
    ++input->beingMade;
    return Turn{input, input->next++};
}

std::optional<Schedule::Turn> Schedule::help() {
    for (const auto& input : open_) {
        if (auto turn = take(input)) {
            return turn;
        }
    }
    return std::nullopt;
}

std::optional<Schedule::Turn> Schedule::next(const std::function<ReadInput(std::uint32_t)>& read,
                                             const OpenInput* last) {
    std::unique_lock lock(guard_);
    while (!ended_) {
        const auto same = std::ranges::find_if(open_, [&](const auto& input) { return input.get() == last; });
        if (same != open_.end() && (*same)->next != (*same)->end) {
            return take(*same);
        }
        // An input that is open with tasks left and nobody at work on it is this thread's own.
        const auto own = std::ranges::find_if(open_, [](const auto& input) {
            return input->isRead && input->beingMade == 0 && input->next != input->end;
        });
        if (own != open_.end()) {
            return take(*own);
        }
        if (const auto input = openNext()) {
            lock.unlock();
            ReadInput result = read(input->index);
            lock.lock();
            input->read = std::move(result);
            input->isRead = true;
            changed_.notify_all();
            if (!ended_) {
                return take(input);
            }
            break;
        }
        if (auto turn = help()) {
            return turn;
        }
        if (open_.empty()) {
            break;
        }
        changed_.wait(lock);
    }
    return std::nullopt;
}

void Schedule::done(const Turn& turn) {
    const std::lock_guard lock(guard_);
    --turn.input->beingMade;
    if (turn.input->beingMade == 0 && turn.input->next == turn.input->end) {
        hasLarge_ = hasLarge_ && !turn.input->isLarge;
        std::erase(open_, turn.input);
        changed_.notify_all();
    }
}

void Schedule::end() {
    const std::lock_guard lock(guard_);
    ended_ = true;
    changed_.notify_all();
}

} // namespace sidetal::batch
