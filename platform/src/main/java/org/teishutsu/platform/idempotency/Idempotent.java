package org.teishutsu.platform.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a creating call whose {@code Idempotency-Key} header counts: the same key with the same content gets the first
 * answer again, with another content 422, while the first is still under way 409. Keys belong to user, method and path
 * and are kept 24 hours, in the transaction of the effect. The method must return {@link jakarta.ws.rs.core.Response}.
 */
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {}
