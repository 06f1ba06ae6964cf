import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import type {
  LikelyRepeat,
  LikelyRepeats,
  RepeatQuestion,
} from '../../contracts/cases/registration.ts'

const pauseMs = 900
const leastSigns = 15

/** Earlier cases like what is typed, once a telephone or some words are; looked for as soon as the clerk pauses. */
export function useRepeats(question: RepeatQuestion): LikelyRepeat[] {
  const { post } = useFetchClient()
  const [repeats, setRepeats] = useState<LikelyRepeat[]>([])
  const words = `${question.title}${question.request}${question.facts}`
  const isAsked =
    /\d{7}/.test(question.phone.normalize('NFKC').replace(/\D/g, '')) ||
    [...words].length >= leastSigns
  const asked = isAsked ? JSON.stringify(question) : ''
  useEffect(() => {
    let isOver = false
    const timer = setTimeout(
      () => {
        if (asked === '') return setRepeats([])
        post<LikelyRepeats>('/desk/cases/repeats', JSON.parse(asked))
          .then(({ data }) => isOver || setRepeats(data.repeats))
          // What was found before stays; the form can be registered without.
          .catch(() => {})
      },
      asked === '' ? 0 : pauseMs,
    )
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [asked, post])
  return repeats
}
