/* @U+202E@ turned round */
static const char *isolate = "@U+2067@";
