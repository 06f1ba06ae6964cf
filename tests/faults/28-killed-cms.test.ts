import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { install, type Installation } from '../support/machine/installation.ts'
import { reaches, shows } from '../support/desk/publication-progress.ts'
import { processesOf } from '../support/machine/process.ts'
import { essay, openPublicityDesk } from '../support/desk/publicity.ts'

describe('28 kill -9 of the CMS in the middle of a publish', () => {
  let installation: Installation
  before(async () => {
    installation = await install()
  })
  after(() => installation.stop())

  it('is finished at the next start, and citizens read on meanwhile', async () => {
    const desk = await openPublicityDesk(installation)
    const documentId = await desk.write(desk.author, 'essay', essay('cut-off-in-the-middle'))
    await desk.publish('essay', documentId)
    await reaches(desk.author, 'essay', documentId, 'building')
    const killed = processesOf(installation.dataDir, 'start/strapi.ts')
    assert.ok(killed.length > 0, 'the CMS was not found')
    for (const pid of killed) process.kill(pid, 'SIGKILL')

    await installation.restart()
    const anew = await openPublicityDesk(installation)
    assert.equal((await anew.standing(anew.author, 'essay', documentId)).state, 'published')
    await reaches(anew.author, 'essay', documentId, 'live')
    await shows(installation, '/essays/cut-off-in-the-middle/', '第一句话')
  })
})
