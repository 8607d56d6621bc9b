#include "Commands.h"
#include "Validators.h"
#include "batch/BatchOptions.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace sidetal::cli {

namespace {

void addOptions(CLI::App& app, BatchCommand& command) {
    app.add_option("-j,--threads", command.threads, "How many threads render; default all that there are")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
    app.add_flag("--dry-run", command.dryRun, "Print what would be made, and make nothing");
    app.add_flag("--resume", command.resume, "Keep what is there and up to date, make the rest");
    app.add_flag("--wait", command.wait, "Where another batch is at work in the folder, wait for its end");
    app.add_flag("--watch", command.watch,
                 "Then make what changes, whenever it does, until stopped by Ctrl-C; implies --resume");
    app.add_option("--progress", command.progress,
                   "How it is told how far the batch is: text (default), json on standard output, or none")
        ->type_name("FORM")
        ->check(oneOf({"text", "json", "none"}));
    app.add_flag("--fail-fast", command.failFast, "Stop at the first document that fails");
    app.add_option("--keep-going", command.mostFailures, "Stop once N documents have failed; default never")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000'000));
    app.add_option("--report", command.reports,
                   "Write what came of each file, failures first: as a PDF for people where FILE is called "
                   ".pdf, else as JSON; repeatable")
        ->type_name("FILE")
        ->allow_extra_args(false)
        ->check(notEmpty());
    app.add_option("--shard", command.shard, "Make part I of N, by the files' names: for several machines")
        ->type_name("I/N")
        ->check(notEmpty());
    app.add_option("--durability", command.durability,
                   "Whether files outlive the machine's end: none, group (default) or each")
        ->type_name("HOW")
        ->check(oneOf({"none", "group", "each"}));
}

int run(const BatchCommand& command, Jobs& jobs) {
    int status = 0;
    const Outcome outcome = jobs.run([&](Messages&) {
        if (command.status.empty() && command.job.empty()) {
            throw Error("SID-R023", "JOB is required, or --status");
        }
        if (command.status.empty() && command.output.empty() && !command.dryRun) {
            throw Error("SID-R023", "-o is required: the folder that the files go to");
        }
        status = runBatchCommand(command, jobs);
    });
    return outcome == Outcome::Failed ? exitStatus(outcome) : status;
}

} // namespace

Subcommand addBatch(CLI::App& parent) {
    auto command = std::make_shared<BatchCommand>();
    CLI::App* app = parent.add_subcommand("batch", "Make all files of a job into a folder, and lose none");
    app->add_option("JOB", command->job, "What is made of what, JSON (sidetal schema job)")
        ->type_name("")
        ->check(notEmpty());
    app->add_option("-o,--output", command->output, "The folder of the files, made where it is missing")
        ->type_name("DIR")
        ->check(notEmpty());
    addOptions(*app, *command);
    addFontsOption(*app, command->fonts);
    app->add_option("--accept-unknown-key", command->acceptedKeys,
                    "Pass over unknown keys of this name, though they may say who sees what; repeatable")
        ->type_name("NAME")
        ->allow_extra_args(false)
        ->check(notEmpty());
    app->add_option("--status", command->status, "Say how far the batches in a folder are, and do nothing")
        ->type_name("DIR")
        ->check(notEmpty());
    return {app, [command](Jobs& jobs) { return run(*command, jobs); }};
}

} // namespace sidetal::cli
