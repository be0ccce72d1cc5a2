#ifndef CIVIC_DATE_H
#define CIVIC_DATE_H

/*
 * Days as numbers: days since 1970-01-01, in the Gregorian calendar, from
 * 0001-01-01 to 9999-12-31.
 */

#include <stdbool.h>

#include "base/str.h"

#define DATE_MIN (-719162L)	/* 0001-01-01 */
#define DATE_MAX 2932896L	/* 9999-12-31 */

/* YYYY-MM-DD and nothing else.  On false, *day is as it was. */
bool date_parse(struct str s, long *day);

/* YYYY-MM-DD and a NUL. */
void date_format(long day, char out[11]);

/* The parts of a day, and back; false if there is no such day. */
void date_split(long day, int *year, int *month, int *dom);
bool date_make(int year, int month, int dom, long *day);

/* 0 Monday ... 6 Sunday. */
int date_weekday(long day);

/*
 * The same day n months later (earlier, below 0), or the last of that month
 * if it has no such day.  Never before DATE_MIN nor after DATE_MAX.
 */
long date_add_months(long day, int months);

#endif
