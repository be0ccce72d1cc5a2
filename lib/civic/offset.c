#include "civic/date.h"
#include "civic/offset.h"

bool
offset_parse(struct str s, long *minutes)
{
	long hour, minute;

	if (s.n != 6 || (s.p[0] != '+' && s.p[0] != '-') || s.p[3] != ':' ||
	    !str_number((struct str){ s.p + 1, 2 }, 0, 23, &hour) ||
	    !str_number((struct str){ s.p + 4, 2 }, 0, 59, &minute))
		return false;
	*minutes = (hour * 60 + minute) * (s.p[0] == '-' ? -1 : 1);
	return true;
}

bool
offset_moment(struct buf *out, const struct offset *list, size_t count,
    long day, long second)
{
	char date[11];
	long ahead;

	while (count > 0 && list[count - 1].from > day)
		count--;
	if (count == 0)
		return false;
	ahead = list[count - 1].minutes;
	date_format(day, date);
	buf_printf(out, "%sT%02ld:%02ld:%02ld%c", date, second / 3600,
	    second / 60 % 60, second % 60, ahead < 0 ? '-' : '+');
	ahead = ahead < 0 ? -ahead : ahead;
	buf_printf(out, "%02ld:%02ld", ahead / 60, ahead % 60);
	return true;
}
