import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FiguresAnswer } from '../../contracts/figures/figures.ts'
import { messageOf } from '../error-message'

type Shown = { answer: FiguresAnswer | null; fault: string }

/** The figures of a period; those of the one before stay on the page until they are there. */
export function useFigures(period: string) {
  const { get } = useFetchClient()
  const [shown, setShown] = useState<Shown>({ answer: null, fault: '' })
  const last = useRef(0)

  const ask = useCallback(() => {
    const request = ++last.current
    const isLast = () => request === last.current
    const query = period ? `?period=${encodeURIComponent(period)}` : ''
    get<FiguresAnswer>(`/desk/cases/figures${query}`).then(
      ({ data }) => isLast() && setShown({ answer: data, fault: '' }),
      (error: unknown) =>
        isLast() &&
        setShown((now) => ({
          ...now,
          fault: messageOf(error, '没有读到统计：请检查网络后再试。'),
        })),
    )
  }, [get, period])
  useEffect(() => {
    ask()
    return () => void ++last.current
  }, [ask])

  const put = (answer: FiguresAnswer) => setShown({ answer, fault: '' })
  return { ...shown, ask, put }
}
