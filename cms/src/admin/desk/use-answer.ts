import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'

/** What the desk answered; `null` while it is asked, `'lost'` where nothing was heard of it. */
export type Answer<T> = T | null | 'lost'

/** Asks once it is shown. @param again asked anew when this changes */
export function useAsked<T>(ask: () => Promise<T>, again?: string): Answer<T> {
  const [answer, setAnswer] = useState<Answer<T>>(null)
  useEffect(() => {
    let gone = false
    ask().then(
      (data) => !gone && setAnswer(data),
      () => !gone && setAnswer('lost'),
    )
    return () => {
      gone = true
    }
  }, [again])
  return answer
}

/** Asks the desk for what a part of a page shows. @param again asked anew when this changes */
export function useAnswer<T>(address: string, again?: string): Answer<T> {
  const { get } = useFetchClient()
  return useAsked(async () => (await get<T>(address)).data, again)
}
