package org.karlworkbench.linker.machine;

/** What a field inside of an instruction is relative to. */
enum Origin {
    NOTHING("") {
        @Override
        long distance(long s, long p, Origins origins) {
            return s;
        }
    },
    PLACE(" from its own place") {
        @Override
        long distance(long s, long p, Origins origins) {
            return s - p;
        }
    },
    /** The 256 MB in which the next instruction is. */
    REGION(" from the beginning of its own region of 0x10000000 bytes") {
        @Override
        long distance(long s, long p, Origins origins) {
            return s - (p + Integer.BYTES & -0x10000000);
        }
    },
    /** Pages of 4096 bytes from the field's own. */
    PAGE(" pages from its own") {
        @Override
        long distance(long s, long p, Origins origins) {
            return (s >> 12) - (p >> 12);
        }
    },
    THREAD(" from the thread pointer") {
        @Override
        long distance(long s, long p, Origins origins) {
            return s - origins.thread();
        }
    },
    GOT(" from the global offset table") {
        @Override
        long distance(long s, long p, Origins origins) {
            return s - origins.got();
        }
    },
    /** The page of 4096 bytes in which the global offset table begins. */
    GOT_PAGE(" from the global offset table's page") {
        @Override
        long distance(long s, long p, Origins origins) {
            return s - (origins.got() & -0x1000);
        }
    };

    private final String words;

    Origin(String words) {
        this.words = words;
    }

    /** What a field of this kind holds of, before any part is cut out. */
    abstract long distance(long s, long p, Origins origins);

    /** How it is called behind a range. */
    String words() {
        return words;
    }
}
