import { readFile } from 'node:fs/promises'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { shanghaiDay } from '../../content/calendar/day.ts'
import { exists } from '../exists.ts'
import { renewDeskKey, sealDeskKey } from './desk-key.ts'
import { KeysError, readOfficeKeys, type Layout } from './office-keys.ts'
import { opensWith } from './opens-with.ts'
import { replaceFile } from './replace-file.ts'

/**
 * Makes a new office identity and seals to it from the next start on. The old ones stay for what was
 * sealed to them; recovery keys stay recipients.
 * @returns what to tell the operator
 * @throws KeysError when the keys that are there are not sound
 */
export async function rotate(layout: Layout): Promise<string> {
  const { identities, recovery } = await readOfficeKeys(layout)
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const identityText = [
    `# 现用，${shanghaiDay(new Date())} 更换`,
    identity,
    '# 以前的，只用来打开更换之前的信件',
    ...identities.map((former) => former.identity),
    '',
  ].join('\n')
  const former = identities.map((each) => each.recipient)
  const listed = (await readFile(layout.recipients, 'utf8')).split('\n')
  const place = listed.findIndex((line) => former.includes(line.trim()))
  const others = (line: string) => !former.includes(line.trim())
  const recipientText = [
    ...listed.slice(0, Math.max(place, 0)),
    recipient,
    ...listed.slice(place + 1).filter(others),
  ].join('\n')
  if (place === -1 || !(await opensWith([recipient, ...recovery], identityText))) {
    throw new KeysError('现有的密钥不对，没有更换：请运行 npm run keys -- check，先按提示改好。')
  }
  if (await exists(layout.deskKey)) await renewDeskKey(layout, shanghaiDay(new Date()))
  // In this order: whatever the recipients are, the desk can open it.
  await replaceFile(layout.identity, identityText)
  await replaceFile(layout.recipients, recipientText)
  if (await exists(layout.deskKey)) await sealDeskKey(layout)
  return [
    `解密密钥已更换，旧的保留在 ${layout.identity} 里，只用来打开以前的信件。`,
    '办件密钥也已更换：重新启动时，办件改用新的密钥加密。',
    '重新启动后，新收到的信访事项用新密钥封存。请马上备份 keys 文件夹。',
    '门户在另一台机器上的：先重新启动内网机的管理后台，再把 recipients.txt 复制过去启动门户。',
  ].join('\n')
}
