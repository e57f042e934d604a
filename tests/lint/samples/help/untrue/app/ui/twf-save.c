static const char *label = _ ("_Save");
