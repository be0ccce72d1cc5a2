#ifndef IO_CONTROL_FILES_H
#define IO_CONTROL_FILES_H

/*
 * Acts of public control and their recommendations, as records of these
 * kinds.  What does not fit, or has a day outside the calendar, is refused.
 */

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/map.h"
#include "civic/control_case.h"
#include "io/control_law.h"
#include "io/control_replies.h"
#include "io/rec.h"

struct control_files {
	struct arena run;
	struct rec *in;
	long day;

	/* The rest is for control_files.c alone. */
	const struct schema *kind;
	struct control_laws laws;
	struct control_replies replies;
	size_t *place;
	struct str *value;
	size_t id, form, object, subjects, standing, day_field[CONTROL_DAYS];
	struct map ids, refused;
};

/*
 * Open the acts.  The recommendations may be NULL, as may be the file for
 * what is refused.
 */
void control_files_open(struct control_files *f, const char *rules,
    char **files, const char *recommendations, const char *rejects, long day);

/*
 * The next good act with what is judged of it, in c, which is all zeros the
 * first time.  Its texts are views until the next.
 */
bool control_files_next(struct control_files *f, struct control_case *c);

/* Refuses recommendations of acts that did not come.  The exit status. */
int control_files_close(struct control_files *f, struct control_case *c);

#endif
