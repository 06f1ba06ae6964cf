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
      unsettled integer not null, faulty integer not null, led_by text not null,
      -- Files that did not come whole, or not at all.
      lost_files integer not null
    );
    create index cases_number on cases (number);
    create index cases_faulty on cases (faulty) where faulty;
    create index cases_lost on cases (lost_files) where lost_files;
    -- A case once for each party that may see it; the bureau is ''.
    create table shares (
      party text not null, case_id integer not null, tabs integer not null, place integer not null,
      counted_day text, last_day text, clock text, started_on text, clock_unit text, certain integer,
      writer integer,
      primary key (party, case_id)
    ) without rowid;
    create index shares_place on shares (party, place);
    -- Whether the case is open, and by when the bureau counts something as owed, stand here once more: the view by
    -- unit goes through all of them.
    create table case_units (case_id integer not null, unit text not null, lead integer not null,
      open integer not null, counted_day text,
      primary key (unit, case_id)) without rowid;
    create index case_units_case on case_units (case_id);
    -- What offices owe in a case now, each clock once; the holder is a unit, or '' for the bureau and appeal bodies.
    -- 'given' is how far its reminders have come.
    create table duties (case_id integer not null, holder text not null, clock text not null,
      started_on text not null, last_day text not null, given integer not null);
    create index duties_case on duties (case_id);
    create index duties_day on duties (last_day, given);
    create index duties_clock on duties (clock);
    create index duties_holder on duties (holder, last_day);
    -- What each unit that has a case made of it: when it got it, by when and when it told whether it takes it up, and
    -- when it was decided.
    create table works (case_id integer not null, unit text not null, received_on text not null,
      inform_by text not null, informed_on text, days integer);
    create index works_case on works (case_id);
    create index works_unit on works (unit, received_on, inform_by, informed_on, days);
    create virtual table words using fts5 (
      text, content='', contentless_delete=1, detail=full, tokenize='ascii'
    );
  `)
  return database
}
