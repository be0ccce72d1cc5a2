/*
 * Both ways through CSV must give the same of any bytes below a good header;
 * all are ASCII, since text in no encoding ends the run.
 */

#include "base/buf.h"
#include "io/csv.h"
#include "t/fuzz/fuzz.h"

/* The records, refusals and trouble of one way, as text. */
static void
convert(struct buf *out, bool by_library, bool no_quotes, bool values)
{
	struct csv_format format = {
		.by_library = by_library, .no_quotes = no_quotes,
	};
	struct foreign *f;

	if (setjmp(fuzz_end) != 0) {
		buf_add(out, STR("trouble\n"));
		return;
	}
	f = csv_open(NULL, &format);
	while (csv_next(f)) {
		buf_printf(out, "%zu %zu: ", f->line, f->source.n);
		if (values) {
			csv_values(f);
			for (size_t i = 0; i < f->count; i++) {
				buf_add(out, f->value[i]);
				buf_byte(out, '\t');
			}
		} else {
			struct str line;

			if (csv_line(f, &line))
				buf_add(out, line);
		}
		buf_byte(out, '\n');
	}
	buf_printf(out, "%zu refused\n", f->refused);
	csv_close(f);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf way[4] = { { 0 } }, text = { 0 };
	bool no_quotes = size > 0 && data[0] == 'Q';

	buf_add(&text, STR("a,b,c\n"));
	for (size_t i = 0; i < size; i++)
		buf_byte(&text, (char)(data[i] & 0x7f));
	for (int i = 0; i < 4; i++) {
		fuzz_input((const uint8_t *)text.p, text.n);
		convert(&way[i], i % 2 == 1, no_quotes, i >= 2);
	}
	if (!str_eq(buf_str(&way[0]), buf_str(&way[1])) ||
	    !str_eq(buf_str(&way[2]), buf_str(&way[3])))
		abort();
	for (int i = 0; i < 4; i++)
		buf_free(&way[i]);
	buf_free(&text);
	return 0;
}
