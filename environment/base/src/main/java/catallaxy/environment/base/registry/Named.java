package catallaxy.environment.base.registry;

/** A kind of something, which is registered by its class name. */
public interface Named {
    /** Name among all kinds of its sort, in the spelling of scenario files: lower-case words joined by hyphens. */
    String name();
}
