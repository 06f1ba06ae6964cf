import { execFile } from 'node:child_process'
import { mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { dataLayout, readEnvironment } from '@portal/content/schema/environment'

const kept = 5

/** Builds `CONTENT_DIR` into a new release, makes it the current one, and lets the oldest go. */
async function release(): Promise<string> {
  const environment = readEnvironment(process.env)
  const { releases, currentRelease } = dataLayout(environment.dataDir)
  const name = new Date().toISOString().replace(/[-:]/g, '').replace('.', '-')
  await mkdir(releases, { recursive: true })
  const build = join(environment.root, 'scripts', 'build.ts')
  const command = [build, '--out', join(releases, name)]
  const { stderr } = await promisify(execFile)(process.execPath, command, {
    maxBuffer: 64 * 1024 * 1024,
  })
  process.stderr.write(stderr)

  const link = `${currentRelease}.new`
  await rm(link, { force: true })
  await symlink(name, link)
  await rename(link, currentRelease)

  const current = await readlink(currentRelease)
  const names = (await readdir(releases)).filter((entry) => /^\d{8}T/.test(entry)).sort()
  for (const old of names.slice(0, -kept)) {
    if (old !== current) await rm(join(releases, old), { recursive: true, force: true })
  }
  return name
}

try {
  console.log(await release())
} catch (error) {
  const { stderr, message } = error as Error & { stderr?: string }
  console.error(stderr || message)
  process.exit(1)
}
