import type { Senders, Notification, SendOutcome, NotifyWay } from './port.ts'

/** A step that waits to be told. No address: that is read from the case when it is sent. */
export type Task = {
  id: number
  caseId: string
  step: number
  by: NotifyWay
  attempts: number
  dueAt: Date
}

/** What became of a task; while it waits, the reason of the last failure is kept for staff. */
export type Result =
  | { state: 'sent' }
  | { state: 'failed' | 'waiting'; reason: string }
  /** The petitioner no longer wishes to be told, or not by this way. */
  | { state: 'dropped' }

/** The waiting tasks, as rows that outlive the process. */
export type Outbox = {
  /** All that wait, oldest first. */
  waiting(): Promise<Task[]>
  /** Counts a try before it is made and puts the next one off. False: somebody else has the task. */
  claim(task: Task, nextTry: Date): Promise<boolean>
  settle(task: Task, result: Result): Promise<void>
}

/** Reads recipient and message of a task now; null where nothing is to be sent any more. */
export type Prepare = (task: Task) => Promise<{ to: string; message: Notification } | null>

/** What a journey met; `faults` are errors of our own, to be logged. */
export type Journey = { results: { task: Task; result: Result }[]; faults: unknown[] }

const tries = 8
const firstPause = 80_000
const batch = 50

/** Eight tries within a day: after 1, 4, 12, 36 minutes, then 2, 5, 16 hours. */
export function pauseAfter(attempts: number): number {
  return firstPause * 3 ** (attempts - 1)
}

/** The tasks whose time has come; of one case only the earliest, so that steps arrive in order. */
function dueTasks(waiting: Task[], now: Date): Task[] {
  const seen = new Set<string>()
  const first = waiting.filter(({ caseId }) => !seen.has(caseId) && seen.add(caseId))
  return first.filter(({ dueAt }) => dueAt <= now).slice(0, batch)
}

function resultOf(outcome: SendOutcome, attempts: number): Result {
  switch (outcome.kind) {
    case 'sent':
      return { state: 'sent' }
    case 'refused':
      return { state: 'failed', reason: outcome.reason }
    case 'unavailable':
      return { state: attempts < tries ? 'waiting' : 'failed', reason: outcome.reason }
  }
}

/**
 * Tells what is due, each task at least once. The try is counted and the next one put off before
 * the message leaves. So a process that dies, or a database that fails, between the sending and
 * its mark makes the message go out again, but only after the pause and never more than eight
 * times in all; a message whose sending was marked never goes out again. A way that does not
 * answer is left alone for the rest of the journey.
 * @param signal ends the journey after the task under way
 */
export async function deliver(
  outbox: Outbox,
  prepare: Prepare,
  senders: Senders,
  now: () => Date,
  signal?: AbortSignal,
): Promise<Journey> {
  const journey: Journey = { results: [], faults: [] }
  const away = new Set<NotifyWay>()

  async function work(task: Task): Promise<Result | null> {
    const send = senders[task.by]
    if (task.attempts >= tries) return { state: 'failed', reason: '多次发送，没有得到确认' }
    const attempts = task.attempts + 1
    if (!(await outbox.claim(task, new Date(now().getTime() + pauseAfter(attempts))))) return null
    const letter = await prepare(task)
    if (!letter) return { state: 'dropped' }
    const outcome: SendOutcome = send
      ? await send(letter.to, letter.message)
      : { kind: 'unavailable', reason: '未配置' }
    if (outcome.kind === 'unavailable') away.add(task.by)
    return resultOf(outcome, attempts)
  }

  for (const task of dueTasks(await outbox.waiting(), now())) {
    if (signal?.aborted) break
    if (away.has(task.by)) continue
    try {
      const result = await work(task)
      if (!result) continue
      await outbox.settle(task, result)
      journey.results.push({ task, result })
    } catch (fault) {
      journey.faults.push(fault)
    }
  }
  return journey
}
