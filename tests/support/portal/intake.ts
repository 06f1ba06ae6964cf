import { createCitizen, readReceipt } from './citizen.ts'
import { story } from './stories.ts'
import type { Citizen } from './citizen.ts'
import { createBureau } from './bureau.ts'
import { createDataDir, pointTo, startPortal } from './portal.ts'
import type { DataDir, RunningPortal } from './portal.ts'
import { proofMaker, readPepper } from './proof.ts'
import { buildSite } from '../release/site-release.ts'

/** A receipt as it was shown, its number without spaces, and the key of the form that gave it. */
export type Filed = { number: string; code: string; digits: string; key: string }

/** A portal with the real site, a citizen before it and the office behind it. */
export type Intake = {
  data: DataDir
  /** The folder of the release that the portal shows. */
  release: string
  portal: RunningPortal
  citizen: Citizen
  bureau: ReturnType<typeof createBureau>
  /** Files the story of the tests, or a changed one, without a script. */
  file(fields?: Partial<typeof story>): Promise<Filed>
  /** Stops the portal and removes its data. */
  stop(): Promise<void>
}

/** Starts one, with data of its own. */
export async function startIntake(settings: Record<string, string> = {}): Promise<Intake> {
  const release = await buildSite()
  const data = await createDataDir()
  pointTo(data.path, release.folder)
  const portal = await startPortal(data.path, settings)
  const citizen = createCitizen(portal.url, proofMaker(readPepper(data.path)))
  return {
    data,
    release: release.folder,
    portal,
    citizen,
    bureau: createBureau(portal.url, data.identity, data.token),
    async file(fields = {}) {
      const key = await citizen.openForm()
      const receipt = readReceipt(await citizen.file({ ...story, ...fields, key }))
      return { ...receipt, digits: receipt.number.replace(/\D/g, ''), key }
    },
    async stop() {
      await portal.stop()
      data.remove()
      release.remove()
    },
  }
}
