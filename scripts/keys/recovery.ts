import { mkdir, open, readFile, realpath, rm } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { shanghaiDay } from '../../content/calendar/day.ts'
import { exists } from '../exists.ts'
import { sealDeskKey } from './desk-key.ts'
import { KeysError, readOfficeKeys, type Layout } from './office-keys.ts'
import { opensWith } from './opens-with.ts'
import { replaceFile } from './replace-file.ts'

/**
 * Makes the offline recovery key: the identity is written to `file`, once and nowhere else, and every
 * petition from the next start on is sealed to it as well.
 * @returns what to tell the operator
 * @throws KeysError when `file` will not do, or there is a recovery key already
 */
export async function makeRecovery(layout: Layout, dataDir: string, file: string): Promise<string> {
  const keys = await readOfficeKeys(layout)
  const [known] = keys.recovery
  if (known) {
    throw new KeysError(
      `已经有离线恢复密钥（公钥 ${known}）。要换新的，先把 ${layout.recipients} 里这一行删去，再运行一次；旧的恢复密钥仍要保存，它能打开换钥之前的信件。`,
    )
  }
  const path = await placeOutside(dataDir, file)
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  const today = shanghaiDay(new Date())
  await writeOnce(
    path,
    `# 信访门户离线恢复密钥，${today} 建立\n# 公钥：${recipient}\n# 只在解密密钥丢失时使用。不要放在联网的机器上。\n${identity}\n`,
  )
  // Read back from where it lies: a stick that does not keep what it was given is found out now.
  if (!(await opensWith([recipient], await readFile(path, 'utf8')))) {
    await rm(path, { force: true })
    throw new KeysError(`${path} 写进去的内容读不回来：请换一个存储设备再运行。`)
  }
  const text = await readFile(layout.recipients, 'utf8')
  await replaceFile(
    layout.recipients,
    `${text.trimEnd()}\n# 离线恢复密钥，${today} 建立\n${recipient}\n`,
  )
  if (await exists(layout.deskKey)) await sealDeskKey(layout)
  return [
    `离线恢复密钥已写入 ${path}，公钥已加入 ${layout.recipients}。`,
    '请马上把这个文件移到不联网的地方（U 盘、光盘，或者打印出来），锁进保险柜，并从本机删除。',
    '重新启动门户以后收到的信访事项都能用它打开；办件密钥也能用它找回。',
    '门户在另一台机器上的，把 recipients.txt 复制过去再启动。',
  ].join('\n')
}

async function placeOutside(dataDir: string, file: string): Promise<string> {
  const folder = await realpath(dirname(resolve(file))).catch((cause: unknown) => {
    throw new KeysError(`文件夹 ${dirname(resolve(file))} 不存在：请检查路径，U 盘是否插好。`, {
      cause,
    })
  })
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const within = relative(await realpath(dataDir), folder)
  if (!within.startsWith('..')) {
    throw new KeysError(
      `${file} 在数据文件夹 ${dataDir} 里面：数据文件夹丢了，它也就丢了。请写到 U 盘等别的地方。`,
    )
  }
  return join(folder, basename(file))
}

async function writeOnce(path: string, text: string): Promise<void> {
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new KeysError(
      code === 'EEXIST'
        ? `${path} 已经存在，没有动它：请换一个文件名。`
        : `${path} 写不进去：请检查存储设备的空间和写保护。`,
      { cause },
    )
  }
}
