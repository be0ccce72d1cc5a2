#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/unicode.h"
#include "civic/formula.h"
#include "io/csv.h"
#include "io/export.h"
#include "io/json_out.h"
#include "io/screen.h"
#include "io/sink.h"

struct format {
	const char *name;
	void (*begin)(struct export *);
	void (*row)(struct export *, const struct str *);
	void (*end)(struct export *);
};

struct export {
	const struct format *format;
	const struct str *name;
	size_t count, rows;
	struct sink sink;
	struct buf line;
	struct screen *screen;	/* of a table */
};

static void
put_line(struct export *e)
{
	sink_write(&e->sink, buf_str(&e->line));
	buf_clear(&e->line);
}

/* An empty line would be no record: a lone empty value has its quotes. */
static void
end_csv_line(struct export *e, struct str end)
{
	if (e->line.n == 0)
		buf_add(&e->line, STR("\"\""));
	buf_add(&e->line, end);
	put_line(e);
}

static void
csv_row(struct export *e, const struct str *value)
{
	for (size_t i = 0; i < e->count; i++) {
		if (i > 0)
			buf_byte(&e->line, ',');
		csv_append(&e->line, value[i], ',');
	}
	end_csv_line(e, STR("\n"));
}

static void
csv_begin(struct export *e)
{
	csv_row(e, e->name);
}

static void
excel_row(struct export *e, const struct str *value)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < e->count; i++) {
		struct str s = value[i];

		if (i > 0)
			buf_byte(&e->line, ';');
		if (formula_is(s)) {
			buf_clear(&text);
			buf_byte(&text, '\'');
			buf_add(&text, s);
			s = buf_str(&text);
		}
		csv_append(&e->line, s, ';');
	}
	buf_free(&text);
	end_csv_line(e, STR("\r\n"));
}

static void
excel_begin(struct export *e)
{
	sink_write(&e->sink, STR("\xef\xbb\xbf"));
	excel_row(e, e->name);
}

static void
json_row(struct export *e, const struct str *value)
{
	for (size_t i = 0; i < e->count; i++) {
		buf_byte(&e->line, i == 0 ? '{' : ',');
		json_out_string(&e->line, e->name[i]);
		buf_byte(&e->line, ':');
		json_out_string(&e->line, value[i]);
	}
	buf_add(&e->line, STR("}\n"));
	put_line(e);
}

static void
json_end(struct export *e)
{
	if (e->rows == 0)
		json_out_names(&e->line, e->name, e->count);
	put_line(e);
}

static void
table_begin(struct export *e)
{
	e->screen = screen_open(&e->sink, e->name, e->count, 0);
}

static void
table_row(struct export *e, const struct str *value)
{
	for (size_t i = 0; i < e->count; i++)
		screen_cell(e->screen, value[i]);
}

static void
table_end(struct export *e)
{
	screen_close(e->screen);
}

static bool
is_wordly(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

/* Append text of which nothing shall be markup. */
static void
add_literal(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		/* Inside a word an underscore is none, as in a_link. */
		bool inside = i > 0 && i + 1 < s.n && is_wordly(s.p[i - 1]) &&
		    is_wordly(s.p[i + 1]);

		if ((s.p[i] != '_' || !inside) &&
		    strchr("\\`*_[]<>&|~$", s.p[i]) != NULL)
			buf_byte(out, '\\');
		buf_byte(out, s.p[i]);
	}
}

/* Append a value line by line, control bytes made visible. */
static void
add_lines(struct buf *out, struct str value,
    void (*add)(struct buf *out, struct str s))
{
	struct buf visible = { 0 };

	while (value.n > 0) {
		struct str part = str_cut(&value, '\n');

		if (str_ends(part, STR("\r")))
			part.n--;
		buf_clear(&visible);
		unicode_visible(&visible, part);
		add(out, buf_str(&visible));
		if (value.n > 0)
			buf_add(out, STR("<br>"));
	}
	buf_free(&visible);
}

static void
markdown_row(struct export *e, const struct str *value)
{
	for (size_t i = 0; i < e->count; i++) {
		buf_add(&e->line, i == 0 ? STR("| ") : STR(" | "));
		add_lines(&e->line, value[i], add_literal);
	}
	buf_add(&e->line, STR(" |\n"));
	put_line(e);
}

static void
markdown_begin(struct export *e)
{
	markdown_row(e, e->name);
	for (size_t i = 0; i < e->count; i++)
		buf_add(&e->line, STR("|---"));
	buf_add(&e->line, STR("|\n"));
	put_line(e);
}

/* Append text of which nothing is markup, in HTML. */
static void
add_text(struct buf *out, struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		switch (s.p[i]) {
		case '&':
			buf_add(out, STR("&amp;"));
			break;
		case '<':
			buf_add(out, STR("&lt;"));
			break;
		case '>':
			buf_add(out, STR("&gt;"));
			break;
		default:
			buf_byte(out, s.p[i]);
		}
}

/* A value that the text around it does not turn round: dir=auto. */
static void
html_cells(struct export *e, const char *tag, const struct str *value)
{
	buf_add(&e->line, STR("<tr>"));
	for (size_t i = 0; i < e->count; i++) {
		buf_printf(&e->line, "<%s dir=\"auto\">", tag);
		add_lines(&e->line, value[i], add_text);
		buf_printf(&e->line, "</%s>", tag);
	}
	buf_add(&e->line, STR("</tr>\n"));
	put_line(e);
}

static void
html_row(struct export *e, const struct str *value)
{
	html_cells(e, "td", value);
}

static void
html_begin(struct export *e)
{
	sink_write(&e->sink, STR("<!DOCTYPE html>\n"
	    "<meta charset=\"utf-8\">\n"
	    "<title>Records</title>\n"
	    "<style>table { border-collapse: collapse } th, td { border: "
	    "1px solid; padding: 0.2em 0.5em; text-align: start; "
	    "vertical-align: top }</style>\n"
	    "<table>\n<thead>\n"));
	html_cells(e, "th", e->name);
	sink_write(&e->sink, STR("</thead>\n<tbody>\n"));
}

static void
html_end(struct export *e)
{
	sink_write(&e->sink, STR("</tbody>\n</table>\n"));
}

static void
nothing(struct export *e)
{
	(void)e;
}

static const struct format formats[] = {
	{ "csv", csv_begin, csv_row, nothing },
	{ "excel", excel_begin, excel_row, nothing },
	{ "json", nothing, json_row, json_end },
	{ "table", table_begin, table_row, table_end },
	{ "markdown", markdown_begin, markdown_row, nothing },
	{ "html", html_begin, html_row, html_end },
};

static const struct format *
find(const char *format)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (strcmp(format, formats[i].name) == 0)
			return &formats[i];
	return NULL;
}

bool
export_is(const char *format)
{
	return find(format) != NULL;
}

struct export *
export_open(const char *format, const struct str *name, size_t count)
{
	struct export *e = calloc(1, sizeof(*e));

	if (e == NULL)
		die("out of memory");
	e->format = find(format);
	e->name = name;
	e->count = count;
	sink_open(&e->sink, STDOUT_FILENO, "stdout");
	e->format->begin(e);
	return e;
}

void
export_row(struct export *e, const struct str *value)
{
	e->format->row(e, value);
	e->rows++;
}

void
export_close(struct export *e)
{
	e->format->end(e);
	sink_close(&e->sink);
	buf_free(&e->line);
	free(e);
}
