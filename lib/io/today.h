#ifndef IO_TODAY_H
#define IO_TODAY_H

/*
 * The day that counts as today: the argument of -d (YYYY-MM-DD), or, where
 * there is none, the clock's day in Kazakhstan (UTC+5, the one zone since
 * 1 March 2024).  Dies when the argument is no date.
 */
long today(const char *option);

/* When a day begins there, in UTC: 2026-06-30T19:00:00Z, and a NUL. */
void today_begins(long day, char out[21]);

/* The clock's time in the same form. */
void today_now(char out[21]);

#endif
