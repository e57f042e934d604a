/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SPDX-FileCopyrightText: The Tawafuq developers */
#pragma once

#include "twf-workbench.h"
#include "twf-workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define TWF_TYPE_WINDOW (twf_window_get_type ())
G_DECLARE_FINAL_TYPE (TwfWindow, twf_window, TWF, WINDOW, AdwApplicationWindow)

/* A window on one plan, or on the choice of one. */
TwfWindow *twf_window_new (GtkApplication *application, GSettings *settings);
GSettings *twf_window_get_settings (TwfWindow *self);
TwfWorkbench *twf_window_get_workbench (TwfWindow *self);
TwfWorkspace *twf_window_get_workspace (TwfWindow *self);
gboolean twf_window_has_path (TwfWindow *self, const char *path);

void twf_window_open (TwfWindow *self, const char *path);
void twf_window_create (TwfWindow *self, const char *path, TwfPlan *plan, const char *message);
void
twf_window_open_or_create (TwfWindow *self, const char *path, TwfPlan *plan, const char *message);
void twf_window_close_plan (TwfWindow *self, gboolean close_window);
void twf_window_take_desk (TwfWindow *self, TwfDesk *desk);

void twf_window_receive (TwfWindow *self, const char *path);

void twf_window_offer (TwfWindow *self,
                       const char *text,
                       const char *label,
                       const char *action,
                       GVariant *target);
void twf_window_notice (TwfWindow *self, const char *text, gboolean undoable);
void twf_window_report (TwfWindow *self, const GError *error, const char *subject);

G_END_DECLS
