import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { IncomingMessage, ServerResponse } from 'node:http'
import type { OutgoingHttpHeaders } from 'node:http'
import { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Settings } from '@portal/content/schema/settings'
import type { Petitions } from '../endpoints/petitions.ts'
import type { Reporting } from '../../report/answer-report.ts'
import type { Searching } from '../endpoints/search.ts'

export type Rendered = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/** What an on-demand page is given with a request (`App.Locals`). */
export type PageLocals = {
  settings: Settings
  petitions: Petitions
  reporting: Reporting
  searching: Searching
}

/** Renders an on-demand page; `null` where the release has none at this address. */
export type Render = (request: IncomingMessage, locals: PageLocals) => Promise<Rendered | null>

type Handler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
  locals: PageLocals,
) => Promise<void>

const imported = new Map<string, Promise<Render>>()

/**
 * The renderer of a release's `server/` folder. An imported module stays in memory for good, so
 * releases whose server code is the same share one.
 */
export async function loadRender(folder: string): Promise<Render> {
  const digest = await digestOf(folder)
  let render = imported.get(digest)
  if (!render) {
    render = importRender(folder)
    imported.set(digest, render)
    render.catch(() => imported.delete(digest))
  }
  return render
}

/**
 * Renders a page once without anybody asking. It shows that the release works before it is shown to
 * people, and makes Node remember where the page's parts are: the folder may be gone later.
 * @throws when the page does not render
 */
export async function rehearse(render: Render, url: string, locals: PageLocals): Promise<void> {
  const socket = new Socket()
  const request = new IncomingMessage(socket)
  request.method = 'GET'
  request.url = url
  request.headers = { host: 'localhost' }
  try {
    const rendered = await Promise.race([
      render(request, locals),
      sleep(10_000, undefined, { ref: false }).then(() => Promise.reject(new Error('too slow'))),
    ])
    if (rendered?.status !== 200) throw new Error(`a page answers with ${rendered?.status ?? 404}`)
  } finally {
    socket.destroy()
  }
}

async function digestOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const content = await readFile(file)
    hash.update(`${file.slice(folder.length)}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

async function importRender(folder: string): Promise<Render> {
  const { handler } = (await import(pathToFileURL(join(folder, 'entry.mjs')).href)) as {
    handler: Handler
  }
  return (request, locals) =>
    new Promise((resolve, reject) => {
      const response = new Capture(request, resolve, reject)
      handler(request, response, () => resolve(null), locals).catch(reject)
    })
}

/** A response that keeps what is written to it, so that it can be compressed and sent as one. */
class Capture extends ServerResponse {
  readonly #chunks: Buffer[] = []
  readonly #resolve: (rendered: Rendered) => void
  readonly #reject: (error: Error) => void

  constructor(
    request: IncomingMessage,
    resolve: (rendered: Rendered) => void,
    reject: (error: Error) => void,
  ) {
    super(request)
    this.#resolve = resolve
    this.#reject = reject
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status
    const headers = rest.find((part) => typeof part === 'object') as OutgoingHttpHeaders | undefined
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (value !== undefined) this.setHeader(name, value)
    }
    return this
  }

  override write(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
    this.#chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk))
    const written = rest.find((part) => typeof part === 'function') as (() => void) | undefined
    written?.()
    return true
  }

  override end(chunk?: unknown): this {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk)
    const { statusCode: status } = this
    this.#resolve({ status, headers: this.getHeaders(), body: Buffer.concat(this.#chunks) })
    this.emit('finish')
    return this
  }

  /** The renderer gives up in the middle of a page: half of it must not be sent. */
  override destroy(error?: Error): this {
    this.#reject(error ?? new Error('a page broke off while it was rendered'))
    this.emit('close')
    return this
  }
}
