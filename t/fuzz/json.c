/*
 * Any bytes as JSON; what is read is written, and must be read the same.
 * Trouble leaves memory behind: run it with -fork=1 -ignore_ooms=1.
 */

#include "base/buf.h"
#include "io/json.h"
#include "io/json_out.h"
#include "t/fuzz/fuzz.h"

/* The records as JSON lines; true if there was no trouble and no refusal. */
static bool
convert(struct buf *out)
{
	static const struct json_format format;
	struct foreign *f;
	size_t refused;

	if (setjmp(fuzz_end) != 0)
		return false;
	f = json_open(NULL, &format);
	while (json_next(f)) {
		for (size_t i = 0; i < f->count; i++) {
			buf_byte(out, i == 0 ? '{' : ',');
			json_out_string(out, f->name[i]);
			buf_byte(out, ':');
			json_out_string(out, f->value[i]);
		}
		buf_add(out, STR("}\n"));
	}
	refused = f->refused;
	json_close(f);
	return refused == 0 && out->n > 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf once = { 0 }, twice = { 0 };

	fuzz_input(data, size);
	if (convert(&once)) {
		fuzz_input((const uint8_t *)once.p, once.n);
		if (!convert(&twice) ||
		    !str_eq(buf_str(&once), buf_str(&twice)))
			abort();
	}
	buf_free(&once);
	buf_free(&twice);
	return 0;
}
