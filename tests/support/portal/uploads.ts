import { createHash, randomUUID } from 'node:crypto'
import assert from 'node:assert/strict'
import { Decrypter } from 'age-encryption'
import type { DataDir } from './portal.ts'

type Reply = { status: number; value: Record<string, unknown>; headers: Headers }

/** A form's files as the page's script uploads them. */
export function createUploader(url: string, key: string) {
  const ask = async (
    method: string,
    path: string,
    body?: Uint8Array | string,
    headers: Record<string, string> = {},
  ): Promise<Reply> => {
    const response = await fetch(`${url}/petition/attachments/${path}`, {
      method,
      headers: { 'form-key': key, ...headers },
      ...(body !== undefined && { body: body as BodyInit }),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.startsWith('application/json')
    return {
      status: response.status,
      value: json ? JSON.parse(text) : {},
      headers: response.headers,
    }
  }
  const json = { 'content-type': 'application/json' }
  const octets = { 'content-type': 'application/octet-stream' }
  const begin = (name: string, size: number, id: string = randomUUID()) =>
    ask('POST', '', JSON.stringify({ id, name, size }), json).then((reply) => ({ ...reply, id }))
  const put = (id: string, offset: number, part: Uint8Array) =>
    ask('PUT', id, part, { ...octets, 'upload-offset': String(offset) })
  const finish = (id: string) => ask('POST', `${id}/finish`, '', json)

  /** Puts everything from `from` on, part by part. */
  const putAll = async (id: string, content: Uint8Array, from = 0, size = 256 * 1024) => {
    for (let at = from; at < content.length; at += size) {
      const reply = await put(id, at, content.subarray(at, at + size))
      assert.equal(reply.status, 200, JSON.stringify(reply.value))
    }
  }
  return {
    ask,
    begin,
    put,
    putAll,
    finish,
    look: (id: string) => ask('GET', id),
    list: async () => (await ask('GET', '')).value.attachments as { id: string; name: string }[],
    remove: (id: string) => ask('DELETE', id),
    /** Uploads a file whole. */
    async upload(name: string, content: Uint8Array): Promise<Reply & { id: string }> {
      const begun = await begin(name, content.length)
      if (begun.status !== 201) return begun
      await putAll(begun.id, content)
      return { ...(await finish(begun.id)), id: begun.id }
    },
  }
}

/** Collects a sealed file as the office does, and opens it. */
export async function collectFile(
  url: string,
  { identity, token }: Pick<DataDir, 'identity' | 'token'>,
  id: string,
): Promise<{ response: Response; content: Buffer; sha256: string }> {
  const response = await fetch(`${url}/mailbox/attachments/${id}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  assert.equal(response.status, 200)
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  const content = Buffer.from(await decrypter.decrypt(new Uint8Array(await response.arrayBuffer())))
  const sha256 = createHash('sha256').update(content).digest('base64')
  return { response, content, sha256 }
}
