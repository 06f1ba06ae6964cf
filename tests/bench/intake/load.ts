import { openExchange } from './exchange.ts'
import { requestMaker } from './form.ts'
import type { Kind } from './form.ts'

/** Work for the load process: as much as it can, a number of times, or so many a second by the clock. */
export type Job = {
  url: string
  kind: Kind
  token?: string | undefined
  /** Of the portal, in base64url: what proofs of work are made with. */
  pepper?: string | undefined
} & (
  | { mode: 'saturate'; connections: number; seconds: number }
  | { mode: 'count'; connections: number; count: number }
  | { mode: 'schedule'; perSecond: number; seconds: number }
)

/** Latencies in milliseconds, in no order; the numbers on receipts; how many answers were no success. */
export type Load = { seconds: number; latencies: number[]; numbers: string[]; refused: number }

async function run(job: Job): Promise<Load> {
  const load: Load = { seconds: 0, latencies: [], numbers: [], refused: 0 }
  const { hostname, port } = new URL(job.url)
  const make = requestMaker(job.kind, job.url, job)
  const open = () => openExchange(hostname, Number(port))
  const started = performance.now()

  const once = async (exchange: ReturnType<typeof open>, due: number) => {
    const reply = await exchange.send(make()).catch(() => null)
    load.latencies.push(performance.now() - due)
    if (reply?.status !== 200 && reply?.status !== 201) load.refused += 1
    else if (job.kind === 'form') {
      const number = /"number":"(\d+)"/.exec(reply.body.toString('latin1'))?.[1]
      if (number !== undefined) load.numbers.push(number)
    }
  }

  if (job.mode === 'schedule') {
    const idle: ReturnType<typeof open>[] = []
    const all: Promise<void>[] = []
    for (let index = 0; index < job.perSecond * job.seconds; index += 1) {
      // What is late is sent at once, and its latency counts from when it was due.
      const due = started + (index * 1000) / job.perSecond
      const wait = due - performance.now()
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
      const exchange = idle.pop() ?? open()
      all.push(once(exchange, due).then(() => void idle.push(exchange)))
    }
    await Promise.all(all)
    for (const exchange of idle) exchange.close()
  } else {
    const end = job.mode === 'saturate' ? started + job.seconds * 1000 : Infinity
    let left = job.mode === 'count' ? job.count : Infinity
    const worker = async () => {
      const exchange = open()
      while (left-- > 0 && performance.now() < end) await once(exchange, performance.now())
      exchange.close()
    }
    await Promise.all(Array.from({ length: job.connections }, worker))
  }
  return { ...load, seconds: (performance.now() - started) / 1000 }
}

process.on('message', (job: Job) => void run(job).then((load) => process.send?.(load)))
process.on('disconnect', () => process.exit(0))
