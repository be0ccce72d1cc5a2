#ifndef IO_ACTIVITY_ROWS_H
#define IO_ACTIVITY_ROWS_H

/* The fields of a council's row that tell of change and activity. */

#include "io/council_rows.h"

void activity_rows_change_fields(void);
void activity_rows_change(const struct council_state *s);

void activity_rows_fields(void);
void activity_rows_put(const struct council_rows *r,
    const struct council_state *s);

#endif
