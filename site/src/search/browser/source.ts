import type { Source } from '../ask/open-index.ts'
import type { Manifest } from '../index/format.ts'

/** Browsers without it are answered by the server, page by page. */
export function canInflate(): boolean {
  return 'DecompressionStream' in window && 'pipeThrough' in ReadableStream.prototype
}

async function fetched(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init)
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status}`)
  return response
}

async function inflated(deflated: Response | Blob): Promise<Uint8Array> {
  const body = deflated instanceof Blob ? deflated.stream() : deflated.body
  const stream = body?.pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Bytes that are cut off can look like the end of a deflated stream. */
function exactly(body: Blob, size: number, url: string): Blob {
  if (body.size !== size) throw new Error(`${url}: ${body.size} bytes of ${size}`)
  return body
}

/** The index as it is fetched from the site. */
export function sourceOf(base: string): Source {
  const root = `${base}/search-index`
  /** Files of a server that knows no ranges and sends the whole. */
  const whole = new Map<string, Blob>()
  return {
    manifest: async () =>
      (await (await fetched(`${root}/index.json`, { cache: 'no-cache' })).json()) as Manifest,
    async file(path, range) {
      const url = `${root}/${path}`
      if (!range) return inflated(await fetched(url, {}))
      const [from, to] = range
      let file = whole.get(url)
      if (!file) {
        const response = await fetched(url, { headers: { Range: `bytes=${from}-${to - 1}` } })
        const body = await response.blob()
        if (response.status === 206) return inflated(exactly(body, to - from, url))
        file = body
        whole.set(url, file)
      }
      return inflated(exactly(file.slice(from, to), to - from, url))
    },
  }
}
