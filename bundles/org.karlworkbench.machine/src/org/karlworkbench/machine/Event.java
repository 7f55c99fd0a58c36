package org.karlworkbench.machine;

import com.google.gson.JsonObject;

/**
 * Something that happened to a machine: a line of its timeline.
 *
 * @param time when, as the clock stood then (ISO 8601, UTC); the order of events is that of the lines, since clocks go
 *     backwards
 * @param behaviour during what: {@code install}, {@code boot} and so on
 * @param kind what: {@code booted installed relinked copied engaged dis-engaged completed cancelled failed}, for programs
 * @param words the same for people
 * @param kernel the digest of the kernel it is about, null where it is about none
 * @param run when the run began of which it is a part; null where an older version wrote it
 */
public record Event(String time, String behaviour, String kind, String words, String kernel, String run) {
    static Event parse(String line) {
        JsonObject json = JsonFile.parse(line);
        return new Event(
                JsonFile.text(json, "time"),
                JsonFile.text(json, "behaviour"),
                JsonFile.text(json, "kind"),
                JsonFile.text(json, "words"),
                JsonFile.text(json, "kernel"),
                JsonFile.text(json, "run"));
    }

    /** Whether the line was an event, and whole. */
    boolean isWhole() {
        return time != null && behaviour != null && kind != null && words != null;
    }

    String line() {
        JsonObject json = new JsonObject();
        json.addProperty("time", time);
        json.addProperty("behaviour", behaviour);
        json.addProperty("kind", kind);
        json.addProperty("words", words);
        json.addProperty("kernel", kernel);
        json.addProperty("run", run);
        return json + "\n";
    }
}
