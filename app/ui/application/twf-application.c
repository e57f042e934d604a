/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#define G_LOG_DOMAIN "twf-ui"

#include "config.h"

#include "twf-application.h"

#include "twf-desk-home.h"
#include "twf-help.h"
#include "twf-interface.h"
#include "twf-look.h"
#include "twf-preferences.h"
#include "twf-recent.h"
#include "twf-spoken.h"
#include "twf-window.h"

#include <glib/gi18n.h>

/* How the names of plans' folders end, and those of contribution files. */
#define PLAN ".twf"
#define SENT ".tawafuq"

struct _TwfApplication
{
  AdwApplication parent_instance;

  /* Owned. */
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (TwfApplication, twf_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "language",
    0,
    0,
    G_OPTION_ARG_STRING,
    NULL,
    N_ ("Language of the interface, for this time"),
    N_ ("TAG") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and leave"), NULL },
  { NULL },
};

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfApplication *self = TWF_APPLICATION (user_data);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  GtkWindow *main = active;

  while (main != NULL && !TWF_IS_WINDOW (main))
    main = gtk_window_get_transient_for (main);
  twf_preferences_present (
      active, self->settings, main != NULL ? twf_window_get_workbench (TWF_WINDOW (main)) : NULL);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const developers[] = { "The Tawafuq developers", NULL };

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (user_data)),
                         "application-name",
                         _ ("Tawafuq"),
                         "application-icon",
                         APPLICATION_ID,
                         "version",
                         PACKAGE_VERSION,
                         "comments",
                         _ ("Draft a plan of action together"),
                         "developer-name",
                         _ ("The Tawafuq developers"),
                         "developers",
                         developers,
                         "license-type",
                         GTK_LICENSE_GPL_3_0,
                         "translator-credits",
                         /* Translators: put your own names here. */
                         _ ("translator-credits"),
                         NULL);
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (active != NULL)
    twf_help_show (active);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows
      = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each window asks about its own changes. */
  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_close (window->data);
}

static void show_inbox_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data);

static const GActionEntry entries[] = {
  { "preferences", preferences_cb },
  { "help", help_cb },
  { "about", about_cb },
  { "quit", quit_cb },
  { "show-inbox", show_inbox_cb, "s" },
};

