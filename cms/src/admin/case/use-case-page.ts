import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { CasePage } from '../../contracts/cases/page.ts'
import { messageOf } from '../error-message'
import { useHeldState } from '../saving/use-held-state'

/** The view of a case, and how it is read anew; an answer that a later question has overtaken is not shown. */
export function useCasePage(documentId: string) {
  const { get } = useFetchClient()
  const [page, setPage] = useHeldState<CasePage | null>(`case page ${documentId}`, null)
  const [fault, setFault] = useState('')
  const [isReading, setReading] = useState(true)
  const asked = useRef(0)
  const load = useCallback(() => {
    asked.current += 1
    const turn = asked.current
    setReading(true)
    const read = get<CasePage>(`/desk/cases/${documentId}/page`).then(
      ({ data }) => {
        if (turn !== asked.current) return
        setPage(data)
        setFault('')
      },
      (error: unknown) => turn === asked.current && setFault(messageOf(error)),
    )
    void read.finally(() => turn === asked.current && setReading(false))
  }, [documentId, get, setPage])
  useEffect(load, [load])
  return { page, fault, isReading, load }
}
