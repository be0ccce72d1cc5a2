#ifndef IO_CONTROL_WORDS_H
#define IO_CONTROL_WORDS_H

/* What is wrong with acts of public control, in words. */

#include "base/buf.h"
#include "civic/control_case.h"

/* "overdue"; of what there is no day to count from, why that is. */
const char *control_words_state(enum control_step step,
    enum control_state state);

/* Append "2 days late", or nothing. */
void control_words_verdict(struct buf *out, const struct control_verdict *v);

/* The same of an answer: "1 day late, not separate". */
void control_words_answer(struct buf *out, const struct control_reply *r);

/* Append who does not conform: "X (conflict), Y (none)", or nothing. */
void control_words_subjects(struct buf *out, const struct control_case *c);

/* Append what the final document lacks: "lacks time, tasks", or nothing. */
void control_words_document(struct buf *out, const struct control_case *c);

/* Append the article, and whether a day on the way is an estimate. */
void control_words_cite(struct buf *out, const struct control_verdict *v);

/* Append all that is wrong, each with its article, or nothing. */
void control_words_all(struct buf *out, const struct control_case *c);

#endif
