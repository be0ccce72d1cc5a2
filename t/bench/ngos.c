/*
 * Cards of NGOs as CSV for a benchmark, always the same: the first argument
 * is how many (1000000).  Of the Russian names 30% are quoted, two thirds of
 * them with quotes and a comma inside; of the Kazakh ones 10%.  The BINs are
 * good and all different.
 */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/options.h"
#include "civic/bin_number.h"

const struct program program = { "ngos", "[count]", "cards for a benchmark",
	NULL, NULL };

enum { SERIALS = 1000, MONTHS = 12, REGIONS = 20 };

static const char *const russian[] = { "Молодёжь", "Развитие", "Экология",
	"Милосердие", "Возрождение", "Будущее", "Гражданская инициатива",
	"Здоровье нации", "Правовая защита", "Добрые сердца" };
static const char *const kazakh[] = { "Жастар", "Даму", "Табиғат", "Мейірім",
	"Жаңғыру", "Болашақ", "Азаматтық бастама", "Ұлт денсаулығы",
	"Құқық қорғау", "Ақ жүрек" };
static const char *const cities[REGIONS] = { "Семей", "Кокшетау", "Актобе",
	"Конаев", "Атырау", "Уральск", "Тараз", "Талдыкорган", "Караганда",
	"Костанай", "Кызылорда", "Актау", "Павлодар", "Петропавловск",
	"Туркестан", "Жезказган", "Усть-Каменогорск", "Астана", "Алматы",
	"Шымкент" };
static const char *const codes[REGIONS] = { "10", "11", "15", "19", "23", "27",
	"31", "33", "35", "39", "43", "47", "55", "59", "61", "62", "63", "71",
	"75", "79" };
static const char *const forms[] = { "public-association", "public-fund",
	"private-institution", "private-fund", "corporate-fund" };
static const char *const spheres[] = { "education", "health", "environment",
	"youth", "culture", "rights", "vulnerable", "volunteering" };

static uint64_t state = 1;

static unsigned
below(unsigned n)
{
	uint64_t z = state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return (unsigned)((z ^ z >> 31) % n);
}

/* The number'th BIN, in no order that shows; false if no such was issued. */
static bool
make_bin(char bin[13], unsigned number, unsigned count)
{
	unsigned months = count / (SERIALS - SERIALS / 10) + 1;
	unsigned month = number % months, serial = number / months;
	int digit;

	snprintf(bin, 13, "%02u%02u40%05u", month / MONTHS % 100,
	    month % MONTHS + 1, (serial * 7919 + month * 31) % 100000);
	digit = bin_number_digit(bin);
	bin[11] = (char)('0' + digit);
	bin[12] = '\0';
	return digit >= 0;
}

static void
print_names(unsigned number)
{
	const char *name = russian[below(10)], *own = kazakh[below(10)];
	unsigned how = below(10);

	if (how < 2)
		printf("\"ОФ \"\"%s %u\"\", филиал\",", name,
		    number);
	else if (how < 3)
		printf("\"ОФ %s, %u\",", name, number);
	else
		printf("ОФ %s %u,", name, number);
	if (below(10) == 0)
		printf("\"\"\"%s %u\"\" ҚҚ\",", own, number);
	else
		printf("%s %u ҚҚ,", own, number);
}

static void
print_rest(void)
{
	unsigned region = below(REGIONS);

	printf("%s,20%02u-%02u-%02u,%s0000000,", forms[below(5)], below(25),
	    below(12) + 1, below(28) + 1, codes[region]);
	printf("г. %s ул. %s дом %u,+7701%07u,", cities[region],
	    russian[below(10)], below(200) + 1, below(10000000));
	printf("office%u@ngo%u.example,%s А. Б.,%s\n", below(1000),
	    below(100000), below(2) == 0 ? "Ахметов" : "Иванова",
	    spheres[below(8)]);
}

int
main(int argc, char *argv[])
{
	unsigned count = argc > 1 ? (unsigned)atol(argv[1]) : 1000000;
	unsigned made = 0;
	char bin[13];

	puts("bin,name_ru,name_kk,form,registered_on,region,address,phone,"
	    "email,head,spheres");
	for (unsigned i = 0; made < count; i++)
		if (make_bin(bin, i, count)) {
			printf("%s,", bin);
			print_names(++made);
			print_rest();
		}
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : EXIT_FAILURE;
}
