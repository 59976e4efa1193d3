/** All SQL: the migrations, the upsert of results, the queries. */
@NullMarked
package io.judgeflow.store;

import org.jspecify.annotations.NullMarked;
