package org.karlworkbench.linker;

import org.karlworkbench.elf.EngineException;
import org.karlworkbench.linker.script.Script;

/** Expressions that may be made of numbers only: flags of program headers. */
record ConstantScope(Script script) implements Evaluator.Scope {
    @Override
    public Value dot() {
        return Value.of(0);
    }

    @Override
    public Value symbol(String name) throws EngineException {
        throw bad("the symbol " + name + " has no value in a program header");
    }

    @Override
    public boolean isDefined(String name) {
        return false;
    }

    @Override
    public Value about(String function, String name) throws EngineException {
        throw bad(function + " has no value in a program header");
    }

    @Override
    public long constant(String name) throws EngineException {
        throw bad(name + " has no value in a program header");
    }

    @Override
    public long headers() {
        return 0;
    }

    @Override
    public EngineException bad(String problem) {
        return new EngineException("bad-script", script.name(), "PHDRS", problem, "write a number");
    }
}
