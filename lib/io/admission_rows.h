#ifndef IO_ADMISSION_ROWS_H
#define IO_ADMISSION_ROWS_H

/* Which applications are taken, and why, as records. */

#include "base/buf.h"
#include "io/applications.h"

/* All zeros, but for its rules, is ready. */
struct admission_rows {
	const struct eligibility_rules *rules;

	/* The rest is for admission_rows.c alone. */
	size_t fields;			/* of the input */
	struct buf reasons, cites;
	struct buf found, last;		/* of the check in hand; the last reason */
	struct str *seen;		/* the articles of the record in hand */
	size_t seens, room;
};

/* The input's fields, then the verdict's; an application with its verdict. */
void admission_rows_fields(struct admission_rows *w, const struct rec *in);
void admission_rows_print(struct admission_rows *w,
    const struct admission *m);

/* Instead: a record for each check that is made of it, and each deadline. */
void admission_rows_check_fields(void);
void admission_rows_checks(struct admission_rows *w,
    const struct admission *m);

void admission_rows_free(struct admission_rows *w);

#endif
