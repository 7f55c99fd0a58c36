package org.karlworkbench.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.karlworkbench.cli.Karl;

/** {@code karl layout --sort size} beside nm. */
class LayoutSizesTest {
    @TempDir
    Path temp;

    private static List<JsonObject> rows(Object... words) {
        return Command.run(words).json(Karl.DONE).getAsJsonArray("rows").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    @Test
    void theLargestComesFirst() throws Exception {
        Path kernel = temp.resolve("bsd");
        assertEquals(
                Karl.DONE, Command.run("relink", Command.DEMO, "-o", kernel).status());
        List<Long> ours = rows("layout", kernel, "--sort", "size", "--json").stream()
                .filter(row -> !row.get("kind").getAsString().equals("gap"))
                .map(row -> row.get("size").getAsLong())
                .filter(size -> size > 0)
                .toList();
        List<Long> theirs = Command.witness("nm", "-S", "--size-sort", "-r", kernel).stream()
                .map(line -> Long.parseLong(line.split(" ")[1], 16))
                .toList();
        assertEquals(theirs, ours);
        List<JsonObject> objects = rows("layout", kernel, "--by", "object", "--sort", "size", "--json");
        double all = objects.stream()
                .mapToDouble(row -> row.get("share").getAsDouble())
                .sum();
        assertEquals(1, all, 1e-6, "every byte is somebody's");
        assertEquals(
                objects.size(),
                rows("layout", kernel, "--by", "object", "--json").size());
        assertTrue(!rows("layout", kernel, "--json").getFirst().has("share"));
        assertEquals(Karl.USAGE, Command.run("layout", kernel, "--sort", "name").status());
    }
}
