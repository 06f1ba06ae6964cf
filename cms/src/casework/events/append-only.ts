import type { Core } from '@strapi/strapi'

const table = 'case_events'
/** Its key is sealed anew when the desk's keys change; everything else stays as it was written. */
const fixed =
  'number, sequence, at, kind, actor, staff_id, staff_name, body, previous, hash, document_id'
const refusal = 'case events are only added'

const sqlite = [
  `create trigger if not exists case_events_fixed before update of ${fixed} on ${table}
   begin select raise(abort, '${refusal}'); end`,
  `create trigger if not exists case_events_kept before delete on ${table}
   begin select raise(abort, '${refusal}'); end`,
]

const postgres = [
  `create or replace function refuse_case_event() returns trigger language plpgsql as
   $$ begin raise exception '${refusal}'; end $$`,
  `create or replace trigger case_events_fixed before update of ${fixed} on ${table}
   for each row execute function refuse_case_event()`,
  `create or replace trigger case_events_kept before delete or truncate on ${table}
   for each statement execute function refuse_case_event()`,
]

/**
 * Lets the database itself refuse to change or delete an event, whoever asks, and to have two in one place.
 * Strapi may drop what it does not know when it changes a table: to be called at every start.
 */
export async function keepEvents(strapi: Core.Strapi): Promise<void> {
  const { connection, dialect } = strapi.db
  const statements = dialect.client === 'postgres' ? postgres : sqlite
  const place = `create unique index if not exists case_events_place on ${table} (number, sequence)`
  for (const statement of [place, ...statements]) await connection.raw(statement)
}
