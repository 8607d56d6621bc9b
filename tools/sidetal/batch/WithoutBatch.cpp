#include "batch/BatchOptions.h"

namespace sidetal::cli {

int runBatchCommand(const BatchCommand& /*command*/, Jobs& /*jobs*/) {
    throw Error("SID-B040", "this program was built without batches (SIDETAL_LIBRARIES)");
}

} // namespace sidetal::cli
