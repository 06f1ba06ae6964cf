import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeptAttachment } from '../../../contracts/cases/desk-state.ts'
import { messageOf } from '../../error-message'

/** Files that are fetched at the same time: pictures of a case may be dozens. */
const atOnce = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/**
 * The content of a file, which the server opens, and writes down, when it is asked for. `address` shows it in this
 * page; the type is the one that was found when it came in, so that nothing of a stranger's choosing runs here.
 */
export function useFileContent(documentId: string, { id, type }: KeptAttachment) {
  const { get } = useFetchClient()
  const [address, setAddress] = useState('')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)
  const content = useRef<Blob>()

  const read = useCallback(async (): Promise<Blob | undefined> => {
    if (content.current) return content.current
    setBusy(true)
    setFault('')
    try {
      const path = `/desk/cases/${documentId}/attachments/${id}`
      const { data } = await inTurn(() => get<Blob>(path, { responseType: 'blob' }))
      content.current = new Blob([data], { type })
      setAddress(URL.createObjectURL(content.current))
    } catch (error) {
      setFault(messageOf(error, '没有打开：请检查网络后再试。'))
    }
    setBusy(false)
    return content.current
  }, [documentId, get, id, type])

  useEffect(() => () => (address ? URL.revokeObjectURL(address) : undefined), [address])
  return { address, fault, busy, read }
}
