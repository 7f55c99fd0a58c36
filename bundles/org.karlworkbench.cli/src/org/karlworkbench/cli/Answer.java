package org.karlworkbench.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintWriter;

/** What a verb found out, complete before the first byte of it is written. */
interface Answer {
    /** The exit status: {@link Karl#DONE} or {@link Karl#NO}. */
    int status();

    /** Writes the fields of the JSON object, without its braces. */
    void json(JsonWriter json) throws IOException;

    /** Writes the same for a person. */
    void print(PrintWriter out);
}
