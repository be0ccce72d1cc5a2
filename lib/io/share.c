#include "io/share.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/str.h"

static bool
is_path(const char *name, const char *suffix)
{
	return strchr(name, '/') != NULL ||
	    str_ends(str_of(name), str_of(suffix));
}

/* A folder of the share. */
static const char *
folder_path(struct arena *a, const char *folder)
{
	const char *share = getenv("CIVUTILS_SHARE");
	struct buf path = { 0 };
	const char *copy;

	buf_printf(&path, "%s/%s", share != NULL && share[0] != '\0' ? share :
	    DATADIR, folder);
	copy = arena_string(a, buf_str(&path));
	buf_free(&path);
	return copy;
}

const char *
share_path(struct arena *a, const char *folder, const char *name,
    const char *suffix)
{
	struct buf path = { 0 };
	const char *copy;

	if (is_path(name, suffix))
		return name;
	buf_printf(&path, "%s/%s%s", folder_path(a, folder), name, suffix);
	copy = arena_string(a, buf_str(&path));
	buf_free(&path);
	return copy;
}

static int
by_text(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* The names of the files in a folder, in order. */
static struct str *
names_in(struct arena *a, const char *folder, const char *suffix,
    size_t *count)
{
	struct str *names = NULL, end = str_of(suffix);
	size_t room = 0;
	struct dirent *e;
	DIR *dir = opendir(folder);

	*count = 0;
	while (dir != NULL && (e = readdir(dir)) != NULL) {
		struct str name = str_of(e->d_name);

		if (!str_ends(name, end) || name.p[0] == '.')
			continue;
		names = buf_grow(names, &room, *count + 1, sizeof(*names));
		names[(*count)++] = arena_copy(a,
		    (struct str){ name.p, name.n - end.n });
	}
	if (dir != NULL)
		closedir(dir);
	if (*count > 0)
		qsort(names, *count, sizeof(*names), by_text);
	return names;
}

/* What the files of a folder are called, one of them. */
static const char *
what_in(const char *folder)
{
	static const char *const words[][2] = { { "schema", "kind" },
		{ "vocab", "vocabulary" }, { "maps", "map" } };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcmp(words[i][0], folder) == 0)
			return words[i][1];
	return folder;
}

static void
add_known(struct buf *why, struct str name, const struct str *names,
    size_t count)
{
	size_t nearest = str_nearest(name, names, count);

	if (nearest != STR_NONE) {
		buf_printf(why, "; did you mean '%.*s'?",
		    STR_ARG(names[nearest]));
		return;
	}
	buf_add(why, STR("; known are:"));
	for (size_t i = 0; i < count; i++)
		buf_printf(why, " %.*s", STR_ARG(names[i]));
	buf_add(why, STR("; CIVUTILS_SHARE can name another share"));
}

bool
share_has(struct arena *a, const char *folder, const char *name,
    const char *suffix, struct buf *why)
{
	const char *path = share_path(a, folder, name, suffix);
	const char *place = folder_path(a, folder), *what = what_in(folder);
	struct str *names;
	size_t count;

	if (access(path, F_OK) == 0 || errno != ENOENT)
		return true;
	if (is_path(name, suffix)) {
		buf_printf(why, "%s: %s", name, strerror(ENOENT));
		if (strchr(name, '/') == NULL)
			buf_printf(why, " here; without %s it is looked for in "
			    "%s", suffix, place);
		return false;
	}
	names = names_in(a, place, suffix, &count);
	if (count == 0)
		buf_printf(why, "no %s '%s': there is no %s; set "
		    "CIVUTILS_SHARE, or make install", what, name, path);
	else {
		buf_printf(why, "no %s '%s' in %s", what, name, place);
		add_known(why, str_of(name), names, count);
	}
	free(names);
	return false;
}