/* What moves along the lines of reading is mirrored with them. */
static void
set_keys (TwfApplication *self)
{
  const gboolean rtl = twf_interface_is_rtl (self->settings);
  const struct
  {
    const char *action;
    const char *keys[3];
  } keys[] = {
    { "app.quit", { "<Control>q" } },
    { "app.preferences", { "<Control>comma" } },
    { "app.help", { "F1" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "win.new-plan", { "<Control>n" } },
    { "win.open", { "<Control>o" } },
    { "win.import", { "<Control>i" } },
    { "win.export", { "<Control>e" } },
    { "win.compare", { "<Control><Shift>d" } },
    { "win.merge", { "<Control>m" } },
    { "win.send::", { "<Control><Shift>m" } },
    { "win.sync", { "<Control>r" } },
    { "win.propose", { "<Control><Shift>p" } },
    { "win.save", { "<Control>s" } },
    { "win.undo", { "<Control>z" } },
    { "win.redo", { "<Shift><Control>z", "<Control>y" } },
    { "win.search", { "<Control>f" } },
    { "win.replace", { "<Control>h" } },
    { "win.agreed", { "<Control>l" } },
    { "win.add-after", { "<Control>Return" } },
    { "win.add-under", { "<Shift><Control>Return" } },
    { "win.move-up", { "<Alt>Up" } },
    { "win.move-down", { "<Alt>Down" } },
    { "win.indent", { "<Control>bracketright", rtl ? "<Alt>Left" : "<Alt>Right" } },
    { "win.outdent", { "<Control>bracketleft", rtl ? "<Alt>Right" : "<Alt>Left" } },
    { "win.room", { "<Control><Shift>r" } },
    { "win.next-speaker", { "<Control><Shift>k" } },
    { "win.show-outline", { "F6" } },
    { "win.translations", { "<Control><Shift>t" } },
    { "win.next-translation", { "F4" } },
    { "win.previous-translation", { "<Shift>F4" } },
    { "win.mark-translated", { "<Control>t" } },
    { "win.not-affected", { "<Control><Shift>n" } },
    { "win.show-page::draft", { "<Control>1" } },
    { "win.show-page::reading", { "<Control>2" } },
    { "win.show-page::history", { "<Control>3" } },
    { "win.show-page::inbox", { "<Control>4" } },
    { "win.show-page::overview", { "<Control>5" } },
    { "window.close", { "<Control>w" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action, keys[i].keys);
}

static int
twf_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  TwfApplication *self = TWF_APPLICATION (application);
  g_autofree char *chosen = g_settings_get_string (self->settings, "interface-language");
  const char *language = *chosen != '\0' ? chosen : NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("tawafuq %s\n", PACKAGE_VERSION);
      return 0;
    }
  g_variant_dict_lookup (dict, "language", "&s", &language);
  twf_interface_use_language (language);
  return -1;
}

static void
twf_application_startup (GApplication *application)
{
  TwfApplication *self = TWF_APPLICATION (application);

  G_APPLICATION_CLASS (twf_application_parent_class)->startup (application);

  /* GTK sets both when it starts; what is set before is lost. */
  gtk_widget_set_default_direction (twf_interface_is_rtl (self->settings) ? GTK_TEXT_DIR_RTL
                                                                          : GTK_TEXT_DIR_LTR);
  g_object_set (gtk_settings_get_default (), "gtk-split-cursor", TRUE, NULL);
  gtk_window_set_default_icon_name (APPLICATION_ID);
  twf_look_follow (self->settings);
  twf_look_fit_windows ();
  twf_spoken_follow_dialogs ();
  twf_help_follow_windows ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  set_keys (self);
}

static TwfWindow *
find_window (TwfApplication *self, const char *path)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *window = windows; window != NULL; window = window->next)
    if (TWF_IS_WINDOW (window->data)
        && (path != NULL ? twf_window_has_path (window->data, path)
                         : twf_window_get_workbench (window->data) == NULL))
      return window->data;
  return NULL;
}

/* What a notification leads to. */
static void
show_inbox_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TwfWindow *window
      = find_window (TWF_APPLICATION (user_data), g_variant_get_string (parameter, NULL));

  if (window == NULL)
    return;
  gtk_window_present (GTK_WINDOW (window));
  twf_workspace_show_page (twf_window_get_workspace (window), "inbox");
}

static TwfWindow *
ensure_window (TwfApplication *self)
{
  TwfWindow *window = find_window (self, NULL);

  return window != NULL ? window : twf_window_new (GTK_APPLICATION (self), self->settings);
}

/* The one that is looked at; without any, a new one. */
static TwfWindow *
get_window (TwfApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !TWF_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  return window != NULL ? TWF_WINDOW (window) : ensure_window (self);
}

static void
twf_application_activate (GApplication *application)
{
  TwfApplication *self = TWF_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  gtk_window_present (window != NULL ? window : GTK_WINDOW (ensure_window (self)));
}

static void
open_plan (TwfApplication *self, const char *path)
{
  TwfWindow *window = find_window (self, path);

  if (window == NULL)
    {
      window = ensure_window (self);
      twf_window_open (window, path);
    }
  gtk_window_present (GTK_WINDOW (window));
}

