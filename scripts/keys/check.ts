import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { exists } from '../exists.ts'
import { readDeskKey } from './desk-key.ts'
import { KeysError, missingRecovery, readOfficeKeys, type Layout } from './office-keys.ts'
import { opensWith } from './opens-with.ts'

/** One thing that was looked at: in order, worth a warning, or in need of repair. */
export type Finding = { grade: 'good' | 'warning' | 'trouble'; text: string }

const good = (text: string): Finding => ({ grade: 'good', text })
const trouble = (text: string): Finding => ({ grade: 'trouble', text })

/** Looks at every key, token and permission under the data folder, and tries them out. */
export async function checkKeys(layout: Layout): Promise<Finding[]> {
  // A machine that runs the portal alone must not have the identity; one with a desk must.
  const desk = (await exists(layout.cmsSecrets)) || (await exists(layout.identity))
  const secrets: [string, string][] = [
    ['查询码校验密钥', layout.pepper],
    ['信箱口令', layout.mailboxToken],
    ...(desk
      ? ([
          ['解密密钥', layout.identity],
          ['办件密钥', layout.deskKey],
          ['导入口令', layout.importToken],
          ['管理后台密钥', layout.cmsSecrets],
        ] as [string, string][])
      : []),
  ]
  const findings = await Promise.all([
    checkMode('密钥文件夹', dirname(layout.recipients), 0o077, 700),
    checkMode('封存公钥', layout.recipients, 0o022, 644),
    ...secrets.map(([name, path]) => checkMode(name, path, 0o077, 600)),
    checkLength('查询码校验密钥', layout.pepper, 43),
    checkLength('信箱口令', layout.mailboxToken, 16),
  ])
  const own = desk ? [...(await checkPair(layout)), ...(await checkDeskKey(layout))] : [portalAlone]
  return [...findings.flat(), ...own]
}

/** The desk's keys, and their copy for the recovery key, which is to be newer than what it is made of. */
async function checkDeskKey(layout: Layout): Promise<Finding[]> {
  const changed = async (path: string) => (await stat(path).catch(() => null))?.mtimeMs ?? 0
  try {
    await readDeskKey(layout)
    const { recovery } = await readOfficeKeys(layout)
    if (recovery.length === 0) return [good('办件密钥完整')]
    const copied = await changed(layout.sealedDeskKey)
    const current =
      copied >= (await changed(layout.deskKey)) && copied >= (await changed(layout.recipients))
    return [
      good('办件密钥完整'),
      current
        ? good('办件密钥可以用离线恢复密钥找回')
        : {
            grade: 'warning',
            text: '办件密钥还没有留给现在的离线恢复密钥：请重新运行 npm start',
          },
    ]
  } catch (error) {
    if (!(error instanceof KeysError)) throw error
    return [trouble(error.message)]
  }
}

const portalAlone = good('本机没有解密密钥，也没有管理后台：只运行门户的机器应当如此')

async function checkMode(
  name: string,
  path: string,
  forbidden: number,
  wanted: number,
): Promise<Finding[]> {
  const stats = await stat(path).catch(() => null)
  if (!stats) {
    return [
      trouble(
        `缺少${name} ${path}：第一次使用请运行 npm start；只运行门户的机器从内网机复制；否则从备份恢复`,
      ),
    ]
  }
  // Windows keeps no such bits.
  if (process.platform !== 'win32' && (stats.mode & forbidden) !== 0) {
    return [trouble(`${name} ${path} 别的账号也能读写：请运行 chmod ${wanted} ${path}`)]
  }
  return [good(`${name}在，只有本账号可以改动`)]
}

async function checkLength(name: string, path: string, least: number): Promise<Finding[]> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null || text.trim().length >= least) return []
  return [trouble(`${name} ${path} 不完整：请从备份恢复；没有备份，删除它再运行 npm start`)]
}

async function checkPair(layout: Layout): Promise<Finding[]> {
  try {
    const { identities, recipients } = await readOfficeKeys(layout)
    const [present, ...former] = identities
    if (!present || !recipients.includes(present.recipient)) {
      return [
        trouble(
          `封存公钥 ${layout.recipients} 与解密密钥对不上，新收到的信访事项会打不开：请从同一份备份恢复这两个文件；都是好的，就把 ${present?.recipient} 写进封存公钥，单独一行`,
        ),
      ]
    }
    const stale = recipients.filter((entry) => former.some(({ recipient }) => recipient === entry))
    const opens = await opensWith(recipients, await readFile(layout.identity, 'utf8'))
    const missing = await missingRecovery(layout)
    return [
      good('解密密钥与封存公钥相符'),
      opens
        ? good('试封的信件打得开')
        : trouble(`试封的信件打不开：请检查 ${layout.recipients} 里的每一行都是 age1 开头的公钥`),
      ...stale.map((entry): Finding => ({
        grade: 'warning',
        text: `封存公钥里还有已经更换的旧公钥 ${entry}：请从 ${layout.recipients} 删去这一行`,
      })),
      missing ? { grade: 'warning', text: missing } : good('有离线恢复密钥'),
    ]
  } catch (error) {
    if (!(error instanceof KeysError)) throw error
    return [trouble(error.message)]
  }
}
