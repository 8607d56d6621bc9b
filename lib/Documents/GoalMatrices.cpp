#include "Documents/Codecs.h"
#include "Documents/KindCodec.h"
#include "Documents/KindSchema.h"
#include "Model/Fields/GoalMatrixFields.h"

namespace sidetal::input {

namespace {

Document readMatrix(const Node& root, DocumentKind /*kind*/) {
    GoalMatrix out;
    readObject(root, out, true);
    return out;
}

void writeMatrix(JsonWriter& json, const Document& document) {
    writeMembers(json, std::get<GoalMatrix>(document));
}

} // namespace

const KindCodec kGoalMatrices{readMatrix, writeMatrix, kindSchema<GoalMatrix>};

} // namespace sidetal::input
