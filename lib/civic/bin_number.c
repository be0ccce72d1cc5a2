#include "civic/bin_number.h"

static const int round1[11] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };
static const int round2[11] = { 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2 };

static int
remainder_by(const int weight[11], const char digits[11])
{
	int sum = 0;

	for (int i = 0; i < 11; i++)
		sum += (digits[i] - '0') * weight[i];
	return sum % 11;
}

int
bin_number_round(const char digits[11])
{
	if (remainder_by(round1, digits) != 10)
		return 1;
	return remainder_by(round2, digits) != 10 ? 2 : 0;
}

int
bin_number_digit(const char digits[11])
{
	int digit = remainder_by(round1, digits);

	if (digit == 10)
		digit = remainder_by(round2, digits);
	return digit == 10 ? -1 : digit;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_12_digits(struct str s)
{
	if (s.n != 12)
		return false;
	for (size_t i = 0; i < 12; i++)
		if (!is_digit(s.p[i]))
			return false;
	return true;
}

/* A Cyrillic letter for a digit is one wrong character, not two bytes more. */
static bool
starts_character(char c)
{
	return (c & 0xc0) != 0x80;
}

static size_t
characters(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += starts_character(s.p[i]);
	return n;
}

static int
two_digits(const char *p)
{
	return (p[0] - '0') * 10 + p[1] - '0';
}

static enum bin_fault
check_form(struct str s)
{
	int month;

	if (!is_12_digits(s))
		return characters(s) == 12 ? BIN_DIGITS : BIN_LENGTH;
	month = two_digits(s.p + 2);
	return month < 1 || month > 12 ? BIN_MONTH : BIN_GOOD;
}

static enum bin_fault
check_digit(struct str s)
{
	int digit = bin_number_digit(s.p);

	if (digit < 0)
		return BIN_UNISSUED;
	return digit == s.p[11] - '0' ? BIN_GOOD : BIN_CHECK;
}

enum bin_fault
bin_number_check(struct str bin)
{
	enum bin_fault fault = check_form(bin);

	if (fault != BIN_GOOD)
		return fault;
	if (bin.p[4] < '4' || bin.p[4] > '6')
		return BIN_TYPE;
	if (bin.p[5] > '4' || (bin.p[5] == '4' && bin.p[4] != '6'))
		return BIN_ATTRIBUTE;
	return check_digit(bin);
}

/*
 * Digit 7 tells the century: 1, 2 for 18xx, 3, 4 for 19xx, 5, 6 for 20xx,
 * 0 for none.  Of the years 1800, 1900 and 2000 only the last is a leap year.
 */
static int
days_in_month(const char *iin)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	int year = two_digits(iin), month = two_digits(iin + 2);
	bool leap = year % 4 == 0 &&
	    !(year == 0 && iin[6] >= '1' && iin[6] <= '4');

	return days[month - 1] + (month == 2 && leap);
}

enum bin_fault
bin_number_check_iin(struct str iin)
{
	enum bin_fault fault = check_form(iin);
	int day;

	if (fault != BIN_GOOD)
		return fault;
	day = two_digits(iin.p + 4);
	if (day < 1 || day > days_in_month(iin.p))
		return BIN_DAY;
	if (iin.p[6] > '6')
		return BIN_CENTURY;
	return check_digit(iin);
}

/* Copy the words, with a for the first '#' in them and b for the second. */
static const char *
say(char out[80], const char *words, struct str a, struct str b)
{
	char *end = out;

	for (; *words != '\0'; words++) {
		if (*words != '#') {
			*end++ = *words;
			continue;
		}
		for (size_t i = 0; i < a.n; i++)
			*end++ = a.p[i];
		a = b;
	}
	*end = '\0';
	return out;
}

static struct str
number_text(char room[20], size_t n)
{
	size_t i = 20;

	do
		room[--i] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	return (struct str){ room + i, 20 - i };
}

/* Which character is the first that is no digit, counted from 1. */
static size_t
first_wrong(struct str s)
{
	size_t i = 0;

	while (i < s.n && is_digit(s.p[i]))
		i++;
	return i + 1;
}

/* The n digits from a place, counted from 1 as people count them. */
static struct str
digits_at(struct str s, size_t place, size_t n)
{
	return (struct str){ s.p + place - 1, n };
}

/* Of 12 digits whose form, and all before the check digit, is right. */
static const char *
why_check(struct str number, char out[80])
{
	char right = (char)('0' + bin_number_digit(number.p));

	return say(out, "check digit #, must be #", digits_at(number, 12, 1),
	    (struct str){ &right, 1 });
}

const char *
bin_number_why(enum bin_fault fault, struct str number, char out[80])
{
	struct str none = STR("");
	char room[20];

	switch (fault) {
	case BIN_GOOD:
		break;
	case BIN_LENGTH:
		return say(out, "12 digits are needed, not # characters",
		    number_text(room, characters(number)), none);
	case BIN_DIGITS:
		return say(out, "character # of 12 is no digit",
		    number_text(room, first_wrong(number)), none);
	case BIN_MONTH:
		return say(out, "month # in digits 3-4",
		    digits_at(number, 3, 2), none);
	case BIN_DAY:
		return say(out, "day # in digits 5-6, of month #",
		    digits_at(number, 5, 2), digits_at(number, 3, 2));
	case BIN_TYPE:
		return say(out, number.p[4] < '4' ?
		    "digit 5 is #, as in an IIN; a BIN has 4, 5 or 6" :
		    "digit 5 is #, must be 4, 5 or 6",
		    digits_at(number, 5, 1), none);
	case BIN_ATTRIBUTE:
		return say(out, number.p[4] == '6' ?
		    "digit 6 is #, must be 0 to 4" :
		    "digit 6 is #, must be 0, 1, 2 or 3",
		    digits_at(number, 6, 1), none);
	case BIN_CENTURY:
		return say(out, "digit 7 is #, must be 0 to 6",
		    digits_at(number, 7, 1), none);
	case BIN_UNISSUED:
		return say(out, "no check digit exists: 10 in both rounds",
		    none, none);
	case BIN_CHECK:
		return why_check(number, out);
	}
	return say(out, "nothing is wrong", none, none);
}

enum bin_type
bin_number_type(struct str bin)
{
	return (enum bin_type)(bin.p[4] - '0');
}

enum bin_attribute
bin_number_attribute(struct str bin)
{
	return (enum bin_attribute)(bin.p[5] - '0');
}
