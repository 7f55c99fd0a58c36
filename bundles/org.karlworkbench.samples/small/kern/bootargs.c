/* The boot arguments: words that the loader hands over. */
#include "kernel.h"

static char arguments[256];

void bootargs_set(const char *text)
{
	if (text != NULL)
		strlcpy(arguments, text, sizeof(arguments));
}

/* Is this one of the words? */
bool bootargs_has(const char *word)
{
	size_t length = strlen(word);

	for (const char *p = arguments; *p != '\0'; p++) {
		bool begins = p == arguments || p[-1] == ' ';

		if (begins && strncmp(p, word, length) == 0 && (p[length] == ' ' || p[length] == '\0'))
			return true;
	}
	return false;
}
