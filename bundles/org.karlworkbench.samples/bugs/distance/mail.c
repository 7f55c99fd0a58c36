/* Somebody who is called. */
#include "mail.h"

int deliver_mail(void)
{
	static int delivered;

	return ++delivered;
}
