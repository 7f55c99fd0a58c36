package org.karlworkbench.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.karlworkbench.kit.RecipeSettings;
import org.karlworkbench.kit.model.Neighbours;

/**
 * A setting of a recipe that is typed into one field.
 *
 * @param name its name in recipes and on the command line
 * @param title what it is called in the form
 * @param feature where the recipe keeps it
 * @param form the form in which it is typed
 */
record Setting(String name, String title, EStructuralFeature feature, Form form) {
    /** A form in which settings are typed; an empty field leaves the original's. */
    enum Form {
        /** A word as it is. */
        TEXT(_ -> null) {
            @Override
            String words(Object value) {
                return value == null ? "" : value.toString();
            }

            @Override
            Object value(String typed) {
                return typed;
            }
        },
        /** A number above 0. */
        NUMBER(Form::numberProblem) {
            @Override
            String words(Object value) {
                return value.equals(0L) ? "" : value.toString();
            }

            @Override
            Object value(String typed) {
                return typed.isEmpty() ? 0L : Numbers.parse(typed);
            }
        },
        /** One name or flag a line. */
        LINES(_ -> null) {
            @Override
            String words(Object value) {
                return ((List<?>) value).stream().map(String::valueOf).collect(Collectors.joining("\n"));
            }

            @Override
            Object value(String typed) {
                return lines(typed);
            }
        },
        /** One name a line, and an empty line between groups. */
        GROUPS(_ -> null) {
            @Override
            String words(Object value) {
                return ((List<?>) value)
                        .stream()
                                .map(group -> String.join("\n", ((Neighbours) group).getObjects()))
                                .collect(Collectors.joining("\n\n"));
            }

            @Override
            Object value(String typed) {
                List<Neighbours> groups = new ArrayList<>();
                for (String group : typed.split("\\R\\s*\\R")) {
                    if (!group.isBlank()) {
                        groups.add(RecipeSettings.neighbours(lines(group)));
                    }
                }
                return groups;
            }
        };

        private final UnaryOperator<String> problem;

        Form(UnaryOperator<String> problem) {
            this.problem = problem;
        }

        /** The value as it is typed. */
        abstract String words(Object value);

        /** The value of what was typed, which has no problem. */
        abstract Object value(String typed);

        /** Why what was typed has no value, or null. */
        String problem(String typed) {
            return problem.apply(typed);
        }

        private static String numberProblem(String typed) {
            String problem = typed.isEmpty() ? null : Numbers.problem(typed);
            boolean zero = problem == null && !typed.isEmpty() && Numbers.parse(typed) == 0;
            return zero ? "give a number above 0, or leave the field empty" : problem;
        }

        private static List<String> lines(String typed) {
            return Stream.of(typed.split("\\R"))
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
    }
}
