#include <inttypes.h>

#include "civic/decimal.h"
#include "io/json_out.h"

/* How far a string goes without anything that is special in it. */
static size_t
plain(struct str s)
{
	size_t i = 0;

	while (i < s.n && s.p[i] != '"' && s.p[i] != '\\' &&
	    (unsigned char)s.p[i] >= ' ')
		i++;
	return i;
}

void
json_out_string(struct buf *out, struct str text)
{
	buf_byte(out, '"');
	for (;;) {
		size_t n = plain(text);

		buf_add(out, (struct str){ text.p, n });
		text.p += n;
		text.n -= n;
		if (text.n == 0)
			break;
		switch (text.p[0]) {
		case '\n': buf_add(out, STR("\\n")); break;
		case '\r': buf_add(out, STR("\\r")); break;
		case '\t': buf_add(out, STR("\\t")); break;
		case '"': buf_add(out, STR("\\\"")); break;
		case '\\': buf_add(out, STR("\\\\")); break;
		default:
			buf_printf(out, "\\u%04x", (unsigned)text.p[0]);
			break;
		}
		text.p++;
		text.n--;
	}
	buf_byte(out, '"');
}

void
json_out_names(struct buf *out, const struct str *name, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		buf_byte(out, i == 0 ? '[' : ',');
		json_out_string(out, name[i]);
	}
	buf_add(out, STR("]\n"));
}

static void
break_line(struct json_out *o)
{
	buf_byte(&o->text, '\n');
	for (size_t i = 0; i < o->depth; i++)
		buf_add(&o->text, STR("  "));
}

static void
start(struct json_out *o, const char *key)
{
	if (o->more)
		buf_byte(&o->text, ',');
	if (o->depth > 0 && o->depth <= o->lines)
		break_line(o);
	if (key != NULL) {
		json_out_string(&o->text, str_of(key));
		buf_byte(&o->text, ':');
	}
	o->more = true;
}

void
json_out_open(struct json_out *o, const char *key, char bracket)
{
	start(o, key);
	buf_byte(&o->text, bracket);
	o->depth++;
	o->more = false;
}

void
json_out_close(struct json_out *o, char bracket)
{
	o->depth--;
	if (o->more && o->depth < o->lines)
		break_line(o);
	buf_byte(&o->text, bracket);
	o->more = true;
	if (o->depth == 0)
		buf_byte(&o->text, '\n');
}

void
json_out_text(struct json_out *o, const char *key, struct str value)
{
	if (value.n == 0)
		return;
	start(o, key);
	json_out_string(&o->text, value);
}

void
json_out_number(struct json_out *o, const char *key, int64_t value)
{
	start(o, key);
	buf_printf(&o->text, "%" PRId64, value);
}

void
json_out_money(struct json_out *o, const char *key, int64_t tiyn)
{
	char digits[24];
	struct str text = { digits, decimal_format(digits, tiyn, 2) };

	start(o, key);
	if (str_ends(text, STR(".00")))
		text.n -= 3;
	buf_add(&o->text, text);
}
