import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { readEnvironment } from '@portal/content/schema/operation/environment'
import { checkKeys, type Finding } from './keys/check.ts'
import { restoreDeskKey } from './keys/desk-key.ts'
import { KeysError } from './keys/office-keys.ts'
import { makeRecovery } from './keys/recovery.ts'
import { rotate } from './keys/rotate.ts'

const usage = `用法：
  npm run keys -- check            检查密钥、口令和权限
  npm run keys -- recovery 文件    建立离线恢复密钥，写到 U 盘等数据文件夹以外的地方
  npm run keys -- rotate           更换信访局的解密密钥和办件密钥，旧的留着打开以前的内容
  npm run keys -- restore 文件     用离线恢复密钥找回办件密钥`

const marks: Record<Finding['grade'], string> = { good: '✓', warning: '！', trouble: '✗' }

/** @returns the exit code */
async function run([command, file, ...more]: string[]): Promise<number> {
  const { dataDir } = readEnvironment(process.env)
  const layout = dataLayout(dataDir)
  if (command === 'check' && file === undefined) {
    const findings = await checkKeys(layout)
    for (const { grade, text } of findings) console.log(`${marks[grade]} ${text}`)
    return findings.some(({ grade }) => grade === 'trouble') ? 1 : 0
  }
  if (command === 'recovery' && file !== undefined && more.length === 0) {
    console.log(await makeRecovery(layout, dataDir, file))
    return 0
  }
  if (command === 'rotate' && file === undefined) {
    console.log(await rotate(layout))
    return 0
  }
  if (command === 'restore' && file !== undefined && more.length === 0) {
    console.log(await restoreDeskKey(layout, file))
    return 0
  }
  console.error(usage)
  return 2
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const expected = error instanceof KeysError || (error as Error).name === 'EnvironmentError'
  console.error(expected ? `✗ ${(error as Error).message}` : error)
  process.exitCode = 1
}
