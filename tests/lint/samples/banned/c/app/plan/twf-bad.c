static void
bad (char *to, const char *from)
{
  /* strcpy (in a comment) is nothing */
  g_debug ("goto in a string is nothing");
  strcpy (to, from);
  system ("ls");
  goto out;
  g_print ("%s", to);
}
