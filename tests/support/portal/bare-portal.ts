import { createCitizen } from './citizen.ts'
import { story } from './stories.ts'
import { createDataDir, pointTo, startPortal } from './portal.ts'
import type { DataDir, RunningPortal } from './portal.ts'
import { proofMaker, readPepper } from './proof.ts'
import { writeRelease } from '../release/minimal-release.ts'

/** A real portal over a release without pages: enough for everything that answers scripts. */
export type BarePortal = {
  data: DataDir
  portal: RunningPortal
  /** Files the story of the tests as the page's script does. */
  file(
    key: string,
    attachments: string,
    title?: string,
  ): Promise<{ status: number; answer: Answer }>
  stop(): Promise<void>
}
type Answer = { kind: string; number: string; code: string; refused: unknown[] }

/** Starts one, with data of its own unless there is `data` already. */
export async function startBarePortal(
  settings: Record<string, string> = {},
  data?: DataDir,
): Promise<BarePortal> {
  const own = data ?? (await createDataDir())
  if (!data) pointTo(own.path, writeRelease(own.path, 'one'))
  const portal = await startPortal(own.path, settings)
  const citizen = createCitizen(portal.url, proofMaker(readPepper(own.path)))
  return {
    data: own,
    portal,
    async file(key, attachments, title = story.title) {
      const fields = { ...story, region: 'qinghe', title, key, attachments }
      const { status, answer } = await citizen.fileAsData(fields)
      return { status, answer: answer as Answer }
    },
    async stop() {
      await portal.stop()
      if (!data) own.remove()
    },
  }
}
