import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { readFile } from 'node:fs/promises'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import type { readEnvironment } from '@portal/content/schema/operation/environment'
import { readCaseModel } from '../../cms/src/casework/verify/case-model.ts'
import { verifyCases, type CaseReport } from '../../cms/src/casework/verify/verify-cases.ts'
import { readDeskKeys } from '../../cms/src/casework/vault/desk-keys.ts'
import { step } from '../progress.ts'
import { openDatabase, VerifyError } from './database.ts'

type Settings = Pick<ReturnType<typeof readEnvironment>, 'dataDir' | 'cmsDatabaseUrl' | 'root'>

function linesOf({ cases, events, faults, heads }: CaseReport): string[] {
  if (faults.length === 0 && heads === null) {
    return [`✓ 已核对 ${cases} 个办件、${events} 条记录：全部完整`]
  }
  return [
    ...faults.map(({ number, fault }) => `✗ 办件 ${formatReceiptNumber(number)}：${fault}`),
    ...(heads === null ? [] : [`✗ ${heads}`]),
    `✗ 已核对 ${cases} 个办件、${events} 条记录：${faults.length} 个办件不完整。请从备份恢复，并查明是谁改动了数据库`,
  ]
}

/**
 * Checks the record of every case of an installation, beside a desk that is running or not.
 * @throws VerifyError where database or keys are not there
 */
export async function verifyStoredCases({ dataDir, cmsDatabaseUrl, root }: Settings) {
  const layout = dataLayout(dataDir)
  const keys = await readFile(layout.deskKey, 'utf8').catch((cause: unknown) => {
    throw new VerifyError(`没有办件密钥 ${layout.deskKey}：请从备份恢复`, { cause })
  })
  const { ask, close } = await openDatabase(cmsDatabaseUrl)
  try {
    await ask('select count(*) from case_events').catch((cause: unknown) => {
      throw new VerifyError('数据库还是以前的版本：请先运行一次 npm start', { cause })
    })
    const store = {
      ask,
      deskKeys: readDeskKeys(keys),
      model: readCaseModel(root),
      headsFile: layout.caseHeads,
    }
    const report = await step('核对办件记录', () =>
      verifyCases(store, (cases) => {
        if (cases % 10_000 === 0) process.stderr.write(`  已核对 ${cases} 个办件\n`)
      }),
    )
    return { ok: report.faults.length === 0 && report.heads === null, lines: linesOf(report) }
  } finally {
    await close()
  }
}
