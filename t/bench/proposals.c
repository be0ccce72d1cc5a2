/*
 * Proposals for a benchmark, always the same: some 300 bytes each, two of
 * three in Russian, the others in English.  The argument is how many
 * (1000000); or `rules`, for a rule file of forum-route with 300 stems, or
 * `stems`, for the same stems one a line, as other programs want them.
 */

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TEXT = 240, BODIES = 30, EACH = 10 };

static const char *const russian[] = {
	"предлагаем", "создать", "при", "поддержке", "акимата", "центр",
	"развития", "экологической", "культуры", "и", "организовать",
	"раздельный", "сбор", "отходов", "в", "школах", "города", "для",
	"детей", "инвалидов", "необходимо", "увеличить", "финансирование",
	"неправительственных", "организаций", "государственный", "социальный",
	"заказ", "на", "строительство", "дороги", "между", "сёлами", "района",
	"обеспечить", "доступ", "к", "питьевой", "воде", "жителей",
	"отдалённых", "аулов", "ввести", "льготы", "молодых", "учителей",
	"врачей", "провести", "мониторинг", "качества", "воздуха", "по",
	"области", "рассмотреть", "вопрос", "о", "пенсионном", "возрасте",
	"женщин", "с", "детьми", "открыть", "службу", "помощи", "семьям",
	"которые", "воспитывают", "ребёнка", "особыми", "потребностями",
	"закон", "должен", "учитывать", "мнение", "общественных", "советов",
	"просим", "министерство", "разработать", "программу", "волонтёров",
	"спортивных", "площадок", "библиотек", "музеев", "также", "каждый",
	"год", "выделять", "средства", "из", "бюджета", "чтобы", "граждане",
	"могли", "получать", "услуги", "бесплатно", "через", "портал",
	"электронного", "правительства", "без", "очереди", "сельское",
	"хозяйство", "нуждается", "кредитах", "под", "низкий", "процент",
	"больницы", "поликлиники", "лекарства", "Казахстана", "Алматы",
};

static const char *const english[] = {
	"we", "propose", "to", "open", "a", "centre", "for", "young",
	"people", "with", "disabilities", "in", "the", "region", "and",
	"support", "its", "work", "from", "state", "budget", "every", "year",
	"water", "supply", "of", "villages", "must", "be", "improved",
	"schools", "need", "more", "teachers", "textbooks", "ecology",
	"waste", "recycling", "air", "quality", "monitoring", "stations",
	"hospital", "doctors", "medicine", "should", "available", "free",
	"public", "transport", "roads", "between", "districts", "farmers",
	"loans", "at", "low", "interest", "rates", "digital", "services",
	"internet", "access", "rural", "areas", "law", "on", "volunteers",
	"social", "protection", "families", "children", "pensions",
	"employment", "women", "sports", "grounds", "libraries", "museums",
	"culture", "tourism", "trade", "prices", "inflation", "industry",
	"housing", "programme", "energy", "electricity", "tariffs", "police",
	"safety", "ministry", "should", "consider", "this", "question",
	"together", "non-governmental", "organisations", "which", "know",
};

static uint64_t state = 20251016;

static uint32_t
below(uint32_t n)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((state >> 32) * n >> 32);
}

/* At least so many bytes of words, with a comma or a full stop now and then. */
static void
print_words(const char *const *words, uint32_t count, size_t bytes)
{
	for (size_t n = 0; n < bytes;) {
		const char *word = words[below(count)];

		n += strlen(word) + 1;
		fputs(word, stdout);
		if (n < bytes)
			fputs(below(9) == 0 ? ", " : below(12) == 0 ? ". " :
			    " ", stdout);
	}
}

#define COUNT(array) (uint32_t)(sizeof(array) / sizeof(*(array)))

static void
print_proposals(uint32_t count)
{
	static const char regions[][3] = { "10", "11", "15", "19", "35", "71",
	    "75", "79" };

	puts("id\tregistered\tregion\ttitle\ttext");
	for (uint32_t i = 0; i < count; i++) {
		const char *const *words = i % 3 ? russian : english;
		uint32_t n = i % 3 ? COUNT(russian) : COUNT(english);

		printf("P-%07u\t2025-10-%02u\t%s0000000\t", i, 1 + below(31),
		    regions[below(COUNT(regions))]);
		print_words(words, n, 40);
		putchar('\t');
		print_words(words, n, TEXT);
		putchar('\n');
	}
}

/* The bytes of a word's first letters. */
static int
beginning(const char *word, uint32_t letters)
{
	int n = 0;

	while (word[n] != '\0' && ((word[n] & 0xc0) == 0x80 || letters-- > 0))
		n++;
	return n;
}

/*
 * Stem i: the beginning of a word; five of six have one letter more, so that
 * they are nearly in the text but not quite.
 */
static void
print_stem(uint32_t i)
{
	static const char *words[COUNT(russian) + COUNT(english)];
	static uint32_t count;
	static const char more[][3] = { "щ", "ъ", "q", "x" };
	const char *word;

	for (uint32_t w = 0; i == 0 && w < COUNT(words); w++) {
		word = w < COUNT(russian) ? russian[w] :
		    english[w - COUNT(russian)];
		if (strlen(word) >= (word[0] & 0x80 ? 12 : 7))
			words[count++] = word;
	}
	word = words[i % count];
	printf("%.*s%s", beginning(word, 4 + i / count), word,
	    i % 6 == 0 ? "" : more[i % 2 + (word[0] & 0x80 ? 0 : 2)]);
}

/* Rules of 30 bodies with 10 stems each, or the stems one a line. */
static void
print_stems(bool rules)
{
	if (rules)
		puts("rules: routes\ntitle: Stems for a benchmark\ncite: none\n"
		    "editions:\n- from: 2025-01-01\n  cite: none\n"
		    "  fields: {text: [title, text], id: id}\n"
		    "  model: {confidence: 1, under: 1000}\n"
		    "  otherwise: b0\n  bodies:");
	for (int b = 0; rules && b < BODIES; b++)
		printf("    b%d: {kk: b, ru: b, en: b}\n", b);
	if (rules)
		puts("  routes:");
	for (uint32_t i = 0; i < BODIES * EACH; i++) {
		if (rules && i % EACH == 0)
			printf("  - rule: r%u\n    body: b%u\n    any:\n", i,
			    i / EACH);
		fputs(rules ? "    - " : "", stdout);
		print_stem(i);
		puts(rules ? "*" : "");
	}
}

int
main(int argc, char *argv[])
{
	if (argc > 1 && strcmp(argv[1], "rules") == 0)
		print_stems(true);
	else if (argc > 1 && strcmp(argv[1], "stems") == 0)
		print_stems(false);
	else
		print_proposals(argc > 1 ? (uint32_t)atol(argv[1]) : 1000000);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : EXIT_FAILURE;
}
