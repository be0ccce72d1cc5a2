#include "io/verify_run.h"

#include <stdarg.h>
#include <stdio.h>

#define TOLD_MAX 50

void
verify_run_tell(struct verify_run *c, const char *fmt, ...)
{
	struct buf text = { 0 };
	va_list args, again;
	int n;

	if (c->v->faults++ >= TOLD_MAX)
		return;
	va_start(args, fmt);
	va_copy(again, args);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n > 0)
		vsnprintf(buf_reserve(&text, (size_t)n + 1), (size_t)n + 1,
		    fmt, args);
	va_end(args);
	/* Between the values of a key. */
	for (int i = 0; i < n; i++)
		if (text.p[i] == '\t')
			text.p[i] = ' ';
	warn("%s: %s", sql_file(c->sql), n > 0 ? text.p : "");
	buf_free(&text);
}

void
verify_run_end(struct verify_run *c)
{
	if (c->v->faults > TOLD_MAX)
		warn("%s: %zu more faults", sql_file(c->sql),
		    c->v->faults - TOLD_MAX);
}

struct store *
verify_run_store(struct verify_run *c, struct str kind)
{
	for (size_t i = 0; i < c->stores; i++)
		if (str_eq(c->store[i].kind, kind))
			return &c->store[i];
	return NULL;
}

/* No kind has a tab in its name. */
struct str
verify_run_name(struct verify_run *c, struct str kind, struct str key)
{
	buf_clear(&c->name);
	buf_add(&c->name, kind);
	buf_byte(&c->name, '\t');
	buf_add(&c->name, key);
	return buf_str(&c->name);
}
