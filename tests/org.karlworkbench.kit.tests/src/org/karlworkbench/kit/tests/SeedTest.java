package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.karlworkbench.kit.Seed;

/** Seeds: what is taken for one, and that they stay secret. */
class SeedTest {
    @Test
    void isWrittenAsItWasRead() {
        String hex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        assertEquals(hex, Seed.parse(hex).hex());
        assertEquals(hex, Seed.parse(hex.toUpperCase(Locale.ROOT)).hex());
        assertEquals(31, Seed.parse(hex).bytes()[31]);
    }

    @Test
    void refusesAllButSixtyFourDigits() {
        for (String bad : new String[] {"", "00", "0".repeat(63), "0".repeat(65), "g".repeat(64), " ".repeat(64)}) {
            assertThrows(IllegalArgumentException.class, () -> Seed.parse(bad), bad);
        }
    }

    @Test
    void doesNotShowItselfInLogs() {
        Seed seed = Seed.random();
        assertTrue(!seed.toString().contains(seed.hex()));
    }

    @Test
    void isNewEachTime() {
        assertNotEquals(Seed.random(), Seed.random());
        assertEquals(Seed.BYTES, HexFormat.of().parseHex(Seed.random().hex()).length);
    }
}
