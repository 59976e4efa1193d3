/** Everything in one JVM: broker, database, local judge and the four services, started and stopped in order. */
@NullMarked
package io.judgeflow.standalone;

import org.jspecify.annotations.NullMarked;
