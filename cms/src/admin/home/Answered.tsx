import { Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import type { ReactNode } from 'react'
import type { Home } from '../../contracts/home.ts'
import type { Watch } from '../../contracts/watch.ts'
import { useAnswer, useAsked, type Answer } from '../desk/use-answer'

/** What the administrator looks after. */
export const useWatch = () => useAnswer<Watch>('/desk/home/watch')

/** Widgets of one page ask together; what is older than this, in milliseconds, is asked anew. */
const fresh = 2_000
let reading: { at: number; home: Promise<Home> } | undefined

/** What publicity staff see first. */
export function useHome(): Answer<Home> {
  const { get } = useFetchClient()
  return useAsked(() => {
    if (!reading || Date.now() - reading.at > fresh) {
      reading = { at: Date.now(), home: get<Home>('/desk/home').then(({ data }) => data) }
    }
    return reading.home
  })
}

type Props<T> = { answer: Answer<T>; name: string; children: (answer: T) => ReactNode }

/** Shows an answer once it is there, and says so where it does not come. @param name what is read, for staff */
export function Answered<T>({ answer, name, children }: Props<T>) {
  if (answer === 'lost') return <Typography>读不到{name}：请刷新页面。</Typography>
  if (answer === null) return <Typography textColor="neutral600">正在读取…</Typography>
  return children(answer)
}
