#ifndef IO_COUNCIL_SEAT_H
#define IO_COUNCIL_SEAT_H

/* Seats in councils as records: the schema `seat`. */

#include <stdbool.h>
#include <stddef.h>

#include "civic/council.h"
#include "civic/seats.h"
#include "io/rec.h"

/* Where the fields of a seat stand in an input. */
enum { COUNCIL_SEAT_COUNCIL, COUNCIL_SEAT_LEVEL, COUNCIL_SEAT_BODY,
    COUNCIL_SEAT_MEMBER, COUNCIL_SEAT_ORIGIN, COUNCIL_SEAT_ORGANISATION,
    COUNCIL_SEAT_SINCE, COUNCIL_SEAT_UNTIL, COUNCIL_SEAT_TERM,
    COUNCIL_SEAT_FIELDS };
struct council_seat {
	size_t place[COUNCIL_SEAT_FIELDS], person;

	/*
	 * The rest is for council_seat.c alone: what the last seat had, as
	 * the seats of a council, which come together, mostly agree in it.
	 */
	size_t level_seen, origin_seen;
	struct council_day {
		char text[10];
		long day;
	} since_seen, until_seen;
};

/* Dies if a field is missing; person may be. */
struct council_seat council_seat_fields(const struct rec *in);

/*
 * The seat of the record in hand: views until the next rec_next.  False if
 * it is refused (rec_refuse), for all that is wrong with it at once.
 */
bool council_seat_read(struct council_seat *place, struct rec *in,
    const struct council_law *law, struct seat *seat);

#endif
