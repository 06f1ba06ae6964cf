import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { QueueAnswer, QueueProgress, QueueReading } from '../../contracts/cases/queue.ts'
import { messageOf } from '../error-message'
import type { Asked } from './question-address'

/** Milliseconds after which a wait is shown; what comes sooner only would flicker. */
const patience = 300
/** Milliseconds between two looks at how far the cases have been read. */
const lookAgain = 2_000
/** Milliseconds after which a page that is come back to is asked anew. */
const stale = 60_000

/** The queue as it is on the page: what came last, whether more is awaited, and what went wrong. */
type Shown = { answer: QueueAnswer | null; isSlow: boolean; fault: string | null }

/** Asks the queue, and keeps what came before on the page until the answer is there. */
export function useQueue(asked: Asked): Shown & { ask: () => void } {
  const { post } = useFetchClient()
  const question = JSON.stringify(asked)
  const [shown, setShown] = useState<Shown>({ answer: null, isSlow: false, fault: null })
  const last = useRef({ request: 0, at: 0 })

  const ask = useCallback(() => {
    const request = ++last.current.request
    const isLast = () => request === last.current.request
    const slow = setTimeout(
      () => isLast() && setShown((now) => ({ ...now, isSlow: true })),
      patience,
    )
    post<QueueAnswer>('/desk/cases/queue', JSON.parse(question))
      .then(
        ({ data: answer }) => isLast() && setShown({ answer, isSlow: false, fault: null }),
        (error: unknown) =>
          isLast() &&
          setShown((now) => ({
            ...now,
            isSlow: false,
            fault: messageOf(error, '没有读到办件：请检查网络。'),
          })),
      )
      .finally(() => {
        clearTimeout(slow)
        last.current.at = Date.now()
      })
  }, [question, post])

  useEffect(ask, [ask])
  useEffect(() => () => void ++last.current.request, [])
  useEffect(() => {
    const comeBack = () => {
      if (!document.hidden && Date.now() - last.current.at > stale) ask()
    }
    document.addEventListener('visibilitychange', comeBack)
    return () => document.removeEventListener('visibilitychange', comeBack)
  }, [ask])
  return { ...shown, ask }
}

/** How far the cases have been read, looked at until all are; then `onRead` asks for the whole list. */
export function useReading(first: QueueReading | null, onRead: () => void): QueueReading | null {
  const { get } = useFetchClient()
  const [reading, setReading] = useState(first)
  useEffect(() => setReading(first), [first])
  useEffect(() => {
    if (reading === null) return undefined
    const timer = setTimeout(() => {
      get<QueueProgress>('/desk/cases/reading').then(
        ({ data }) => {
          setReading(data.reading)
          if (data.reading === null) onRead()
        },
        () => setReading({ ...reading }),
      )
    }, lookAgain)
    return () => clearTimeout(timer)
  }, [reading, get, onRead])
  return reading
}
