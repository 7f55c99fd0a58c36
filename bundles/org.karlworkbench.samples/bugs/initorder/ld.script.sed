# A table of functions behind the read-only data.
/nofault_end = \./a\
\		initcalls_start = .;\
\		*(.initcalls)\
\		initcalls_end = .;
