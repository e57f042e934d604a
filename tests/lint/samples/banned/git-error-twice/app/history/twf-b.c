const git_error *b (void) { return git_error_last (); }
