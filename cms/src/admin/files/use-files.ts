import { inWords } from '@portal/content/attachments/limits'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect } from 'react'
import {
  deskFileTooLarge,
  largestDeskFile,
  mostDeskFiles,
  type DeskFile,
  type SentFile,
} from '../../contracts/cases/desk-files.ts'
import { messageOf } from '../error-message'
import { useHeldState } from '../saving/use-held-state'
import { readBase64 } from './read-base64'

/** A file that was not taken, and why. */
export type FileFault = { name: string; reason: string }

export type Files = {
  files: DeskFile[]
  /** Names of those that are on their way, the one that is sent now in front. */
  sending: string[]
  faults: FileFault[]
  add(chosen: File[]): Promise<void>
  remove(id: string): void
  /** Forgets what was said of files of the form before. */
  reset(): void
}

type Form = {
  /** Names the form; another name is another form. */
  name: string
  files: DeskFile[]
  /** Bytes that all together may have, where that is bounded. */
  mostBytes?: number
  /** The address that takes a file, and what it wants to know beside the file. */
  target: () => { address: string; more?: object }
  onChange: (files: DeskFile[]) => void
}

const allTooLarge = (most: number) =>
  `一共不超过 ${inWords(most)}，这个加不下了。请删去一些，或者降低清晰度再传。`
const lost = '没有传上去：请检查网络，再加一次。'

/**
 * Files that are added to a form, sent one after another as soon as they are chosen. What arrives while the
 * page is laid out anew is not lost, nor does it bring back older words of the form.
 */
export function useFiles({ name, files, mostBytes = Infinity, target, onChange }: Form): Files {
  const { post } = useFetchClient()
  const [sending, setSending] = useHeldState<string[]>(`${name} files under way`, [])
  const [faults, setFaults] = useHeldState<FileFault[]>(`${name} files not taken`, [])
  const [arrived, setArrived] = useHeldState<DeskFile[]>(`${name} files arrived`, [])

  useEffect(() => {
    if (arrived.length === 0) return
    setArrived([])
    onChange([...files, ...arrived])
  }, [arrived, files, onChange, setArrived])

  async function add(chosen: File[]) {
    const room = mostDeskFiles - files.length - sending.length
    const tooMany = chosen.slice(Math.max(0, room))
    const taken = chosen.slice(0, Math.max(0, room))
    const fault = (file: File, reason: string) =>
      setFaults((now) => [...now, { name: file.name, reason }])
    setFaults([])
    for (const file of tooMany) fault(file, `最多 ${mostDeskFiles} 个，这个没有加上。`)
    setSending((now) => [...now, ...taken.map((file) => file.name)])
    const { address, more } = target()
    let left = mostBytes - files.reduce((sum, { bytes }) => sum + bytes, 0)
    for (const file of taken) {
      try {
        if (file.size > largestDeskFile) fault(file, deskFileTooLarge)
        else if (file.size > left) fault(file, allTooLarge(mostBytes))
        else {
          const sent: SentFile = { name: file.name, content: await readBase64(file) }
          const { data } = await post<DeskFile>(address, { ...more, ...sent })
          left -= data.bytes
          setArrived((now) => [...now, data])
        }
      } catch (error) {
        fault(file, messageOf(error, lost))
      }
      setSending((now) => now.toSpliced(now.indexOf(file.name), 1))
    }
  }

  return {
    files,
    sending,
    faults,
    add,
    remove: (id) => onChange(files.filter((file) => file.id !== id)),
    reset() {
      setFaults([])
      setArrived([])
    },
  }
}
