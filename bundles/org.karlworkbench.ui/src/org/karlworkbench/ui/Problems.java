package org.karlworkbench.ui;

import java.util.concurrent.CancellationException;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.karlworkbench.elf.EngineException;
import org.karlworkbench.ui.table.Shown;

/** What went wrong, in one line for people and as a status for the Error Log. */
public final class Problems {
    private Problems() {}

    /** One line that names the file, the place in it, what is wrong and the cure, as far as they are known. */
    public static String line(Throwable problem) {
        if (problem instanceof EngineException engine) {
            return engine.line();
        }
        if (problem instanceof CoreException core) {
            return core.getStatus().getMessage();
        }
        if (cancelled(problem)) {
            return "Cancelled";
        }
        String message = problem.getMessage();
        return message == null || message.isBlank() ? problem.getClass().getSimpleName() : message;
    }

    /**
     * The same for places that are too short for a path and a cure: the object, symbol or file it is about comes first,
     * where no shortening reaches it, and then what is wrong.
     */
    public static String brief(Throwable problem) {
        if (!(problem instanceof EngineException engine)) {
            return line(problem);
        }
        String subject = subject(engine);
        return Shown.line(subject == null ? engine.getMessage() : subject + ": " + engine.getMessage());
    }

    /** A line says nothing without its file; an object or a symbol does. */
    private static String subject(EngineException problem) {
        String place = problem.place();
        String file = problem.file() == null ? null : name(problem.file());
        if (place == null || file == null) {
            return place == null ? file : name(place);
        }
        return place.startsWith("line ") ? file + " " + place : name(place);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether it only says that a person cancelled. */
    public static boolean cancelled(Throwable problem) {
        return problem instanceof CancellationException || problem instanceof OperationCanceledException;
    }

    /** The status of a Job that ended this way. */
    public static IStatus status(Throwable problem) {
        if (cancelled(problem)) {
            return Status.CANCEL_STATUS;
        }
        return new Status(IStatus.ERROR, Ids.PLUGIN, line(problem), problem);
    }

    /** Puts it into the Error Log, unless it is a cancel. */
    public static void log(Throwable problem) {
        if (!cancelled(problem)) {
            ILog log = Platform.getLog(Platform.getBundle(Ids.PLUGIN));
            log.log(status(problem));
        }
    }
}
