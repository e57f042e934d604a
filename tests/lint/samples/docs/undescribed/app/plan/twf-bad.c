char *
twf_bad_name (void)
{
  return NULL;
}

/**
 * twf_bad_silent:
 * @number: a number
 */
char *
twf_bad_silent (int number, GError **error)
{
  return NULL;
}
