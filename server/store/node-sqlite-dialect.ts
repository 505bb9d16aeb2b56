// Kysely on Node's own SQLite.

import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";
import { isDiskError, type OnBroken } from "./sqlite-file.ts";

/** How many prepared statements are kept. */
const STATEMENTS = 200;

/** A Kysely dialect over an open database; destroying the Kysely instance closes it. */
export function nodeSqliteDialect(database: DatabaseSync, onBroken: OnBroken): SqliteDialect {
  return new SqliteDialect({ database: adapt(database, onBroken) });
}

function adapt(database: DatabaseSync, onBroken: OnBroken): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const statement = kept.get(sql) ?? adaptStatement(database.prepare(sql), onBroken);
      if (kept.size < STATEMENTS) kept.set(sql, statement);
      return statement;
    },
  };
}

function adaptStatement(statement: StatementSync, onBroken: OnBroken): SqliteStatement {
  const noticing = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      if (isDiskError(error)) onBroken(error);
      throw error;
    }
  };
  return {
    get reader() {
      return statement.columns().length > 0;
    },
    all: (values) => noticing(() => statement.all(...values.map(inputValue))),
    run: (values) => noticing(() => statement.run(...values.map(inputValue))),
    iterate: (values) => statement.iterate(...values.map(inputValue)),
  };
}

/** Passes on what SQLite can hold. Throws TypeError for anything else. */
function inputValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "bigint" || value instanceof Uint8Array) return value;
  throw new TypeError(`SQLite cannot hold a value of type ${typeof value}`);
}
