/** What single steps cost, by JMH; those of steps that only their own package sees lie in packages of that name. */
@NullMarked
package io.judgeflow.bench.micro;

import org.jspecify.annotations.NullMarked;
