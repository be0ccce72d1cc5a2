#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "io/share.h"

const char *
share_path(struct arena *a, const char *folder, const char *name,
    const char *suffix)
{
	const char *share = getenv("CIVUTILS_SHARE");
	size_t room;
	char *path;

	if (strchr(name, '/') != NULL ||
	    str_ends(str_of(name), str_of(suffix)))
		return name;
	if (share == NULL || share[0] == '\0')
		share = DATADIR;
	room = strlen(share) + strlen(folder) + strlen(name) +
	    strlen(suffix) + 3;
	path = arena_alloc(a, room);
	strcat(strcat(strcpy(path, share), "/"), folder);
	strcat(strcat(strcat(path, "/"), name), suffix);
	return path;
}
