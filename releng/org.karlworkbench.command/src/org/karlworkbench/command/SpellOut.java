package org.karlworkbench.command;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Spells out in a class what compilers leave to Java's first call: {@code equals} and {@code hashCode} of records
 * ({@link java.lang.runtime.ObjectMethods}) and switches over types ({@link java.lang.runtime.SwitchBootstraps}). For each
 * of them Java makes classes of its own at every start, which its archive does not keep, and which takes longer than much
 * of what the command is called for.
 */
final class SpellOut {
    private static final String RECORDS = "ObjectMethods";
    private static final String SWITCHES = "SwitchBootstraps";
    private static final ClassDesc OBJECTS = ClassDesc.of(Objects.class.getName());
    private static final int FACTOR = 31;

    private final ClassDesc owner;
    private final boolean isInterface;
    private final List<Consumer<ClassBuilder>> methods = new ArrayList<>();

    private SpellOut(ClassModel model) {
        owner = model.thisClass().asSymbol();
        isInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    /**
     * Whether there is something to spell out.
     *
     * @param model a class
     * @return whether it has records' methods or a switch over types
     */
    static boolean isFor(ClassModel model) {
        return IntStream.range(0, model.constantPool().bootstrapMethodCount())
                .mapToObj(model.constantPool()::bootstrapMethodEntry)
                .map(bootstrap -> ((DirectMethodHandleDesc)
                                bootstrap.bootstrapMethod().asSymbol())
                        .owner()
                        .displayName())
                .anyMatch(maker -> maker.equals(RECORDS) || maker.equals(SWITCHES));
    }

    /**
     * The same class with calls of methods of its own in place of such that are made later.
     *
     * @param model a class
     * @return what makes it from the class
     */
    static ClassTransform of(ClassModel model) {
        SpellOut own = new SpellOut(model);
        return ClassTransform.transformingMethodBodies(own::replace)
                .andThen(ClassTransform.endHandler(builder -> own.methods.forEach(method -> method.accept(builder))));
    }

    private void replace(CodeBuilder code, CodeElement element) {
        if (element instanceof InvokeDynamicInstruction call) {
            body(call).ifPresentOrElse(body -> replace(code, call, body), () -> code.with(call));
        } else {
            code.with(element);
        }
    }

    private void replace(CodeBuilder code, InvokeDynamicInstruction call, Consumer<CodeBuilder> body) {
        String name = call.name().stringValue() + "$" + methods.size();
        MethodTypeDesc type = call.typeSymbol();
        int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
        methods.add(builder -> builder.withMethodBody(name, type, flags, body));
        code.invokestatic(owner, name, type, isInterface);
    }

    /** What a call does; empty for one that stays as it is. */
    private Optional<Consumer<CodeBuilder>> body(InvokeDynamicInstruction call) {
        List<ConstantDesc> arguments = call.bootstrapArgs();
        return switch (call.bootstrapMethod().owner().displayName() + "."
                + call.name().stringValue()) {
            case RECORDS + ".hashCode" -> Optional.of(code -> hashCode(code, components(arguments)));
            case RECORDS + ".equals" -> Optional.of(code -> equals(code, components(arguments)));
            case SWITCHES + ".typeSwitch" ->
                arguments.stream().allMatch(ClassDesc.class::isInstance)
                        ? Optional.of(code -> typeSwitch(code, arguments))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A record's fields, behind its class and their names. */
    private static List<DirectMethodHandleDesc> components(List<ConstantDesc> arguments) {
        return arguments.stream()
                .skip(2)
                .map(DirectMethodHandleDesc.class::cast)
                .toList();
    }

    private void get(CodeBuilder code, int variable, DirectMethodHandleDesc component) {
        code.aload(variable)
                .getfield(
                        owner,
                        component.methodName(),
                        component.invocationType().returnType());
    }

    private void hashCode(CodeBuilder code, List<DirectMethodHandleDesc> components) {
        code.iconst_0();
        for (DirectMethodHandleDesc component : components) {
            ClassDesc type = component.invocationType().returnType();
            code.loadConstant(FACTOR).imul();
            get(code, 0, component);
            ClassDesc by = type.isPrimitive() ? box(type) : OBJECTS;
            ClassDesc of = type.isPrimitive() ? type : ConstantDescs.CD_Object;
            code.invokestatic(by, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, of));
            code.iadd();
        }
        code.ireturn();
    }

    private void equals(CodeBuilder code, List<DirectMethodHandleDesc> components) {
        Label differs = code.newLabel();
        code.aload(1).instanceOf(owner).ifeq(differs);
        code.aload(1).checkcast(owner).astore(2);
        for (DirectMethodHandleDesc component : components) {
            ClassDesc type = component.invocationType().returnType();
            get(code, 0, component);
            get(code, 2, component);
            if (type.isPrimitive()) {
                code.invokestatic(box(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type));
                code.ifne(differs);
            } else {
                MethodTypeDesc two =
                        MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
                code.invokestatic(OBJECTS, "equals", two).ifeq(differs);
            }
        }
        code.iconst_1().ireturn();
        code.labelBinding(differs).iconst_0().ireturn();
    }

    /** Boxes compare numbers as records do: NaN is equal to itself, and 0.0 is not to -0.0. */
    private static ClassDesc box(ClassDesc primitive) {
        return switch (TypeKind.fromDescriptor(primitive.descriptorString())) {
            case BOOLEAN -> ConstantDescs.CD_Boolean;
            case BYTE -> ConstantDescs.CD_Byte;
            case CHAR -> ConstantDescs.CD_Character;
            case SHORT -> ConstantDescs.CD_Short;
            case INT -> ConstantDescs.CD_Integer;
            case LONG -> ConstantDescs.CD_Long;
            case FLOAT -> ConstantDescs.CD_Float;
            case DOUBLE -> ConstantDescs.CD_Double;
            case VOID, REFERENCE -> throw new IllegalArgumentException(primitive + " is no component's primitive type");
        };
    }

    /** The number of the first class, from one on, that an object is of; -1 for null, how many there are for no class. */
    private static void typeSwitch(CodeBuilder code, List<ConstantDesc> classes) {
        Label some = code.newLabel();
        code.aload(0).ifnonnull(some).iconst_m1().ireturn();
        code.labelBinding(some);
        for (int i = 0; i < classes.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf((ClassDesc) classes.get(i)).ifeq(next);
            code.loadConstant(i).ireturn();
            code.labelBinding(next);
        }
        code.loadConstant(classes.size()).ireturn();
    }
}
