import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import { messageOf } from '../error-message'

/** What came last, and why the last question was not answered; `''` where it was, or is under way. */
export type Answered<T> = { answer: T | null; fault: string; ask: () => void }

/** Asks an address of the desk whenever it changes, and keeps what came before on the page meanwhile. */
export function useAnswerAt<T>(address: string): Answered<T> {
  const { get } = useFetchClient()
  const [answer, setAnswer] = useState<T | null>(null)
  const [fault, setFault] = useState('')
  const asked = useRef(0)
  const ask = useCallback(() => {
    asked.current += 1
    const turn = asked.current
    get<T>(address).then(
      ({ data }) => {
        if (turn !== asked.current) return
        setAnswer(data)
        setFault('')
      },
      (error: unknown) => {
        if (turn === asked.current) setFault(messageOf(error, '没有读到：请检查网络。'))
      },
    )
  }, [address, get])
  useEffect(ask, [ask])
  useEffect(() => () => void ++asked.current, [])
  return { answer, fault, ask }
}
