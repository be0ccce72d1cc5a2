/*
 * The two ways through CSV, cutting lines here and having libcsv do it, must
 * give the same: records, refusals, and what is kept of refused records.
 */

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "io/csv.h"
#include "io/rec.h"
#include "io/sink.h"
#include "t/tap.h"

enum { BY_LINE = 1, BY_LIBRARY = 2, NO_QUOTES = 4 };

static char dir[] = "/tmp/civutils-csv-XXXXXX";
static char input[64], output[64], errors[64], rejects[64];

/* Not sink_create, which overwrites nothing. */
static void
create(struct sink *sink, const char *file)
{
	int fd = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	if (fd < 0)
		die_errno("%s", file);
	sink_open(sink, fd, file);
}

static void
write_file(const char *file, struct str s)
{
	struct sink sink;

	create(&sink, file);
	sink_write(&sink, s);
	sink_flush(&sink);
	close(sink.fd);
	free(sink.p);
}

static struct buf
read_file(const char *file)
{
	struct buf b = { 0 };
	int fd = open(file, O_RDONLY);
	ssize_t n;

	if (fd < 0)
		return b;
	while ((n = read(fd, buf_reserve(&b, 65536), 65536)) > 0)
		b.n += (size_t)n;
	close(fd);
	return b;
}

static void
put_values(struct sink *out, struct foreign *f)
{
	for (size_t i = 0; i < f->count; i++) {
		if (i > 0)
			sink_byte(out, '\t');
		sink_value(out, f->value[i]);
	}
}

/* How long a record is as a line of ours. */
static size_t
line_size(const struct foreign *f)
{
	size_t size = f->count - 1;

	for (size_t i = 0; i < f->count; i++) {
		size += f->value[i].n;
		for (size_t j = 0; j < f->value[i].n; j++)
			size += memchr("\t\n\r\\", f->value[i].p[j], 4) !=
			    NULL;
	}
	return size;
}

