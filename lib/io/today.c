#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/die.h"
#include "base/str.h"
#include "civic/date.h"
#include "io/today.h"

#define ZONE (5 * 3600)
#define DAY 86400

long
today(const char *option)
{
	long day;

	if (option == NULL)
		return (long)((time(NULL) + ZONE) / DAY);
	if (!date_parse(str_of(option), &day))
		die("-d: not a date (YYYY-MM-DD): '%s'", option);
	return day;
}

/* The second of a day, in UTC. */
static void
write_time(long day, long second, char out[21])
{
	unsigned char h = (unsigned char)(second / 3600 % 24);
	unsigned char m = (unsigned char)(second / 60 % 60);
	unsigned char s = (unsigned char)(second % 60);
	char text[16];

	date_format(day, out);
	snprintf(text, sizeof(text), "T%02d:%02d:%02dZ", h, m, s);
	memcpy(out + 10, text, 11);
}

void
today_begins(long day, char out[21])
{
	if (day <= DATE_MIN)
		day = DATE_MIN + 1;
	write_time(day - 1, DAY - ZONE, out);
}

void
today_now(char out[21])
{
	long now = (long)time(NULL);

	write_time(now / DAY, now % DAY, out);
}
