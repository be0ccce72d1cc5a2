#include "civic/date.h"

#define DAYS_IN_400_YEARS 146097
#define DAYS_IN_100_YEARS 36524
#define DAYS_IN_4_YEARS 1461

/* Days before the first of each month in a common year; the last is all. */
static const short before[13] = {
	0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365
};

static bool
is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* How many days of the year come before the month, 1 to 13. */
static int
days_before(int year, int month)
{
	return before[month - 1] + (month > 2 && is_leap(year));
}

bool
date_make(int year, int month, int dom, long *day)
{
	long past = (long)year - 1;

	if (year < 1 || year > 9999 || month < 1 || month > 12)
		return false;
	if (dom < 1 || dom > days_before(year, month + 1) -
	    days_before(year, month))
		return false;
	*day = DATE_MIN + past * 365 + past / 4 - past / 100 + past / 400 +
	    days_before(year, month) + dom - 1;
	return true;
}

/*
 * The digits are checked all at once: of a character that is none, the
 * difference from '0' as an unsigned byte is over 9.
 */
static bool
parse(const char *year, const char *month, const char *dom, long *day)
{
	unsigned char y0 = (unsigned char)(year[0] - '0');
	unsigned char y1 = (unsigned char)(year[1] - '0');
	unsigned char y2 = (unsigned char)(year[2] - '0');
	unsigned char y3 = (unsigned char)(year[3] - '0');
	unsigned char m0 = (unsigned char)(month[0] - '0');
	unsigned char m1 = (unsigned char)(month[1] - '0');
	unsigned char d0 = (unsigned char)(dom[0] - '0');
	unsigned char d1 = (unsigned char)(dom[1] - '0');

	if ((y0 > 9) | (y1 > 9) | (y2 > 9) | (y3 > 9) | (m0 > 9) | (m1 > 9) |
	    (d0 > 9) | (d1 > 9))
		return false;
	return date_make(y0 * 1000 + y1 * 100 + y2 * 10 + y3, m0 * 10 + m1,
	    d0 * 10 + d1, day);
}

bool
date_parse(struct str s, long *day)
{
	return s.n == 10 && s.p[4] == '-' && s.p[7] == '-' &&
	    parse(s.p, s.p + 5, s.p + 8, day);
}

void
date_split(long day, int *year, int *month, int *dom)
{
	int n = (int)(day - DATE_MIN), y = 1, m, part;

	y += n / DAYS_IN_400_YEARS * 400;
	n %= DAYS_IN_400_YEARS;
	part = n / DAYS_IN_100_YEARS;
	part -= part == 4;	/* 31 December of the 400th year */
	y += part * 100;
	n -= part * DAYS_IN_100_YEARS;
	y += n / DAYS_IN_4_YEARS * 4;
	n %= DAYS_IN_4_YEARS;
	part = n / 365;
	part -= part == 4;	/* 31 December of the fourth */
	y += part;
	n -= part * 365;
	m = n / 32 + 1;		/* the month, or the one before */
	m += days_before(y, m + 1) <= n;
	*year = y;
	*month = m;
	*dom = n - days_before(y, m) + 1;
}

static void
put(char *out, int width, int n)
{
	while (width-- > 0) {
		out[width] = (char)('0' + n % 10);
		n /= 10;
	}
}

void
date_format(long day, char out[11])
{
	int year, month, dom;

	date_split(day, &year, &month, &dom);
	put(out, 4, year);
	out[4] = '-';
	put(out + 5, 2, month);
	out[7] = '-';
	put(out + 8, 2, dom);
	out[10] = '\0';
}

/* The first day of all, 0001-01-01, is a Monday. */
int
date_weekday(long day)
{
	return (int)((day - DATE_MIN) % 7);
}

long
date_add_months(long day, int months)
{
	int year, month, dom, n;
	long result;

	date_split(day, &year, &month, &dom);
	n = (year - 1) * 12 + month - 1 + months;
	if (n < 0)
		return DATE_MIN;
	if (n >= 9999 * 12)
		return DATE_MAX;
	while (!date_make(n / 12 + 1, n % 12 + 1, dom, &result))
		dom--;
	return result;
}
