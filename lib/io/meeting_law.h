#ifndef IO_MEETING_LAW_H
#define IO_MEETING_LAW_H

/*
 * What the law asks of meetings, from its rule file; all trouble dies.  Each
 * meeting is judged by the edition in force on its day.
 */

#include "base/arena.h"
#include "civic/meeting.h"

struct meeting_laws;

/* The file is of the kind `council`, as share/rules/council.yaml shows it. */
struct meeting_laws *meeting_law_open(struct arena *a, const char *name);

/* The edition in force on a day; NULL if there is none. */
const struct meeting_law *meeting_law_on(struct meeting_laws *l, long day);

#endif
