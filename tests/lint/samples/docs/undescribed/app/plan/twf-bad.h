char *twf_bad_name (void);
char *twf_bad_silent (int number, GError **error);
void twf_bad_missing (void);
#define TWF_BAD_MACRO(x) twf_bad_name (x)
