import { createHash, randomUUID } from 'node:crypto'
import { hashKey } from '../submit/idempotency-key.ts'
import { limitConcurrency } from '../concurrency-limit.ts'
import type { Arrived } from '@portal/content/attachments/received-file'
import type { Upload, UploadStore } from './ports.ts'
import { check } from '@portal/content/attachments/check/check'
import type { Tools } from '@portal/content/attachments/check/check'
import { createAtRestCipher } from './encrypt-at-rest.ts'
import type { AtRestCipher } from './encrypt-at-rest.ts'
import { attachmentOf, encryptDescription, decryptDescription } from './stored-upload.ts'
import { joinChunks } from './join-chunks.ts'
import { nameAs } from '@portal/content/attachments/name'
import type { Refusal } from '@portal/content/attachments/refusal'
import type { SealFile } from '../seal.ts'

export type FinishParts = Tools & { store: UploadStore; sealFile: SealFile }

/** Parts of a sealed file as they are stored, in bytes. */
const sealedPart = 256 * 1024

/**
 * Turns a file that has arrived into one that can go with a message: checked, a picture drawn anew,
 * sealed part by part; then what had arrived is erased. Several at once give one result: whose seal
 * is whole first counts.
 */
export function createFinish(parts: FinishParts): (key: string, id: string) => Promise<void> {
  const { store } = parts
  const concurrency = limitConcurrency({ running: 2, waiting: 60 })
  const underWay = new Map<string, Promise<void>>()

  async function finish(key: string, id: string): Promise<void> {
    const upload = await store.find(hashKey(key), id)
    if (upload?.state !== 'open' || upload.received < upload.size) return
    const cipher = createAtRestCipher(key, id)
    await work(parts, { key, upload, cipher })
    await store.tidy(id)
  }

  return (key, id) => {
    const name = `${id} ${hashKey(key).toString('hex')}`
    const known = underWay.get(name)
    if (known) return known
    const finishing = concurrency.run(() => finish(key, id)).finally(() => underWay.delete(name))
    underWay.set(name, finishing)
    return finishing
  }
}

async function work(
  { store, sealFile, ...tools }: FinishParts,
  { key, upload, cipher }: { key: string; upload: Upload; cipher: AtRestCipher },
): Promise<void> {
  const { id, size } = upload
  const { name } = decryptDescription(cipher, upload)
  const refuse = (refusal: Refusal) =>
    store.refuse(id, encryptDescription(cipher, { name, refusal }))
  const arrived: Arrived = { size, from: (start) => plainParts(store, id, cipher, start) }
  const checked = await check(arrived, tools)
  if (!checked.ok) {
    await refuse(checked.refusal)
    return
  }
  const hash = createHash('sha256')
  let bytes = 0
  const plain = passing(checked.content, (chunk) => {
    hash.update(chunk)
    bytes += chunk.length
  })
  const run = randomUUID()
  const sealed = await storeSealed(store, id, run, await sealFile(plain))
  if (sealed === null) return
  const { type, extension } = checked
  const sha256 = hash.digest('base64')
  const others = await store.list(hashKey(key))
  const isTwin = (other: Upload) => other.id !== id && digestOf(key, other) === sha256
  if (others.some(isTwin)) return refuse('twin')
  const description = { name: nameAs(name, extension), type, bytes, sha256 }
  await store.complete(id, run, sealed, encryptDescription(cipher, description))
}

/** Of a file of the form that is ready; `null` where it is not. */
function digestOf(key: string, upload: Upload): string | null {
  const description = decryptDescription(createAtRestCipher(key, upload.id), upload)
  return attachmentOf(upload, description)?.sha256 ?? null
}

/** @returns bytes stored; `null` where the file is gone */
async function storeSealed(
  store: UploadStore,
  id: string,
  run: string,
  sealed: AsyncIterable<Uint8Array>,
): Promise<number | null> {
  let stored = 0
  for await (const part of joinChunks(sealed, sealedPart)) {
    if (!(await store.putSealed(id, run, stored, part))) return null
    stored += part.length
  }
  return stored
}

async function* plainParts(
  store: UploadStore,
  id: string,
  cipher: AtRestCipher,
  start: number,
): AsyncIterable<Uint8Array> {
  for await (const { offset, content } of store.parts(id, start)) {
    const plain = cipher.decrypt(content, String(offset))
    yield start > offset ? plain.subarray(start - offset) : plain
  }
}

async function* passing(
  bytes: AsyncIterable<Uint8Array>,
  see: (chunk: Uint8Array) => void,
): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    see(chunk)
    yield chunk
  }
}
