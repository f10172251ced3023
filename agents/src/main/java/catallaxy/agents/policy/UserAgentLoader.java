package catallaxy.agents.policy;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.driver.Thrown;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Makes agents of a user's class; every way in which that can go wrong has its own message. */
final class UserAgentLoader {
    private final ClassLoader classes;

    UserAgentLoader(ClassLoader classes) {
        this.classes = classes;
    }

    Agent create(String className, AgentContext context) {
        Class<? extends Agent> type = agentClass(find(className, context), context);
        Constructor<? extends Agent> withContext = constructor(type, AgentContext.class);
        if (withContext != null) {
            return call(withContext, context, context);
        }
        Constructor<? extends Agent> withNothing = constructor(type);
        if (withNothing != null) {
            return call(withNothing, context);
        }
        throw complaint(context, type.getName() + " has no public constructor (AgentContext) or ()", null);
    }

    private Class<?> find(String className, AgentContext context) {
        try {
            return Class.forName(className, true, classes);
        } catch (ClassNotFoundException missing) {
            throw complaint(
                    context,
                    "there is no class " + className + " on the class path"
                            + SiblingClasses.nearest(className, classes)
                                    .map(nearest -> "; did you mean " + nearest + "?")
                                    .orElse("; add its jar with --classpath"),
                    missing);
        } catch (LinkageError broken) {
            throw complaint(
                    context,
                    "class " + className + " cannot be loaded: " + Thrown.text(broken) + advice(broken),
                    broken);
        }
    }

    private static Class<? extends Agent> agentClass(Class<?> type, AgentContext context) {
        if (!Agent.class.isAssignableFrom(type)) {
            throw complaint(context, type.getName() + " does not implement " + Agent.class.getName(), null);
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            throw complaint(context, type.getName() + " is abstract", null);
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw complaint(context, type.getName() + " is not public", null);
        }
        return type.asSubclass(Agent.class);
    }

    private static @Nullable Constructor<? extends Agent> constructor(
            Class<? extends Agent> type, Class<?>... parameters) {
        try {
            return type.getConstructor(parameters);
        } catch (NoSuchMethodException absent) {
            return null;
        }
    }

    private static Agent call(Constructor<? extends Agent> constructor, AgentContext context, Object... arguments) {
        String type = constructor.getDeclaringClass().getName();
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            throw complaint(
                    context, "the constructor of " + type + " failed: " + Thrown.text(cause) + advice(cause), cause);
        } catch (ReflectiveOperationException | LinkageError broken) {
            throw complaint(context, type + " cannot be made: " + Thrown.text(broken), broken);
        }
    }

    /** What helps where a class that the agent's own needs is not there, such as the Kotlin library's. */
    private static String advice(Throwable thrown) {
        return thrown instanceof NoClassDefFoundError ? "; add the library that has it with --classpath" : "";
    }

    private static AgentCreationException complaint(AgentContext context, String what, @Nullable Throwable cause) {
        return new AgentCreationException("agent " + context.agent() + ": " + what, cause);
    }
}
