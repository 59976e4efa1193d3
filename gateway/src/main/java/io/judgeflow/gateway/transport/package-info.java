/** What a connection and a body may be like, before anything in them is looked at. */
@NullMarked
package io.judgeflow.gateway.transport;

import org.jspecify.annotations.NullMarked;
