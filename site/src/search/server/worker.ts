import { answer, keepOpen, openSearching } from '../show/answer.ts'
import type { Shown } from '../show/page.ts'
import type { State } from '../show/state.ts'
import { indexIn } from './files.ts'

/** A question, and the folder of the index that answers it. */
export type Task = { folder: string; base: string; state: State }

let open: { folder: string; ask: ReturnType<typeof keepOpen> } | undefined

/** Answers a question in a thread of its own: Pagefind's memory grows, and a question takes its time. */
export default function answerTask({ folder, base, state }: Task): Promise<Shown> {
  if (open?.folder !== folder) {
    open = { folder, ask: keepOpen(() => openSearching(indexIn(folder), base)) }
  }
  return open.ask((searching) => answer(searching, state))
}
