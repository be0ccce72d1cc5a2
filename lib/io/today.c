#include <stdio.h>
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

void
today_begins(long day, char out[21])
{
	long seconds = DAY - ZONE;

	if (day <= DATE_MIN)
		day = DATE_MIN + 1;
	date_format(day - 1, out);
	snprintf(out + 10, 11, "T%02ld:%02ld:%02ldZ", seconds / 3600,
	    seconds / 60 % 60, seconds % 60);
}