/* In a child: the records as TSV to output, what is said to errors. */
static void
convert(const char *file, int how, char delimiter)
{
	char name[256], *files[] = { name, NULL };
	struct csv_format format = {
		.delimiter = delimiter,
		.no_quotes = (how & NO_QUOTES) != 0,
		.by_library = (how & BY_LIBRARY) != 0,
	};
	struct foreign *f;
	struct sink out;
	struct buf line = { 0 };
	struct str ours;
	int err = open(errors, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	snprintf(name, sizeof(name), "%s", file);
	dup2(err, STDERR_FILENO);
	unlink(output);
	unlink(rejects);
	f = csv_open(files, &format);
	create(&out, output);
	foreign_keep_refused(f, rejects);
	while (csv_next(f)) {
		buf_clear(&line);
		buf_printf(&line, "%zu: ", f->line);
		buf_add(&line, f->source);
		csv_values(f);
		if (how & BY_LINE ? !csv_line(f, &ours) :
		    !foreign_fits(f, line_size(f)))
			continue;
		sink_write(&out, buf_str(&line));
		if (how & BY_LINE)
			sink_write(&out, ours);
		else
			put_values(&out, f);
		sink_byte(&out, '\n');
	}
	sink_flush(&out);
	/* Closing would wait for the disk, some thousand times. */
	sink_flush(&f->rejects);
	if (rename(f->rejects.target.beside, rejects) != 0)
		die_errno("%s", rejects);
	_exit(f->refused > 0);
}

/* All that came of it. */
static struct buf
result(const char *file, int how, char delimiter)
{
	struct buf all = { 0 }, part;
	const char *const parts[] = { output, errors, rejects };
	pid_t child = fork();
	int status;

	if (child == 0)
		convert(file, how, delimiter);
	waitpid(child, &status, 0);
	buf_printf(&all, "status %x\n", (unsigned)status);
	for (size_t i = 0; i < 3; i++) {
		part = read_file(parts[i]);
		buf_add(&all, buf_str(&part));
		buf_free(&part);
	}
	return all;
}

/* Whether all ways agree on a file. */
static bool
agree(const char *file, int quotes, char delimiter)
{
	struct buf want = result(file, quotes, delimiter);
	bool good = true;

	for (int how = 1; how <= (BY_LINE | BY_LIBRARY); how++) {
		struct buf got = result(file, quotes | how, delimiter);

		if (!str_eq(buf_str(&got), buf_str(&want))) {
			printf("# %s, way %d: got\n%.*s\n# want\n%.*s\n", file,
			    quotes | how, STR_ARG(buf_str(&got)),
			    STR_ARG(buf_str(&want)));
			good = false;
		}
		buf_free(&got);
	}
	buf_free(&want);
	return good;
}

static unsigned
below(unsigned n)
{
	return (unsigned)rand() % n;
}

/* Text that is often nearly CSV. */
static void
add_value(struct buf *b)
{
	static const char alphabet[] = "\",;\n\r\ta \\b\0\xd1\x84";
	static const char *const good[] = { "", "a", "\"\"", "\"a,b\"", "42",
		"\"say \"\"so\"\"\"", "\"\"\"\"", "\"two\nlines\"", "ф",
		"\"cr\r\nlf\"", " a ", "\"tab\there\"", "back\\slash", "\"c:\\dir\"" };
	size_t n = below(6);

	if (below(8) > 0)
		buf_add(b, str_of(good[below(sizeof(good) / sizeof(*good))]));
	else
		for (size_t i = 0; i < n; i++) {
			size_t at = below(sizeof(alphabet) - 2);

			/* Its two bytes make one letter. */
			buf_add(b, (struct str){ alphabet + at, 1 });
			if (alphabet[at] == '\xd1')
				buf_byte(b, '\x84');
		}
}

static void
add_record(struct buf *b, char delimiter)
{
	size_t n = below(12) > 0 ? 3 : below(5);

	for (size_t i = 0; i < n; i++) {
		if (i > 0)
			buf_byte(b, delimiter);
		add_value(b);
	}
	if (below(50) == 0)
		for (size_t i = below(300000); i > 0; i--)
			buf_byte(b, below(300) > 0 ? 'x' : delimiter);
	buf_add(b, below(4) == 0 ? STR("\r\n") : STR("\n"));
}

/* Random files of so many records. */
static int
random_files(int files, size_t records, int quotes)
{
	struct buf b = { 0 };
	static const char delimiters[] = { 0, 0, ';', '\t', '\\' };
	int bad = 0;

	for (int i = 0; i < files; i++) {
		char given = delimiters[below(sizeof(delimiters))];
		char d = given != 0 ? given : ',';

		buf_clear(&b);
		buf_printf(&b, below(9) > 0 ? "a%cb%cc\n" : "a%c\"b\"\n", d, d);
		for (size_t j = below((unsigned)records); j > 0; j--)
			add_record(&b, d);
		if (below(2) == 0 && b.n > 8)
			b.n -= below(4);
		write_file(input, buf_str(&b));
		bad += !agree(input, quotes, given);
	}
	buf_free(&b);
	return bad;
}

/* All files below a folder that are CSV by name; returns how many. */
static int
real_files(const char *folder, int *bad)
{
	DIR *d = opendir(folder);
	struct dirent *entry;
	int files = 0;

	while (d != NULL && (entry = readdir(d)) != NULL) {
		char path[1024];
		struct stat st;
		static const char delimiters[] = { 0, ';', '\t', '|' };

		if (entry->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "%s/%s", folder, entry->d_name);
		if (stat(path, &st) != 0)
			continue;
		if (S_ISDIR(st.st_mode)) {
			files += real_files(path, bad);
			continue;
		}
		files++;
		for (size_t i = 0; i < sizeof(delimiters); i++)
			*bad += !agree(path, 0, delimiters[i]);
		*bad += !agree(path, NO_QUOTES, 0);
	}
	if (d != NULL)
		closedir(d);
	return files;
}

/* Where a record ends in the middle of what is read or indexed at a time. */
static int
edges(void)
{
	const size_t edge = 128 << 10;
	struct buf b = { 0 };
	int bad = 0;

	for (size_t size = edge - 24; size < edge + 8; size += 2) {
		buf_clear(&b);
		buf_add(&b, STR("a,b,c\n"));
		while (b.n < size)
			buf_byte(&b, 'x');
		buf_add(&b, STR(",\"y \"\"z\"\"\",\"q\"\r\n"
		    "1,\"2,2\",3\n\n4,5,6"));
		write_file(input, buf_str(&b));
		bad += !agree(input, 0, 0);
	}
	buf_free(&b);
	return bad;
}

/*
 * How often it is said why, of a record of so many pieces of text, quoted or
 * not: as long as it may be, and one byte longer.
 */
static int
limits(const char *open, size_t pieces, const char *piece, const char *said)
{
	struct buf b = { 0 }, got;
	struct str why = str_of(said);
	int refused = 0;

	buf_add(&b, STR("a\n"));
	buf_add(&b, str_of(open));
	for (size_t i = 0; i < pieces; i++)
		buf_add(&b, str_of(piece));
	buf_add(&b, str_of(open));
	buf_add(&b, STR("\nlast\n"));
	write_file(input, buf_str(&b));
	got = result(input, BY_LINE, 0);
	for (size_t i = 0; i + why.n <= got.n; i++)
		refused += memcmp(got.p + i, why.p, why.n) == 0;
	ok(agree(input, 0, 0));
	buf_free(&b);
	buf_free(&got);
	return refused;
}

int
main(void)
{
	const char *real = getenv("CIVUTILS_REAL");
	char torture[1024];
	int bad = 0, files;

	if (mkdtemp(dir) == NULL)
		return 1;
	snprintf(input, sizeof(input), "%s/in.csv", dir);
	snprintf(output, sizeof(output), "%s/out", dir);
	snprintf(errors, sizeof(errors), "%s/err", dir);
	snprintf(rejects, sizeof(rejects), "%s/rejects", dir);
	srand(1);
	is(random_files(200, 8, 0), 0);
	is(random_files(20, 300, 0), 0);
	is(random_files(60, 8, NO_QUOTES), 0);
	is(edges(), 0);
	is(limits("", REC_LINE_MAX, "x", "over"), 0);
	is(limits("", REC_LINE_MAX + 1, "x", "over 1 MiB"), 1);
	is(limits("\"", REC_LINE_MAX, "\"\"", "over"), 0);
	is(limits("\"", REC_LINE_MAX + 1, "\"\"", "over 1 MiB"), 1);
	is(limits("\"", REC_LINE_MAX / 2, "\n", "over"), 0);
	is(limits("\"", REC_LINE_MAX / 2 + 1, "\n", "over 1 MiB"), 1);
	is(limits("", FOREIGN_MAX - 1, "x", "over 1 MiB"), 1);
	is(limits("", FOREIGN_MAX, "x", "over 8 MiB"), 1);
	snprintf(torture, sizeof(torture), "%s/csv-torture",
	    real != NULL ? real : "../shared/data");
	files = real_files(torture, &bad);
	if (files > 0)
		is(bad, 0);
	else
		printf("ok %d # SKIP no real files here\n", ++tap_count);
	for (const char *const *f = (const char *const[]){ input, output,
	    errors, rejects, NULL }; *f != NULL; f++)
		unlink(*f);
	rmdir(dir);
	return tap_done();
}
