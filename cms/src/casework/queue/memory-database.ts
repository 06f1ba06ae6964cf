import Database from 'better-sqlite3'

export type MemoryDatabase = Database.Database

/**
 * An empty database of the queue. It lies in memory and nowhere else, what it sorts by the way too: it holds in the
 * clear what the desk's own database holds sealed.
 */
export function openMemoryDatabase(): MemoryDatabase {
  const database = new Database(':memory:')
  database.pragma('temp_store = memory')
  database.exec(`
    create table cases (
      id integer primary key, document_id text not null, number text not null, title text not null,
      petitioner text not null, state text not null, category text not null, topic text not null,
      region text not null, received_at text not null, received_on text not null, units text not null,
      unsettled integer not null, faulty integer not null
    );
    create index cases_number on cases (number);
    -- A case once for each party that may see it; the bureau is ''.
    create table shares (
      party text not null, case_id integer not null, tabs integer not null, place integer not null,
      counted_day text, last_day text, clock text, started_on text, clock_unit text, certain integer,
      primary key (party, case_id)
    ) without rowid;
    create index shares_place on shares (party, place);
    create table case_units (case_id integer not null, unit text not null, lead integer not null,
      primary key (unit, case_id)) without rowid;
    create index case_units_case on case_units (case_id);
    create virtual table words using fts5 (
      text, content='', contentless_delete=1, detail=full, tokenize='ascii'
    );
  `)
  return database
}
