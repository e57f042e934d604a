const git_error *a (void) { return git_error_last (); }
