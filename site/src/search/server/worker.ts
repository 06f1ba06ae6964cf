import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answer, openSearching, type Searching } from '../show/answer.ts'
import type { Shown } from '../show/page.ts'
import type { State } from '../show/state.ts'
import { sourceIn } from './source.ts'

/** A question, and the folder of the index that answers it. */
export type Task = { folder: string; base: string; state: State }

let opened: { folder: string; searching: Searching } | undefined

function open({ folder, base }: Task): Searching {
  if (opened?.folder !== folder) {
    const read = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'))
    opened = { folder, searching: openSearching(sourceIn(folder), read, base) }
  }
  return opened.searching
}

/** Answers a question in a thread of its own: Pagefind's memory grows, and a question takes its time. */
export default async function answerTask(task: Task): Promise<Shown> {
  try {
    return await answer(open(task), task.state)
  } catch (error) {
    opened = undefined
    throw error
  }
}
