import assert from 'node:assert/strict'
import { mkdtemp, mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { dayMs } from '../../../content/calendar/day.ts'
import { workFolder } from '../../../scripts/build/release/install.ts'

describe('the folder that a release is made in', () => {
  let parent: string
  before(async () => {
    parent = await mkdtemp(join(tmpdir(), 'install-'))
  })
  after(() => rm(parent, { recursive: true, force: true }))

  it('takes away what a killed build has left, and nothing of anybody else', async () => {
    const longAgo = new Date(Date.now() - 3 * dayMs)
    const left = await workFolder(join(parent, 'left'))
    await utimes(left.path, longAgo, longAgo)
    for (const name of ['.profile', '.settings']) {
      await writeFile(join(parent, name), '')
      await utimes(join(parent, name), longAgo, longAgo)
    }
    await mkdir(join(parent, '.folder'))
    await utimes(join(parent, '.folder'), longAgo, longAgo)

    {
      await using work = await workFolder(join(parent, 'out'))
      assert.equal((await readdir(work.path)).length, 0)
    }

    assert.deepEqual((await readdir(parent)).sort(), ['.folder', '.profile', '.settings'])
  })
})
