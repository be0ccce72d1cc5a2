#ifndef IO_CONTROL_ROWS_H
#define IO_CONTROL_ROWS_H

/* Acts of public control as records of output, one each or one a verdict. */

#include <stdbool.h>

#include "base/buf.h"
#include "civic/control_case.h"

struct control_rows {
	bool only_owed;		/* print only what is due by this day */
	long by;
	size_t owed;		/* acts with such */

	/* The rest is for control_rows.c and control_words.c alone. */
	struct buf text;
};

/* The header, then each act: one record. */
void control_rows_fields(void);
void control_rows_print(struct control_rows *r, const struct control_case *c);

/* The same with a record for each verdict. */
void control_rows_explain_fields(void);
void control_rows_explain(struct control_rows *r,
    const struct control_case *c);

#endif
