package org.karlworkbench.kit.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.kit.Draw;
import org.karlworkbench.kit.Draws;
import org.karlworkbench.kit.Gaps;
import org.karlworkbench.kit.LoadedKit;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.Seed;
import org.karlworkbench.kit.model.KitFactory;
import org.karlworkbench.kit.model.Recipe;

/** The draw, against the vectors of docs/draw.md and against closed formulas. */
class DrawsTest {
    private static final String COUNTING = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final int ROUNDS = Integer.getInteger("karl.rounds", 1);

    @TempDir
    Path folder;

    private TestKit kit;
    private final Recipe recipe = KitFactory.eINSTANCE.createRecipe();

    @BeforeEach
    void makeKit() throws Exception {
        kit = TestKit.whole(folder);
        String makefile = Files.readString(folder.resolve("Makefile"));
        kit.file("Makefile", makefile.replace("param.o ioconf.o vers.o", ""));
    }

    @Test
    void givesTheVectorsOfTheDocumentation() throws Exception {
        vector("00".repeat(32), "aicbghfdje", new Gaps(12288, 448, 672, 2528, 1664));
        vector(COUNTING, "hbdgcajeif", new Gaps(12288, 1360, 1248, 4080, 912));
        vector("ff".repeat(32), "ijeabhgcfd", new Gaps(8192, 1376, 64, 2640, 3200));
        recipe.setPage(16384);
        assertEquals(new Gaps(49152, 13648, 9440, 16368, 5008), draw(COUNTING).gaps());
    }

