import type { Core } from '@strapi/strapi'

/** A table that is only added to, and the columns that stay as they were written. */
type Kept = { table: string; fixed: string }

const kept: Kept[] = [
  // The key of an event is sealed anew when the desk's keys change; everything else stays.
  {
    table: 'case_events',
    fixed:
      'number, sequence, at, kind, actor, staff_id, staff_name, body, previous, hash, document_id',
  },
  { table: 'paper_versions', fixed: 'digest, paper, content, saved_at, document_id' },
  { table: 'case_views', fixed: 'number, viewer, viewed_at, act, asked, found, document_id' },
]

const refusalOf = (table: string) => `${table.replace('_', ' ')} are only added`

const sqlite = ({ table, fixed }: Kept) => [
  `create trigger if not exists ${table}_fixed before update of ${fixed} on ${table}
   begin select raise(abort, '${refusalOf(table)}'); end`,
  `create trigger if not exists ${table}_kept before delete on ${table}
   begin select raise(abort, '${refusalOf(table)}'); end`,
]

const postgres = ({ table, fixed }: Kept) => [
  `create or replace function refuse_${table}() returns trigger language plpgsql as
   $$ begin raise exception '${refusalOf(table)}'; end $$`,
  `create or replace trigger ${table}_fixed before update of ${fixed} on ${table}
   for each row execute function refuse_${table}()`,
  `create or replace trigger ${table}_kept before delete or truncate on ${table}
   for each statement execute function refuse_${table}()`,
]

/**
 * Lets the database itself refuse to change or delete what is only added to, events and the record of views, whoever
 * asks, and to have two events in one place. Strapi may drop what it does not know when it changes a table: to be
 * called at every start.
 */
export async function keepAdded(strapi: Core.Strapi): Promise<void> {
  const { connection, dialect } = strapi.db
  const statements = kept.flatMap(dialect.client === 'postgres' ? postgres : sqlite)
  const place =
    'create unique index if not exists case_events_place on case_events (number, sequence)'
  for (const statement of [place, ...statements]) await connection.raw(statement)
}
