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
