/** A row as the driver of a database gives it. */
export type RawRow = Record<string, unknown>

/** Asks a database in SQL with `?` for each value; the same for SQLite and PostgreSQL. */
export type Ask = (statement: string, values?: readonly (string | number)[]) => Promise<RawRow[]>
