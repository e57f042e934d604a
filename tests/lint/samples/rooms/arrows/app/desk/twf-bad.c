#include "../plan/twf-plan.h"
#include "twf-plan-private.h"
#include <unicode/ubidi.h>
