#include "civic/moment.h"

#include "civic/date.h"

bool
moment_parse_time(struct str s, long *seconds)
{
	static const char most[] = "29:59:59";
	long part[3] = { 0 };

	if (s.n != 5 && s.n != 8)
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (most[i] == ':' ? s.p[i] != ':' :
		    s.p[i] < '0' || s.p[i] > most[i])
			return false;
		else if (most[i] != ':')
			part[i / 3] = part[i / 3] * 10 + s.p[i] - '0';
	if (part[0] > 23)
		return false;
	*seconds = part[0] * 3600 + part[1] * 60 + part[2];
	return true;
}

bool
moment_parse(struct str s, int64_t *moment)
{
	struct str clock = s, date = str_cut(&clock, 'T');
	long day, seconds;

	if (!date_parse(date, &day) || !moment_parse_time(clock, &seconds))
		return false;
	*moment = (int64_t)day * MOMENT_DAY + seconds;
	return true;
}

long
moment_day(int64_t moment)
{
	int64_t past = moment % MOMENT_DAY;

	return (long)((moment - past) / MOMENT_DAY - (past < 0));
}
