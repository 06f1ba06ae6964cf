import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { Decrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { dataLayout } from '../../../content/schema/operation/data-layout.ts'
import { ensureSecrets } from '../../../scripts/start/secrets.ts'
import { keyLines } from '../../../content/schema/operation/key-lines.ts'
import { createSeal } from '../../../site/src/petition/seal.ts'
import type { Message } from '../../../content/schema/mailbox/message.ts'
import { root } from '../../support/machine/installation.ts'

const command = join(root, 'scripts', 'keys.ts')

describe('the keys command', () => {
  let folder: string
  let dataDir: string
  let layout: ReturnType<typeof dataLayout>
  let count = 0

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keys-'))
  })
  after(() => rm(folder, { recursive: true }))
  beforeEach(async () => {
    dataDir = join(folder, `data-${(count += 1)}`)
    layout = dataLayout(dataDir)
    await ensureSecrets(layout)
  })

  const keys = (...args: string[]) =>
    new Promise<{ code: number; text: string }>((resolve) => {
      const options = { env: { ...process.env, DATA_DIR: dataDir }, cwd: folder }
      execFile(process.execPath, [command, ...args], options, (error, stdout, stderr) =>
        resolve({ code: Number(error?.code ?? 0), text: stdout + stderr }),
      )
    })
  const recipients = async () => keyLines(await readFile(layout.recipients, 'utf8'))
  const identities = async () => keyLines(await readFile(layout.identity, 'utf8'))
  const seal = async () =>
    createSeal(await recipients())({
      version: 2,
      kind: 'evaluation',
      number: '1234567890123456',
      sentAt: '2026-11-22T09:00:00Z',
      evaluation: { satisfaction: 'satisfied', comment: '' },
    } satisfies Message)
  const opens = async (sealed: Uint8Array, identity: string | undefined) => {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identity ?? assert.fail())
    return decrypter.decrypt(sealed, 'text').then(
      () => true,
      () => false,
    )
  }

  it('finds fresh keys in order, and says that there is no recovery key', async () => {
    const { code, text } = await keys('check')
    assert.equal(code, 0, text)
    assert.match(text, /！ 还没有离线恢复密钥.*npm run keys -- recovery/)
    assert.doesNotMatch(text, /✗/)
  })

  it('makes a recovery key that opens what is sealed from then on, and keeps no copy', async () => {
    const earlier = await seal()
    const file = join(folder, `recovery-${count}.txt`)
    const made = await keys('recovery', file)
    assert.equal(made.code, 0, made.text)
    assert.equal((await stat(file)).mode & 0o777, 0o600)
    const written = await readFile(file, 'utf8')
    const [recovery, ...more] = keyLines(written)
    assert.equal(more.length, 0)
    assert.ok(!made.text.includes(recovery ?? ''), 'the identity was shown')

    const sealed = await seal()
    const [office] = await identities()
    assert.deepEqual([await opens(sealed, recovery), await opens(sealed, office)], [true, true])
    assert.equal(await opens(earlier, recovery), false)
    const checked = await keys('check')
    assert.equal(checked.code, 0)
    assert.match(checked.text, /✓ 有离线恢复密钥/)

    const second = await keys('recovery', join(folder, 'second.txt'))
    assert.equal(second.code, 1)
    assert.match(second.text, /已经有离线恢复密钥/)
    assert.equal(await readFile(file, 'utf8'), written)
  })

  it('lays the desk’s key beside its database for the recovery key alone, and brings it back', async () => {
    await mkdir(join(dataDir, 'cms'), { recursive: true })
    const file = join(folder, `desk-recovery-${count}.txt`)
    assert.equal((await keys('recovery', file)).code, 0)
    const own = await readFile(layout.deskKey, 'utf8')
    const sealed = await readFile(layout.sealedDeskKey)
    assert.equal((await stat(layout.sealedDeskKey)).mode & 0o777, 0o600)
    const [office] = await identities()
    const [recovery] = keyLines(await readFile(file, 'utf8'))
    assert.deepEqual([await opens(sealed, recovery), await opens(sealed, office)], [true, false])
    assert.match((await keys('check')).text, /✓ 办件密钥可以用离线恢复密钥找回/)

    assert.equal((await keys('rotate')).code, 0)
    const rotated = await readFile(layout.deskKey, 'utf8')
    assert.ok(rotated.endsWith(own) && rotated.length > own.length)
    assert.match((await keys('check')).text, /✓ 办件密钥可以用离线恢复密钥找回/)

    await rm(layout.deskKey)
    assert.match((await keys('check')).text, /✗ 缺少办件密钥/)
    const other = join(folder, `other-${count}.txt`)
    await writeFile(other, `${await generateX25519Identity()}\n`)
    const refused = await keys('restore', other)
    assert.deepEqual([refused.code, /打不开/.test(refused.text)], [1, true])
    assert.equal((await keys('restore', file)).code, 0)
    assert.equal(await readFile(layout.deskKey, 'utf8'), rotated)
    assert.equal((await stat(layout.deskKey)).mode & 0o777, 0o600)

    await writeFile(layout.deskKey, 'damaged\n')
    assert.match((await keys('check')).text, /✗ 办件密钥 .+ 缺失或损坏/)
    assert.equal((await keys('restore', file)).code, 0)
    assert.equal(await readFile(layout.deskKey, 'utf8'), rotated)
  })

  it('puts a recovery key neither in the data folder nor over another file', async () => {
    await mkdir(join(dataDir, 'inside'))
    await symlink(join(dataDir, 'inside'), join(folder, `way-in-${count}`))
    const taken = join(folder, `taken-${count}.txt`)
    await writeFile(taken, '原来的内容')
    const places: [string, RegExp][] = [
      [join(dataDir, 'recovery.txt'), /数据文件夹/],
      [join(layout.identity, '..', 'recovery.txt'), /数据文件夹/],
      [join(folder, `way-in-${count}`, 'recovery.txt'), /数据文件夹/],
      [join(folder, 'nowhere', 'recovery.txt'), /不存在/],
      [taken, /已经存在/],
    ]
    for (const [place, says] of places) {
      const { code, text } = await keys('recovery', place)
      assert.equal(code, 1, place)
      assert.match(text, says)
    }
    assert.equal(await readFile(taken, 'utf8'), '原来的内容')
    assert.equal((await recipients()).length, 1)
  })

  it('rotates: new messages open with the new key alone, old ones still open', async () => {
    assert.equal((await keys('recovery', join(folder, `kept-${count}.txt`))).code, 0)
    const [recovery] = (await recipients()).slice(1)
    const old = await seal()
    for (let round = 0; round < 2; round += 1) {
      const { code, text } = await keys('rotate')
      assert.equal(code, 0, text)
    }
    const [present, ...former] = await identities()
    assert.equal(former.length, 2)
    assert.deepEqual(await recipients(), [await identityToRecipient(present ?? ''), recovery])
    const sealed = await seal()
    assert.equal(await opens(sealed, present), true)
    assert.deepEqual(await Promise.all(former.map((one) => opens(sealed, one))), [false, false])
    assert.equal(await opens(old, former.at(-1)), true)
    assert.equal((await stat(layout.identity)).mode & 0o777, 0o600)
    const checked = await keys('check')
    assert.equal(checked.code, 0, checked.text)
  })

  const troubles: [string, () => Promise<unknown>, RegExp][] = [
    ['an identity that others can read', () => chmod(layout.identity, 0o644), /chmod 600/],
    ['a folder that others can enter', () => chmod(join(dataDir, 'keys'), 0o755), /chmod 700/],
    ['a lost identity', () => rm(layout.identity), /缺少解密密钥.*备份/],
    ['a lost pepper', () => rm(layout.pepper), /缺少查询码校验密钥/],
    ['half a pepper', () => writeFile(layout.pepper, 'half'), /查询码校验密钥.*不完整/],
    ['a lost token', () => rm(layout.mailboxToken), /缺少信箱口令/],
    [
      'an identity of another installation',
      async () => writeFile(layout.identity, `${await generateX25519Identity()}\n`),
      /对不上/,
    ],
    ['an identity file with something else', () => writeFile(layout.identity, 'x\n'), /不是密钥/],
    [
      'a mistyped recipient',
      async () => writeFile(layout.recipients, `${(await recipients()).join('\n')}\nage1xyz\n`),
      /打不开/,
    ],
  ]
  for (const [what, break_, says] of troubles) {
    it(`complains of ${what}, and says what to do`, async () => {
      await break_()
      const { code, text } = await keys('check')
      assert.equal(code, 1, text)
      assert.match(text, new RegExp(`✗ .*${says.source}`))
    })
  }

  it('asks for no identity on a machine that runs the portal alone', async () => {
    for (const path of [layout.identity, layout.importToken, layout.cmsSecrets]) await rm(path)
    const { code, text } = await keys('check')
    assert.equal(code, 0, text)
    assert.match(text, /只运行门户的机器/)
  })

  it('rotates nothing where the keys do not fit', async () => {
    await writeFile(layout.identity, `${await generateX25519Identity()}\n`)
    const before = await readFile(layout.recipients, 'utf8')
    assert.equal((await keys('rotate')).code, 1)
    assert.equal(await readFile(layout.recipients, 'utf8'), before)
    assert.equal((await identities()).length, 1)
  })

  it('shows how it is used where it is not understood', async () => {
    for (const args of [[], ['recovery'], ['check', 'x'], ['rotate', 'x'], ['destroy']]) {
      const { code, text } = await keys(...args)
      assert.equal(code, 2)
      assert.match(text, /用法/)
    }
  })
})
