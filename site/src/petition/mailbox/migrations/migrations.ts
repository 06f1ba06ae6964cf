import type { Migration } from 'kysely/migration'
import type { Dialect } from '../schema.ts'
import { createChannelsTable } from './channels.ts'
import { addCodeMarks } from './code-marks.ts'
import { addDraftKeys } from './draft-keys.ts'
import { createDraftsTable } from './drafts.ts'
import { createMailboxTables } from './mailbox.ts'
import { createMissedQueriesTable } from './missed-queries.ts'
import { createSpentTable } from './spent.ts'
import { addUploadOrigins } from './upload-origins.ts'
import { createUploadTables } from './uploads.ts'
import { indexWaitingMessages } from './waiting.ts'

/** Every change of the tables since the first, in order; a name that was released never changes. */
export function migrations(dialect: Dialect): Record<string, Migration> {
  return {
    '0001-mailbox': { up: (db) => createMailboxTables(db, dialect) },
    '0002-drafts': { up: (db) => createDraftsTable(db, dialect) },
    '0003-uploads': { up: (db) => createUploadTables(db, dialect) },
    '0004-waiting': { up: indexWaitingMessages },
    '0005-spent': { up: (db) => createSpentTable(db, dialect) },
    '0006-draft-keys': { up: (db) => addDraftKeys(db, dialect) },
    '0007-upload-origins': { up: addUploadOrigins },
    '0008-code-marks': { up: addCodeMarks },
    '0009-channels': { up: createChannelsTable },
    '0010-missed-queries': { up: (db) => createMissedQueriesTable(db, dialect) },
  }
}
