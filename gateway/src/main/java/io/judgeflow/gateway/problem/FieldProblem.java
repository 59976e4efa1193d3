package io.judgeflow.gateway.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param field its place in the body, such as {@code tests[2].weight}
 * @param message a sentence without the field's name
 */
public record FieldProblem(String field, String message) {}
