import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, it } from 'node:test'
import { promisify } from 'node:util'
import { hasProgram } from '../../support/machine/nginx.ts'
import { root } from '../../support/machine/installation.ts'
import { pointTo } from '../../support/portal/portal.ts'

const run = promisify(execFile)
const program = join(root, 'scripts', 'deploy', 'send-release.sh')

describe(
  'a release on its way to the public machine',
  { skip: !hasProgram('rsync', '--version') },
  () => {
    const work = mkdtempSync(join(tmpdir(), 'portal-send-'))
    const [inner, outer] = [join(work, 'inner'), join(work, 'outer')]
    after(() => rmSync(work, { recursive: true, force: true }))
    const put = (release: string, file: string, text: string) => {
      const path = join(inner, 'releases', release, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
      return path
    }
    const there = (...path: string[]) => join(outer, 'releases', ...path)
    const send = () => run(program, [inner, outer])

    it('comes whole, shares its files with the last one, and becomes the live one', async () => {
      mkdirSync(outer)
      const shared = put('one', 'client/a.html', '甲')
      put('one', 'client/b.html', '乙')
      pointTo(inner, 'one')
      await send()
      assert.equal(readlinkSync(there('current')), 'one')

      mkdirSync(join(inner, 'releases/two/client'), { recursive: true })
      linkSync(shared, join(inner, 'releases/two/client/a.html'))
      put('two', 'client/b.html', '丙')
      put('.making', 'half.html', '半')
      put('.', 'fingerprint', '一')
      pointTo(inner, 'two')
      await send()
      assert.equal(readFileSync(there('current', 'client/b.html'), 'utf8'), '丙')
      assert.equal(
        statSync(there('one/client/a.html')).ino,
        statSync(there('two/client/a.html')).ino,
      )
      for (const own of ['.making', 'fingerprint']) assert.ok(!existsSync(there(own)), own)
    })

    it('takes away there what is no longer kept here, as what was withdrawn', async () => {
      rmSync(join(inner, 'releases/one'), { recursive: true })
      rmSync(join(inner, 'releases/two/client/b.html'))
      await send()
      assert.ok(!existsSync(there('one')))
      assert.ok(!existsSync(there('two/client/b.html')))
      assert.equal(readlinkSync(there('current')), 'two')
    })

    it('is not sent where none is live, and what is there stays', async () => {
      rmSync(join(inner, 'releases/current'))
      await assert.rejects(send(), /no release is live/)
      assert.equal(readlinkSync(there('current')), 'two')
    })
  },
)
