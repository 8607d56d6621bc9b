#pragma once

namespace sidetal::cli {

/// To be called first. Lets a signal that ends the program remove the files that are being written
/// (files/PendingFile.h); lets writes fail with an error instead of a signal (SIGPIPE, SIGXFSZ); and holds
/// the numbers of standard descriptors that are closed, so that no output gets one of them and messages in
/// it.
void prepareProcess();

} // namespace sidetal::cli
