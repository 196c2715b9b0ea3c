/** Databases for tests of all modules: {@link dev.seamless.database.TestDatabase} gives a fresh one for each use. */
package dev.seamless.database;
