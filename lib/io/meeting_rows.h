#ifndef IO_MEETING_ROWS_H
#define IO_MEETING_ROWS_H

/* Printing the records about meetings that council-meet(1) describes. */

#include "base/buf.h"
#include "io/meetings.h"

/* The header: what is added to that of the input, or that of verdicts. */
void meeting_rows_fields(const struct rec *in);
void meeting_rows_explain_fields(void);

/* What is said of a meeting, behind its own values: so many. */
void meeting_rows_print(const struct meetings *m, const struct meeting *one,
    size_t values);

/* A record for each verdict on it. */
void meeting_rows_explain(const struct meetings *m,
    const struct meeting *one);

/* Append why a rule is broken or open, with both sides of a comparison. */
void meeting_rows_detail(struct buf *out, const struct meetings *m,
    const struct meeting *one, enum meeting_rule rule);

/* The same for a vote, whatever came of it. */
void meeting_rows_vote(struct buf *out, const struct meetings *m,
    const struct meeting *one, const struct meetings_vote *v);

#endif
