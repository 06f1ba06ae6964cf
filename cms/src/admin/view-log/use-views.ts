import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ViewQuestion, ViewsAnswer } from '../../contracts/cases/view-log.ts'
import { messageOf } from '../error-message'
import { useHeldState } from '../saving/use-held-state'

/** Asks for everything. */
export const emptyQuestion: ViewQuestion = {
  person: '',
  number: '',
  kind: '',
  from: '',
  to: '',
  page: 1,
}

/** Whether a question asks for less than everything. */
export const isNarrowed = ({ person, number, kind, from, to }: ViewQuestion): boolean =>
  [person, number, kind, from, to].some(Boolean)

/** Milliseconds after which a wait is shown; what comes sooner only would flicker. */
const patience = 300

type Shown = { answer: ViewsAnswer | null; fault: string | null; isSlow: boolean }

/** The record of views as it is asked for. The question is in no address: it may name a case or a person. */
export function useViews(): Shown & { question: ViewQuestion; ask: (next: ViewQuestion) => void } {
  const { post } = useFetchClient()
  const [question, setQuestion] = useHeldState('views question', emptyQuestion)
  const [shown, setShown] = useState<Shown>({ answer: null, fault: null, isSlow: false })
  const last = useRef(0)
  const read = useCallback(() => {
    const request = ++last.current
    const isLast = () => request === last.current
    const slow = setTimeout(
      () => isLast() && setShown((now) => ({ ...now, isSlow: true })),
      patience,
    )
    post<ViewsAnswer>('/desk/views/list', question)
      .then(
        ({ data: answer }) => isLast() && setShown({ answer, fault: null, isSlow: false }),
        (error: unknown) =>
          isLast() &&
          setShown((now) => ({
            ...now,
            isSlow: false,
            fault: messageOf(error, '没有读到查阅记录：请检查网络。'),
          })),
      )
      .finally(() => clearTimeout(slow))
  }, [question, post])
  useEffect(read, [read])
  useEffect(() => () => void ++last.current, [])
  return { ...shown, question, ask: setQuestion }
}
