#include "Commands.h"
#include "Validators.h"
#include "batch/BatchOptions.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <utility>

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

void addJoinOptions(CLI::App& app, BatchCommand& command) {
    CLI::Option* join =
        app.add_option("--join", command.join, "Make one PDF of all files, in place of those of -o")
            ->type_name("FILE")
            ->check(notEmpty());
    app.add_flag("--join-duplex", command.joinDuplex,
                 "Each document begins on a front page when printed on both sides")
        ->needs(join);
    app.add_flag("--join-separators", command.joinSeparators, "A sheet before each document names it")
        ->needs(join);
    app.add_option("--join-parts", command.joinParts,
                   "In parts of at most N pages, FILE-1.pdf and so on; no document is divided")
        ->type_name("N")
        ->check(CLI::Range(1, 1'000'000'000))
        ->needs(join);
    app.add_option("--join-title", command.joinTitle,
                   "The joined file's title; default what its documents have in common")
        ->type_name("TEXT")
        ->check(notEmpty())
        ->needs(join);
    app.add_flag("--join-incomplete", command.joinIncomplete,
                 "Leave out documents that fail; default: where one fails nothing is written")
        ->needs(join);
}

/// A joined file is made anew and whole: what is about the folder and its journal is not for it.
void checkJoin(const BatchCommand& command) {
    if (command.join.empty()) {
        return;
    }
    for (const auto& [given, option] :
         {std::pair(!command.output.empty(), "-o"), std::pair(command.resume, "--resume"),
          std::pair(command.watch, "--watch"), std::pair(command.wait, "--wait"),
          std::pair(!command.reports.empty(), "--report"), std::pair(!command.shard.empty(), "--shard")}) {
        if (given) {
            throw Error("SID-R023", std::string("--join makes one file, not a folder of them, expected no ") +
                                        option + " with it");
        }
    }
}

int run(const BatchCommand& command, Jobs& jobs) {
    int status = 0;
    const Outcome outcome = jobs.run([&](Messages&) {
        if (command.status.empty() && command.job.empty()) {
            throw Error("SID-R023", "JOB is required, or --status");
        }
        if (command.status.empty() && command.output.empty() && command.join.empty() && !command.dryRun) {
            throw Error("SID-R023", "-o is required: the folder that the files go to; or --join");
        }
        checkJoin(command);
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
    addJoinOptions(*app, *command);
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
