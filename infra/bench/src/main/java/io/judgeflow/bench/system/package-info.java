/** The system as it is run: broker, database and services in processes of their own, whose use of the machine is known. */
@NullMarked
package io.judgeflow.bench.system;

import org.jspecify.annotations.NullMarked;
