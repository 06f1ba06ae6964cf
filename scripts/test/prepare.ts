import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDesk } from '../../tests/support/desk/cms.ts'
import { step } from '../progress.ts'
import { makeInstallation } from './installation.ts'
import { makeRelease } from './release.ts'

/** What tests are told, by the names under which they look for it in the environment. */
const made = {
  TEST_RELEASE: makeRelease,
  TEST_INSTALLATION: makeInstallation,
  TEST_DESK: (folder: string) => step('准备测试用的工作台', () => makeDesk(folder)),
}

/**
 * Makes once what many tests begin with. What is named in the environment already is used as it is.
 * @returns removes what was made
 */
export async function prepare(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'tests-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  // The desk is started some hundred times: its modules are compiled once.
  process.env.NODE_COMPILE_CACHE ??= join(folder, 'compiled')
  try {
    for (const [name, make] of Object.entries(made)) process.env[name] ??= await make(folder)
    return remove
  } catch (error) {
    await remove()
    throw error
  }
}
