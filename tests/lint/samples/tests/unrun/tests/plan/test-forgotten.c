static void
test_something (void)
{
  g_assert_true (TRUE);
}
