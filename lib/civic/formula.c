#include <string.h>

#include "civic/formula.h"

static size_t
digits(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n;
}

static struct str
after(struct str s, size_t n)
{
	return (struct str){ s.p + n, s.n - n };
}

/* Behind the sign: digits, and perhaps a mark and more of them. */
static bool
is_number(struct str s)
{
	size_t n = digits(s);

	if (n == 0)
		return false;
	s = after(s, n);
	if (s.n == 0)
		return true;
	n = s.p[0] == '.' || s.p[0] == ',' ? digits(after(s, 1)) : 0;
	return n > 0 && s.n == n + 1;
}

/* What a spreadsheet of East Asia takes for = + - @, as wide as its letters. */
static bool
is_wide_sign(struct str text)
{
	return str_starts(text, STR("\xef\xbc\x9d")) ||
	    str_starts(text, STR("\xef\xbc\x8b")) ||
	    str_starts(text, STR("\xef\xbc\x8d")) ||
	    str_starts(text, STR("\xef\xbc\xa0"));
}

bool
formula_is(struct str text)
{
	while (text.n > 0 && text.p[0] == '\'')
		text = after(text, 1);
	if (is_wide_sign(text))
		return true;
	if (text.n == 0 || memchr("=+-@\t\r\n", text.p[0], 7) == NULL)
		return false;
	return (text.p[0] != '+' && text.p[0] != '-') ||
	    !is_number(after(text, 1));
}

struct str
formula_bare(struct str text)
{
	if (text.n > 0 && text.p[0] == '\'' && formula_is(after(text, 1)))
		return after(text, 1);
	return text;
}
