import { stat } from 'node:fs/promises'
import { readEnvironment } from '@portal/content/schema/operation/environment'
import { longMoment } from '@portal/content/calendar/wording'
import { BackupError } from './backup/backup-error.ts'
import { makeBackup } from './backup/make-backup.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { KeysError } from './keys/office-keys.ts'
import { step } from './progress.ts'

const usage = `用法：
  npm run backup -- 文件                        把数据库、附件、密钥备份成一个文件，封给离线恢复密钥
  npm run backup -- restore 文件 恢复密钥文件   恢复到空的数据文件夹（DATA_DIR）`

/** @returns the exit code */
async function run(args: string[]): Promise<number> {
  const environment = readEnvironment(process.env)
  const [first, file, keyFile] = args
  if (first === 'restore' && file && keyFile && args.length === 3) {
    const { dataDir } = environment
    const madeAt = await step('恢复备份', (progress) =>
      restoreBackup(dataDir, file, keyFile, progress),
    )
    console.log(
      `${longMoment(madeAt)}的备份已恢复到 ${dataDir}。运行 npm start 启动，网页会重新生成；启动后运行 npm run verify -- cases 核对办件。`,
    )
    return 0
  }
  if (first && first !== 'restore' && args.length === 1) {
    const files = await step('备份', (progress) => makeBackup(environment, first, progress))
    const { size } = await stat(first)
    console.log(
      `${first}：${files} 个文件，${Math.ceil(size / 1_000_000)} MB。只有离线恢复密钥能打开它，请存到别的机器上。`,
    )
    return 0
  }
  console.error(usage)
  return 2
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const expected =
    error instanceof BackupError ||
    error instanceof KeysError ||
    (error as Error).name === 'EnvironmentError'
  console.error(expected ? `✗ ${(error as Error).message}` : error)
  process.exitCode = 1
}