    /** The JDK's own ChaCha20 and a shuffle written down a second time, on many seeds and a long body. */
    @Test
    void agreesWithTheCipherOfTheJdk() throws Exception {
        LoadedKit loaded = kit.load();
        for (int i = 0; i < 50 * ROUNDS; i++) {
            Seed seed = Seed.random();
            Cipher cipher = Cipher.getInstance("ChaCha20");
            byte[] nonce = Arrays.copyOf("order".getBytes(StandardCharsets.US_ASCII), 12);
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(seed.bytes(), "ChaCha20"),
                    new ChaCha20ParameterSpec(nonce, 0));
            ByteBuffer words = ByteBuffer.wrap(cipher.update(new byte[1024])).order(ByteOrder.LITTLE_ENDIAN);
            List<String> expected = new ArrayList<>(TestKit.BODY);
            for (int last = expected.size() - 1; last > 0; last--) {
                Collections.swap(expected, last, (int) Long.remainderUnsigned(words.getLong(), last + 1L));
            }
            assertEquals(expected, Draws.draw(loaded, recipe, seed).order()); // a rejection has a chance of 2^-60
        }
    }

    private void vector(String seed, String order, Gaps gaps) throws Exception {
        Draw draw = draw(seed);
        assertEquals(order, String.join("", draw.order()).replace(".o", ""));
        assertEquals(gaps, draw.gaps());
        assertEquals("karl-draw-1", draw.algorithm());
    }

    @Test
    void changingOneBoundChangesNothingElse() throws Exception {
        Draw before = draw(COUNTING);
        RecipeSettings.set(recipe, "gaps.data", "0x100..0x100");
        Draw after = draw(COUNTING);
        assertEquals(before.order(), after.order());
        Gaps old = before.gaps();
        assertEquals(new Gaps(old.text0(), old.text1(), old.rodata(), 272, old.bss()), after.gaps());
    }

    @Test
    void boundsAreIncludedAndRounded() throws Exception {
        RecipeSettings.set(recipe, "gaps.text0", "4092..4092");
        RecipeSettings.set(recipe, "gaps.text1", "0..0");
        RecipeSettings.set(recipe, "gaps.bss", "1..1");
        Gaps gaps = draw(COUNTING).gaps();
        assertEquals(4096, gaps.text0(), "the pad word and 4092 bytes are one page");
        assertEquals(0, gaps.text1());
        assertEquals(16, gaps.bss());
        RecipeSettings.set(recipe, "gaps.text0", "4093..4093");
        assertEquals(8192, draw(COUNTING).gaps().text0());
    }

    @Test
    void keepsTheOrderWhenToldTo() throws Exception {
        recipe.setShuffle(false);
        assertEquals(TestKit.BODY, draw(COUNTING).order());
        recipe.setShuffle(true);
        String makefile = Files.readString(folder.resolve("Makefile"));
        kit.file("Makefile", makefile.replace("-DDIAGNOSTIC", "-DDIAGNOSTIC -DSMALL_KERNEL"));
        assertEquals(TestKit.BODY, draw(COUNTING).order());
        assertTrue(!kit.load().plan().shuffled());
    }

    /** Each object is at each place in about a tenth of all orders. */
    @Test
    void everyPlaceIsEquallyLikely() throws Exception {
        LoadedKit loaded = kit.load();
        int draws = 4000 * ROUNDS;
        int[][] seen = new int[10][10];
        for (int i = 0; i < draws; i++) {
            List<String> order = Draws.draw(loaded, recipe, Seed.random()).order();
            for (int place = 0; place < 10; place++) {
                seen[TestKit.BODY.indexOf(order.get(place))][place]++;
            }
        }
        Chances.requireUniform(seen, draws);
    }

    /** KARL.md table A2: with 4 KiB pages P(1 page) = 4093/12288, and the text1 gap has 257 values. */
    @Test
    void gapsHaveTheDistributionOfTheOriginal() throws Exception {
        LoadedKit loaded = kit.load();
        int draws = 6000 * ROUNDS;
        int onePage = 0;
        var text1 = new HashSet<Long>();
        for (int i = 0; i < draws; i++) {
            Gaps gaps = Draws.draw(loaded, recipe, Seed.random()).gaps();
            onePage += gaps.text0() == 4096 ? 1 : 0;
            text1.add(gaps.text1());
            assertTrue(gaps.text0() % 4096 == 0 && gaps.text0() >= 4096 && gaps.text0() <= 16384);
            assertTrue(gaps.rodata() % 16 == 0 && gaps.rodata() >= 16 && gaps.rodata() <= 4112);
        }
        double p = 4093.0 / 12288;
        double sigma = Math.sqrt(draws * p * (1 - p));
        assertEquals(draws * p, onePage, 6 * sigma);
        assertTrue(text1.size() >= 254 && text1.size() <= 257, "text1 values " + text1.size());
    }

    /** docs/draw.md, the table with places of their own: computed by another program. */
    @Test
    void placesOfTheirOwnHaveVectorsToo() throws Exception {
        RecipeSettings.set(recipe, "pinned", "c.o,f.o");
        RecipeSettings.set(recipe, "order", "j.o,b.o");
        RecipeSettings.set(recipe, "neighbours", "h.o,e.o");
        orders("jbcdafhegi", "jbcgifhead", "jbcgifdahe");
        RecipeSettings.set(recipe, "pinned", "");
        RecipeSettings.set(recipe, "order", "");
        RecipeSettings.set(recipe, "neighbours", "g.o,c.o,a.o;i.o,j.o");
        orders("gcaebijhdf", "fdgcaijbeh", "bgcaijhdef");
        RecipeSettings.set(recipe, "pinned", "e.o,h.o,i.o");
        RecipeSettings.set(recipe, "neighbours", "c.o,a.o;b.o,d.o");
        orders("bdgfecahij", "cagjebdhif", "fjcaebdhig");
        RecipeSettings.set(recipe, "pinned", "");
        RecipeSettings.set(recipe, "neighbours", "");
        RecipeSettings.set(recipe, "order", "i.o,j.o");
        orders("ijachbdfeg", "ijbhcfegad", "ijbcdagefh");
    }

    private void orders(String zero, String counting, String ones) throws Exception {
        assertEquals(zero, letters(draw("00".repeat(32)).order()));
        assertEquals(counting, letters(draw(COUNTING).order()));
        assertEquals(ones, letters(draw("ff".repeat(32)).order()));
    }

    private static String letters(List<String> order) {
        return String.join("", order).replace(".o", "");
    }

    /** All orders that the settings allow come, each as often as the others. */
    @Test
    void everyAllowedOrderIsEquallyLikely() throws Exception {
        RecipeSettings.set(recipe, "order", "a.o,b.o,d.o,e.o");
        RecipeSettings.set(recipe, "pinned", "f.o"); // at place 5: one free place before it, four behind it
        RecipeSettings.set(recipe, "neighbours", "h.o,g.o");
        LoadedKit loaded = kit.load();
        var seen = new HashMap<String, Integer>();
        int draws = 3600 * ROUNDS;
        for (int i = 0; i < draws; i++) {
            String order = letters(Draws.draw(loaded, recipe, Seed.random()).order());
            assertTrue(order.startsWith("abde") && order.charAt(5) == 'f' && order.contains("hg"), order);
            seen.merge(order, 1, Integer::sum);
        }
        assertEquals(18, seen.size(), "c, i or j first, then hg and two objects in 3! orders");
        for (int count : seen.values()) {
            assertEquals(draws / 18.0, count, 6 * Math.sqrt(draws / 18.0));
        }
    }

    @Test
    void aWholeOrderLeavesNothingToChance() throws Exception {
        RecipeSettings.set(recipe, "order", String.join(",", TestKit.BODY.reversed()));
        assertEquals(TestKit.BODY.reversed(), draw("00".repeat(32)).order());
        assertEquals(TestKit.BODY.reversed(), draw("ff".repeat(32)).order());
    }

    @Test
    void withoutAShuffleTheRestKeepsTheMakefilesOrder() throws Exception {
        recipe.setShuffle(false);
        RecipeSettings.set(recipe, "order", "j.o");
        RecipeSettings.set(recipe, "pinned", "a.o");
        RecipeSettings.set(recipe, "neighbours", "h.o,b.o");
        assertEquals("ajcdefghbi", letters(draw(COUNTING).order()));
    }

    @Test
    void neighboursFindNoRoomBetweenPinnedObjects() throws Exception {
        RecipeSettings.set(recipe, "pinned", "c.o,f.o,i.o");
        RecipeSettings.set(recipe, "neighbours", "a.o,b.o,d.o");
        EngineException e = assertThrows(EngineException.class, () -> draw(COUNTING));
        assertEquals("neighbours", e.place());
        assertTrue(e.getMessage().contains("at most 2 places"), e.getMessage());
        RecipeSettings.set(recipe, "neighbours", "a.o,b.o;d.o,e.o;g.o,h.o");
        List<String> order = draw(COUNTING).order();
        assertEquals(List.of("c.o", "f.o", "i.o"), List.of(order.get(2), order.get(5), order.get(8)));
        RecipeSettings.set(recipe, "pinned", "b.o,c.o,f.o,i.o"); // leaves 1, 2, 2 and 1 places: two groups of two fit
        RecipeSettings.set(recipe, "neighbours", "a.o,d.o;e.o,g.o;h.o,j.o");
        EngineException none = assertThrows(EngineException.class, () -> draw(COUNTING));
        assertTrue(none.getMessage().contains("do not find room"), none.getMessage());
    }

    @Test
    void alignmentsOfGapsAreTheRecipes() throws Exception {
        for (String gap : List.of("text1", "rodata", "data", "bss")) {
            RecipeSettings.set(recipe, "gaps." + gap, "1..1");
        }
        RecipeSettings.set(recipe, "gapAlign.text1", "4");
        RecipeSettings.set(recipe, "gapAlign.rodata", "8");
        RecipeSettings.set(recipe, "gapAlign.data", "0x400");
        assertEquals(new Gaps(12288, 4, 8, 1024, 16), draw(COUNTING).gaps());
    }

    @Test
    void refusesWhatCannotWork() throws Exception {
        LoadedKit loaded = kit.load();
        recipe.setPage(4095);
        EngineException e = assertThrows(EngineException.class, () -> Draws.draw(loaded, recipe, Seed.parse(COUNTING)));
        assertEquals("page", e.place());
        assertNotEquals(null, e.cure());
    }

    private Draw draw(String seed) throws Exception {
        return Draws.draw(kit.load(), recipe, Seed.parse(seed));
    }
}
