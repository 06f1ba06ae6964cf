import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { verifyStoredCases } from '../../../scripts/verify/cases.ts'
import type { DeskWithDatabase } from '../desk/desk-database.ts'
import { root } from '../machine/installation.ts'

type Verified = { code: number; lines: string }

/**
 * Looks at the record of a case in the database, and changes it as whoever holds that can.
 * @param of the desk that runs, and the number of the case, as they are when something is asked
 */
export function openRecord(of: () => DeskWithDatabase & { number: string }, isPostgres: boolean) {
  const verify = async (): Promise<Verified> => {
    const { office, settings } = of()
    const { dataDir } = office
    const { CMS_DATABASE_URL: url = `sqlite:${join(dataDir, 'cms', 'cms.db')}` } = settings
    const { ok, lines } = await verifyStoredCases({ dataDir, cmsDatabaseUrl: url, root })
    return { code: ok ? 0 : 1, lines: lines.join('\n') }
  }
  /** The same by the command, which takes half a second to start. */
  const verifyByCommand = () =>
    new Promise<Verified>((resolve) => {
      const script = join(root, 'scripts', 'verify.ts')
      const quiet = '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON'
      const { office, settings } = of()
      const env = { ...process.env, DATA_DIR: office.dataDir, ...settings }
      execFile(
        process.execPath,
        [quiet, script, 'cases'],
        { cwd: root, env },
        (error, stdout, stderr) =>
          resolve({ code: Number(error?.code ?? 0), lines: stdout + stderr }),
      )
    })
  const isWhole = async () => {
    const { code, lines } = await verify()
    assert.equal(code, 0, lines)
    return lines
  }
  const events = () =>
    of().ask('select * from case_events where number = $1 order by sequence', of().number)
  /** Lets the database change events, as whoever holds it can. */
  const unlock = async () => {
    const on = isPostgres ? ' on case_events' : ''
    for (const name of ['case_events_fixed', 'case_events_kept'])
      await of().ask(`drop trigger if exists ${name}${on}`)
  }
  /** Changes what is stored, looks, and puts it back. */
  const whileChanged = async (
    table: 'cases' | 'case_events',
    column: string,
    value: unknown,
    where: string,
    look: () => Promise<void>,
    back = where,
  ) => {
    const [row] = await of().ask(`select ${column} as was from ${table} where ${where}`)
    await of().ask(`update ${table} set ${column} = $1 where ${where}`, value)
    try {
      await look()
    } finally {
      await of().ask(`update ${table} set ${column} = $1 where ${back}`, row?.was)
    }
    await isWhole()
  }
  return { verify, verifyByCommand, isWhole, events, unlock, whileChanged }
}
