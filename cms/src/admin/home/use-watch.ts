import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import type { Watch } from '../../contracts/watch.ts'

/** What the administrator looks after; `null` while it is read, `'lost'` where it could not be. */
export function useWatch(): Watch | null | 'lost' {
  const { get } = useFetchClient()
  const [watch, setWatch] = useState<Watch | null | 'lost'>(null)
  useEffect(() => {
    let gone = false
    get<Watch>('/desk/home/watch').then(
      ({ data }) => !gone && setWatch(data),
      () => !gone && setWatch('lost'),
    )
    return () => {
      gone = true
    }
  }, [get])
  return watch
}
