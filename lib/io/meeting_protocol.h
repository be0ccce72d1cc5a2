#ifndef IO_MEETING_PROTOCOL_H
#define IO_MEETING_PROTOCOL_H

/* Printing the protocol of a council's meeting, as records. */

#include "io/meetings.h"

/* The header. */
void meeting_protocol_fields(void);

/*
 * The meeting with all that its record says, who was there, the quorum, the
 * votes, and what is wrong.  in is the input that it came from.
 */
void meeting_protocol_print(const struct meetings *m,
    const struct meeting *one, const struct rec *in);

#endif
