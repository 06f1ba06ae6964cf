import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EnvironmentError, readEnvironment } from '@portal/content/schema/operation/environment'
import { arrived, refused, type Loaded, type ImportResult } from './import-result.ts'

type Read = Extract<Loaded, { ok: true }>

const notRunning = 'CMS 没有运行：先运行 npm start，或用 --out 写成文件'

async function readToken(dataDir: string): Promise<string> {
  try {
    return (await readFile(join(dataDir, 'keys', 'import-token'), 'utf8')).trim()
  } catch {
    return ''
  }
}

async function refusal(response: Response): Promise<string> {
  const said: unknown = await response.json().catch(() => null)
  const error = said !== null && typeof said === 'object' && 'error' in said ? said.error : null
  if (typeof error === 'string') return error
  const message = error !== null && typeof error === 'object' && 'message' in error && error.message
  return typeof message === 'string' ? message : `CMS 拒绝了这一条（${response.status}）`
}

/** Sends regulations to the running CMS, which keeps them as drafts. */
export async function deliverTo(
  values: Record<string, string | undefined>,
): Promise<(item: Read) => Promise<ImportResult>> {
  let settings
  try {
    settings = readEnvironment(values)
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    const { message } = error
    return ({ file }) => Promise.resolve(refused(file, message).refused)
  }
  const token = await readToken(settings.dataDir)
  const address = `http://127.0.0.1:${settings.cmsPort}/api/import/regulations`
  return async ({ file, regulation, notes }) => {
    if (!token) return refused(file, notRunning).refused
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(regulation),
        signal: AbortSignal.timeout(60_000),
      })
      if (!response.ok) return refused(file, await refusal(response)).refused
      await response.body?.cancel()
      return arrived({ file, notes }, regulation)
    } catch {
      return refused(file, notRunning).refused
    }
  }
}
