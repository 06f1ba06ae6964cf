import { mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dataLayout } from '@portal/content/schema/operation/data-layout'
import { releaseMoment, releaseName } from '@portal/content/schema/release/release-name'
import { environment } from '../site/src/environment.ts'
import { makeRelease } from './build/make-release.ts'
import { report } from './build/outcome.ts'
import { exists } from './exists.ts'

const kept = 5
const { releases, currentRelease } = dataLayout(environment.dataDir)

/** Makes a release the current one, in one step: a reader sees the old one or the new one. */
async function pointTo(name: string): Promise<void> {
  const link = `${currentRelease}.new`
  await rm(link, { force: true })
  await symlink(name, link)
  await rename(link, currentRelease)
}

/** Lets the oldest releases go; never the current one. */
async function tidy(): Promise<void> {
  const current = await readlink(currentRelease)
  const names = (await readdir(releases)).filter(releaseMoment).sort()
  for (const old of names.slice(0, -kept)) {
    if (old !== current) await rm(join(releases, old), { recursive: true, force: true })
  }
}

/**
 * Builds `CONTENT_DIR` into a new release and makes it the current one. What is the same as in the current
 * one is taken over from it, unless everything is to be made anew.
 * @returns its name
 */
async function release(whole: boolean): Promise<string> {
  const name = releaseName(new Date())
  await mkdir(releases, { recursive: true })
  const earlier = whole ? undefined : currentRelease
  await makeRelease(environment, join(releases, name), { earlier })
  await pointTo(name)
  await tidy()
  return name
}

/** Goes back to an earlier release. @throws where it is not kept any more */
async function goBack(name: string): Promise<string> {
  if (!releaseMoment(name) || !(await exists(join(releases, name, 'client', 'index.html')))) {
    throw new Error(`没有这个版本：${name}`)
  }
  await pointTo(name)
  return name
}

const { values } = parseArgs({
  options: {
    to: { type: 'string' },
    whole: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
await report(() => (values.to === undefined ? release(values.whole) : goBack(values.to)), {
  json: values.json,
  say: (name) => name,
})
