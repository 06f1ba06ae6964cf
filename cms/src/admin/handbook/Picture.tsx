import { useFetchClient } from '@strapi/strapi/admin'
import { handbookPicture } from '@portal/content/schema/handbook'
import { useEffect, useState } from 'react'

/** A picture of a chapter, which the desk shows to who is signed in. Its words stand there until it has come. */
export function Picture({ address, words }: { address: string; words: string }) {
  const { get } = useFetchClient()
  const [shown, setShown] = useState('')
  const name = handbookPicture.exec(address)?.[1]
  useEffect(() => {
    let made = ''
    let gone = false
    if (!name) return undefined
    get<Blob>(`/desk/handbook/pictures/${name}`, { responseType: 'blob' }).then(
      ({ data }) => {
        if (gone) return
        made = URL.createObjectURL(data)
        setShown(made)
      },
      // The words stand for it.
      () => undefined,
    )
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [get, name])
  return (
    <figure>
      {shown && <img src={shown} alt="" />}
      <figcaption>图：{words}</figcaption>
    </figure>
  )
}
