import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import type { Home } from '../../contracts/home.ts'

let reading: { at: number; home: Promise<Home> } | undefined

/** Widgets of one page ask together; what is older than this is asked anew. */
const fresh = 2_000

/** What the desk's home page shows; `null` while it is read, `'lost'` where it could not be. */
export function useHome(): Home | null | 'lost' {
  const { get } = useFetchClient()
  const [home, setHome] = useState<Home | null | 'lost'>(null)
  useEffect(() => {
    if (!reading || Date.now() - reading.at > fresh) {
      reading = { at: Date.now(), home: get<Home>('/desk/home').then(({ data }) => data) }
    }
    let gone = false
    reading.home.then(
      (read) => !gone && setHome(read),
      () => !gone && setHome('lost'),
    )
    return () => {
      gone = true
    }
  }, [get])
  return home
}
