static void
bad (GtkLabel *label)
{
  gtk_label_set_justify (label, GTK_JUSTIFY_RIGHT);
}
