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
