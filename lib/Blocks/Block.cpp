#include "Blocks/Block.h"
