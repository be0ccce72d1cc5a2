#ifndef IO_RULES_PLAIN_H
#define IO_RULES_PLAIN_H

/*
 * The plain part of YAML, in which nearly all rule files are written: maps
 * and lists by indentation or in brackets, texts of one line, or line by line
 * below a |.  It is read without libyaml, in a tenth of its time, which is
 * most of what a program takes to start.
 */

#include "io/rules.h"

/*
 * Read a file's text.  False if something in it is not of that part, and
 * libyaml has to say what it is, or what is wrong with it; when true, *top is
 * the tree that libyaml would give (t/rules_plain.c compares them).
 */
bool rules_plain_read(struct arena *a, const char *file, struct str text,
    struct rule *top);

#endif
