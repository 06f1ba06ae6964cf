import type { Core } from '@strapi/strapi'
import type { StaffActor } from '../events/staff-actor.ts'
import { readFinder } from '../record/named-units.ts'
import { addImported } from './add-imported.ts'
import {
  eraseImportBytes,
  readImportBytes,
  saveImport,
  saveOutcomes,
  type KeptImport,
  type Outcome,
} from './import-files.ts'
import { judgeRows, type Judged } from './judge-rows.ts'
import { readIncoming } from './read-incoming.ts'

/** After so many rows it is written down how far the import has come. */
const batch = 50

const running = new Set<string>()

/** Whether an import is under way in this process; one that is not was broken off. */
export const isRunning = (id: string) => running.has(id)

function outcomesOf(judged: Judged, added: boolean): Outcome[] {
  const { row } = judged
  const plain = { row, number: '', result: '', column: '', words: '' }
  switch (judged.kind) {
    case 'faulty':
      return judged.faults.map((fault) => ({ ...plain, ...fault, result: '没有导入' }))
    case 'twice':
      return [{ ...plain, result: '没有导入', words: `与第 ${judged.of} 行是同一件` }]
    case 'here':
      return [{ ...plain, number: judged.number, result: '本系统已有' }]
    case 'fresh':
      return [{ ...plain, number: judged.number, result: added ? '已导入' : '本系统已有' }]
  }
}

async function work(
  strapi: Core.Strapi,
  kept: KeptImport,
  bytes: Buffer,
  actor: StaffActor,
): Promise<KeptImport> {
  const read = readIncoming(bytes, kept.mapping)
  if (!read.ok) return { ...kept, state: 'stopped', fault: read.reason }
  const find = await readFinder(strapi)
  let now: KeptImport = kept
  let place = 0
  let from = kept.done
  let outcomes: Outcome[] = []
  const save = async (state: KeptImport['state']) => {
    await saveOutcomes(kept.id, from, outcomes)
    now = { ...now, state, done: place }
    await saveImport(now)
    from = place
    outcomes = []
  }
  for await (const judged of judgeRows(strapi, read.incoming.rows, kept.source, new Date())) {
    place += 1
    if (place <= kept.done) continue
    const isAdded =
      judged.kind === 'fresh' &&
      (await addImported(strapi, judged.number, judged.incoming, find, actor, new Date()))
    outcomes.push(...outcomesOf(judged, isAdded))
    const isFaulty = judged.kind === 'faulty' || judged.kind === 'twice'
    const count = isAdded ? 'added' : isFaulty ? 'faulty' : 'here'
    now = { ...now, [count]: now[count] + 1 }
    if (place % batch === 0) await save('running')
  }
  await save('done')
  return now
}

/**
 * Takes a file in, or goes on where it was broken off: case by case, each whole. Whoever began it may leave meanwhile.
 * @returns once it is under way; false where its file is not there any more
 */
export async function startImport(
  strapi: Core.Strapi,
  kept: KeptImport,
  actor: StaffActor,
): Promise<boolean> {
  if (running.has(kept.id)) return true
  running.add(kept.id)
  const bytes = await readImportBytes(kept)
  if (bytes === null) {
    running.delete(kept.id)
    return false
  }
  const begun: KeptImport = { ...kept, state: 'running', fault: '' }
  await saveImport(begun)
  void work(strapi, begun, bytes, actor)
    .then((ended) => (ended.state === 'done' ? eraseImportBytes(ended) : saveImport(ended)))
    // Without what broke: it may hold what somebody wrote.
    .catch(() => strapi.log.error('办件导入停下了：请检查磁盘空间和数据库，再到“导入办件”继续'))
    .finally(() => running.delete(kept.id))
  return true
}
