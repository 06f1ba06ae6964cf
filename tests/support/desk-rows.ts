import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { dataLayout } from '@portal/content/schema/environment'
import { readKeyring } from '../../cms/src/casework/vault/keyring.ts'
import { openText, sealText } from '../../cms/src/casework/vault/seal.ts'

/**
 * Changes a list of a case, such as its steps, in the desk's database itself, as it would be if it
 * had come about at other times.
 */
export function rewriteList(
  dataDir: string,
  number: string,
  field: string,
  change: (list: never[]) => object[],
): void {
  const keyring = readKeyring(readFileSync(dataLayout(dataDir).deskKey, 'utf8'))
  const database = new Database(join(dataDir, 'cms', 'cms.db'))
  const row = database
    .prepare(`select document_id as id, ${field} as list from cases where number = ?`)
    .get(number) as { id: string; list: string }
  const place = { type: 'api::case.case', row: row.id, field }
  const { sealed } = JSON.parse(row.list) as { sealed: string }
  const opened = openText(keyring, place, sealed) ?? assert.fail(`${field} does not open`)
  const list = JSON.stringify(change(JSON.parse(opened) as never[]))
  database
    .prepare(`update cases set ${field} = ? where number = ?`)
    .run(JSON.stringify({ sealed: sealText(keyring, place, list) }), number)
  database.close()
}
