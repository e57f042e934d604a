static void
bad (void)
{
  g_usleep (1000);
}
