/** What every application that answers HTTP needs. */
@NullMarked
package io.judgeflow.web;

import org.jspecify.annotations.NullMarked;
