import { parentPort, workerData } from 'node:worker_threads'
import { readLibrary } from '@portal/content/entry/library'
import { openKnown } from '../content/facts-cache.ts'
import { makeInTurn, type ShardsWanted } from './make-shards.ts'
import { planSearch } from './plan-search.ts'

// The thread of `make-shards.ts`: it reads the content itself, which is quicker than being sent it.
const wanted = workerData as ShardsWanted
const { facts } = await openKnown(wanted.entries.cache, wanted.entries.code)
const { shards } = await planSearch(await readLibrary(wanted.contentDir, facts), wanted)
const named = shards.filter(({ name }) => wanted.names.includes(name))
parentPort?.postMessage(await makeInTurn(named, wanted))
