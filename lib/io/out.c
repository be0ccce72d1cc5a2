#include <string.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/die.h"
#include "base/map.h"
#include "civic/decimal.h"
#include "io/out.h"
#include "io/screen.h"
#include "io/sink.h"

/* The one output of the program. */
static struct {
	struct sink sink;
	bool open, begun, terminal;
	struct str *name;
	struct map names;
	size_t count, room;
	size_t column;		/* values of the record in hand so far */
	struct screen *screen;	/* on a terminal */
	struct arena run;
	struct buf plain;	/* a value without its escapes */
} out;

static void
open_output(void)
{
	if (out.open)
		return;
	sink_open(&out.sink, STDOUT_FILENO, "stdout");
	out.terminal = isatty(STDOUT_FILENO);
	out.open = true;
}

void
out_field_str(struct str name)
{
	open_output();
	if (map_add(&out.names, name) != out.count)
		die("the input has a field '%.*s' already; rename it or take "
		    "it out first", STR_ARG(name));
	out.name = buf_grow(out.name, &out.room, out.count + 1,
	    sizeof(*out.name));
	out.name[out.count++] = arena_copy(&out.run, name);
}

void
out_field(const char *name)
{
	out_field_str(str_of(name));
}

void
out_fields(const struct rec *in)
{
	for (size_t i = 0; i < rec_count(in); i++)
		out_field_str(rec_name(in, i));
}

static size_t
window(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return 80;
}

static void
begin(void)
{
	open_output();
	out.begun = true;
	if (out.count == 0)
		return;
	if (out.terminal) {
		out.screen = screen_open(&out.sink, out.name, out.count,
		    window());
		return;
	}
	for (size_t i = 0; i < out.count; i++) {
		if (i > 0)
			sink_byte(&out.sink, '\t');
		sink_write(&out.sink, out.name[i]);
	}
	sink_byte(&out.sink, '\n');
}

/* Before each value: the header before the first, a tab between two. */
static void
next_value(void)
{
	if (!out.begun)
		begin();
	if (out.column++ > 0 && out.screen == NULL)
		sink_byte(&out.sink, '\t');
}

void
out_value(struct str value)
{
	next_value();
	if (out.screen != NULL)
		screen_cell(out.screen, value);
	else
		sink_value(&out.sink, value);
}

static struct str
without_escapes(struct str raw)
{
	if (raw.n == 0 || memchr(raw.p, '\\', raw.n) == NULL)
		return raw;
	buf_clear(&out.plain);
	for (size_t i = 0; i < raw.n; i++) {
		char c = raw.p[i];

		if (c == '\\' && i + 1 < raw.n) {
			c = raw.p[++i];
			c = c == 't' ? '\t' : c == 'n' ? '\n' :
			    c == 'r' ? '\r' : c;
		}
		buf_byte(&out.plain, c);
	}
	return buf_str(&out.plain);
}

void
out_raw(struct str value)
{
	next_value();
	if (out.screen != NULL)
		screen_cell(out.screen, without_escapes(value));
	else
		sink_write(&out.sink, value);
}

void
out_record(const struct rec *in)
{
	if (!out.begun)
		begin();
	if (out.screen != NULL) {
		for (size_t i = 0; i < rec_count(in); i++)
			out_raw(rec_raw(in, i));
		return;
	}
	if (out.column > 0)
		sink_byte(&out.sink, '\t');
	sink_write(&out.sink, rec_line(in));
	out.column += rec_count(in);
}

void
out_line(struct str line)
{
	if (!out.begun)
		begin();
	if (out.screen == NULL) {
		sink_write(&out.sink, line);
		out.column = out.count;
		return;
	}
	for (size_t i = 0; i < out.count; i++)
		out_raw(str_cut(&line, '\t'));
}

void
out_text(const char *value)
{
	out_value(str_of(value));
}

void
out_decimal(int64_t units, int places)
{
	char digits[24];

	next_value();
	struct str text = { digits, decimal_format(digits, units, places) };

	if (out.screen != NULL)
		screen_cell(out.screen, text);
	else
		sink_write(&out.sink, text);
}

void
out_number(int64_t value)
{
	out_decimal(value, 0);
}

void
out_end(void)
{
	if (out.column != out.count)
		die("a record of %zu values under %zu fields", out.column,
		    out.count);
	if (!out.begun)
		begin();
	if (out.screen == NULL)
		sink_byte(&out.sink, '\n');
	out.column = 0;
}

void
out_bytes(struct str bytes)
{
	open_output();
	sink_write(&out.sink, bytes);
}

void
out_hold(void)
{
	open_output();
	sink_hold(&out.sink);
}

int
out_finish(int status)
{
	if (!out.begun)
		begin();
	if (out.screen != NULL)
		screen_close(out.screen);
	sink_close(&out.sink);
	free(out.name);
	arena_reset(&out.run);
	map_free(&out.names);
	buf_free(&out.plain);
	return finish(status);
}
