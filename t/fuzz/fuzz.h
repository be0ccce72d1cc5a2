#ifndef T_FUZZ_FUZZ_H
#define T_FUZZ_FUZZ_H

/*
 * For fuzz targets that read standard input: a die that does not end the
 * process, and input from memory.  Included once, by the target.  Build with
 *
 *	clang -g -O1 -fsanitize=fuzzer,address,undefined -std=c17 \
 *	    -D_GNU_SOURCE -DDATADIR='"share"' -iquote lib -iquote . \
 *	    t/fuzz/csv.c lib/base/[!d]*.c lib/base/digest.c \
 *	    lib/civic/formula.c lib/io/{csv,json,encoding,foreign,sink,source}.c \
 *	    -lcsv -lutf8proc -lnettle -o fuzz-csv
 *	./fuzz-csv -detect_leaks=0 -max_total_time=300 corpus/
 */

#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/die.h"
#include "base/options.h"

const struct program program = { "fuzz", "", "a fuzz target", NULL, NULL };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static jmp_buf fuzz_end;

void
warn(const char *fmt, ...)
{
	(void)fmt;
}

void
die(const char *fmt, ...)
{
	(void)fmt;
	longjmp(fuzz_end, 1);
}

void
die_errno(const char *fmt, ...)
{
	(void)fmt;
	longjmp(fuzz_end, 1);
}

int
finish(int status)
{
	return status;
}

/* Make the bytes standard input. */
static inline void
fuzz_input(const uint8_t *data, size_t size)
{
	int fd = memfd_create("fuzz", 0);

	if (fd < 0 || write(fd, data, size) != (ssize_t)size ||
	    lseek(fd, 0, SEEK_SET) != 0 || dup2(fd, STDIN_FILENO) < 0)
		abort();
	close(fd);
}

#endif
