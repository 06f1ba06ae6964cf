import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { CaseImport, CheckedImport } from '../../contracts/cases/case-import.ts'
import { useSend } from '../desk/use-send'
import { useHeldState } from '../saving/use-held-state'

const base = '/desk/cases/imports'
/** Milliseconds between two looks at an import that is under way. */
const interval = 2000

/** An import that is open: what it comes to, and how far it has come. It stands in the address of the page. */
export function useImport() {
  const { get, post } = useFetchClient()
  const [search, setSearch] = useSearchParams()
  const id = search.get('import')
  const [shown, setShown] = useHeldState<CaseImport | CheckedImport | null>('case import', null)
  const { fault, setFault, busy, send } = useSend('case import')
  const current = shown?.id === id ? shown : null
  const open = (next: CaseImport | CheckedImport) => {
    setShown(next)
    setSearch({ import: next.id })
  }
  const close = () => {
    setFault('')
    setSearch({})
  }

  const state = current?.state
  useEffect(() => {
    if (id === null) return
    let gone = false
    const look = () =>
      get<CaseImport>(`${base}/${id}`).then(
        ({ data }) => !gone && setShown((now) => (now?.id === id ? { ...now, ...data } : data)),
        () => !gone && setFault('没有读到这次导入：请检查网络，或者从下面的名单进入。'),
      )
    if (state === undefined) void look()
    const timer = state === 'running' ? setInterval(() => void look(), interval) : undefined
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [id, state])

  return {
    id,
    current,
    fault,
    busy,
    open,
    close,
    take: (file: File) =>
      send(async () => {
        const form = new FormData()
        form.append('file', file)
        open((await post<CheckedImport>(base, form)).data)
      }),
    check: (source: string, mapping: string[]) =>
      send(async () => {
        open((await post<CheckedImport>(`${base}/${id}/check`, { source, mapping })).data)
      }),
    start: (source: string, mapping: string[]) =>
      send(async () => {
        open((await post<CaseImport>(`${base}/${id}/start`, { source, mapping })).data)
      }),
    discard: () =>
      send(async () => {
        await post(`${base}/${id}/discard`, {})
        close()
      }),
  }
}