/* Those that are open come first: where two copies of a plan lie here, it is theirs. */
static GStrv
list_plans (TwfApplication *self)
{
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  GList *recent = twf_recent_list ();

  for (GList *window = gtk_application_get_windows (GTK_APPLICATION (self)); window != NULL;
       window = window->next)
    {
      TwfWorkbench *workbench
          = TWF_IS_WINDOW (window->data) ? twf_window_get_workbench (window->data) : NULL;

      if (workbench != NULL)
        g_strv_builder_add (paths, twf_desk_get_path (twf_workbench_get_desk (workbench)));
    }
  for (GList *item = recent; item != NULL; item = item->next)
    {
      g_autofree char *path
          = g_filename_from_uri (gtk_recent_info_get_uri (item->data), NULL, NULL);

      if (path != NULL)
        g_strv_builder_add (paths, path);
    }
  g_list_free_full (recent, (GDestroyNotify)gtk_recent_info_unref);
  return g_strv_builder_end (paths);
}

/* What a file that is no plan has to do with the plans here. */
static void
place_file (TwfApplication *self, const char *path, const TwfFileHome *home)
{
  TwfWindow *window = home->plan != NULL ? find_window (self, home->plan) : NULL;

  if (home->plan != NULL && window == NULL)
    {
      window = ensure_window (self);
      twf_window_open (window, home->plan);
    }
  if (window == NULL)
    window = get_window (self);
  gtk_window_present (GTK_WINDOW (window));
  if (home->plan != NULL)
    twf_window_receive (window, path);
  else if (home->is_invitation)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.join-file", "s", path);
  else
    twf_window_notice (window,
                       _ ("This contribution is of a plan that was not opened here yet. Open the "
                          "plan, then the file again."),
                       FALSE);
}

typedef struct
{
  TwfApplication *application; /* held */
  char *path;
} Arrival;

static void
arrival_free (Arrival *arrival)
{
  g_application_release (G_APPLICATION (arrival->application));
  g_object_unref (arrival->application);
  g_free (arrival->path);
  g_free (arrival);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Arrival, arrival_free)

/* What is no contribution file is a plan, or opening it as one says what is wrong with it. */
static void
home_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Arrival) arrival = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TwfFileHome) home = twf_desk_find_home_finish (result, &error);

  if (home != NULL)
    place_file (arrival->application, arrival->path, home);
  else if (g_str_has_suffix (arrival->path, SENT))
    {
      g_autofree char *name = g_path_get_basename (arrival->path);
      TwfWindow *window = get_window (arrival->application);

      gtk_window_present (GTK_WINDOW (window));
      twf_window_report (window, error, name);
    }
  else
    open_plan (arrival->application, arrival->path);
}

static void
find_home (TwfApplication *self, const char *path)
{
  Arrival *arrival = g_new0 (Arrival, 1);
  g_auto (GStrv) plans = list_plans (self);

  arrival->application = g_object_ref (self);
  g_application_hold (G_APPLICATION (self));
  arrival->path = g_strdup (path);
  twf_desk_find_home_async (path, (const char *const *)plans, NULL, home_found_cb, arrival);
}

static void
twf_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  TwfApplication *self = TWF_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      const char *path = g_file_peek_path (files[i]);

      if (path == NULL)
        continue;
      if (g_str_has_suffix (path, PLAN) || find_window (self, path) != NULL)
        open_plan (self, path);
      else
        find_home (self, path);
    }
}

static void
twf_application_finalize (GObject *object)
{
  g_clear_object (&TWF_APPLICATION (object)->settings);
  G_OBJECT_CLASS (twf_application_parent_class)->finalize (object);
}

static void
twf_application_class_init (TwfApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = twf_application_finalize;
  application_class->handle_local_options = twf_application_handle_local_options;
  application_class->startup = twf_application_startup;
  application_class->activate = twf_application_activate;
  application_class->open = twf_application_open;
}

static void
twf_application_init (TwfApplication *self)
{
  self->settings = g_settings_new (APPLICATION_ID);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[PLAN|FILE…]"));
}

/**
 * twf_application_new:
 *
 * Returns: (transfer full): the application
 */
TwfApplication *
twf_application_new (void)
{
  return g_object_new (TWF_TYPE_APPLICATION,
                       "application-id",
                       APPLICATION_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       "/org/tawafuq/Tawafuq",
                       NULL);
}
