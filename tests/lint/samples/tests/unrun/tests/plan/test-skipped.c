static void
test_something (void)
{
  g_test_skip (NULL);
  g_assert_true (TRUE);
}

int
main (void)
{
  g_test_add_func ("/something", test_something);
}
