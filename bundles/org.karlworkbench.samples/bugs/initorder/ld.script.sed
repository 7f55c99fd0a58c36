# A table of functions behind the read-only data.
/\*(\.rodata \.rodata\.\*)/a\
\		. = ALIGN(8);\
\		initcalls_start = .;\
\		*(.initcalls)\
\		initcalls_end = .;
