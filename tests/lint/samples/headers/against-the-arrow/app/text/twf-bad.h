#pragma once
#include "twf-above.h"
