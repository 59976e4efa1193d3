package io.judgeflow.gateway.view;

/** How far the view is in reading what there was when this gateway started. */
@FunctionalInterface
public interface ViewProgress {

    /** True once it has read all of that. */
    boolean caughtUp();
}
