import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { parseLaw } from '@portal/content/law/parse'
import { readSource } from '@portal/content/law/read'
import {
  regulationToContent,
  regulationToDesk,
} from '../../../cms/src/publishing/transcribe/regulation.ts'
import { collections } from '../../support/law/collections.ts'

/** A text with a table row whose first cell is empty: staff's lines are trimmed. */
const mayDiffer = 1

describe('official texts on the desk', () => {
  for (const laws of collections) {
    it('come out of the CMS as the importer read them', async () => {
      let same = 0
      const different: string[] = []
      for await (const file of glob(join(laws, '**', '*.md'))) {
        const source = await readSource(file, await readFile(file))
        const parsed = source.ok ? parseLaw(source.source) : source
        if (!parsed.ok) continue
        const regulation = JSON.parse(JSON.stringify(parsed.regulation))
        const row = regulationToDesk(regulation).fields
        try {
          assert.deepEqual(regulationToContent(row), regulation)
          same += 1
        } catch {
          different.push(file)
        }
      }
      assert.ok(same >= 6)
      assert.ok(different.length <= (same > 1_000 ? mayDiffer : 0), different.join('\n'))
    })
  }
})
