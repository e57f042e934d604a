static const char *word = N_ ("Save");
