import { Box, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { useParams } from 'react-router-dom'
import { contentType } from '../../contracts/content-types.ts'

const advice =
  '这样的词只帮人换个说法去搜；一组里只要有一个词网站上有就行。写错了的，请改正或删去。'
const synonym = contentType.synonym

/** The words of the synonyms that stand nowhere on the portal; `null` while they are read. */
function useDeadWords(wanted: boolean, savedAt?: string): string[] | null | 'lost' {
  const { get } = useFetchClient()
  const [words, setWords] = useState<string[] | null | 'lost'>(null)
  useEffect(() => {
    if (!wanted) return undefined
    let gone = false
    get<{ words: string[] }>('/desk/missed/dead-words').then(
      ({ data }) => !gone && setWords(data.words),
      () => !gone && setWords('lost'),
    )
    return () => {
      gone = true
    }
  }, [get, wanted, savedAt])
  return words
}

function Note({ own, savedAt }: { own: string; savedAt: string | undefined }) {
  const dead = useDeadWords(true, savedAt)
  if (dead === 'lost') return <Typography variant="pi">没有读到：请刷新页面。</Typography>
  if (!dead) return <Typography variant="pi">正在核对…</Typography>
  const words = own.split(/[，,、；;\s]+/).filter((word) => dead.includes(word))
  return words.length === 0 ? (
    <Typography variant="pi">每个词在网站上都用到了。</Typography>
  ) : (
    <Typography variant="pi" textColor="warning700">
      {`网站上一处也没有的：${words.join('、')}。${advice}`}
    </Typography>
  )
}

type Props = {
  model: string
  document?: { updatedAt?: string; words?: string } | undefined
}

/** The panel beside a group of synonyms: which of its words stand nowhere on the portal. */
export function DeadWordsPanel({ model, document }: Props) {
  if (model !== synonym || !document?.words) return null
  const content = <Note own={document.words} savedAt={document.updatedAt} />
  return { title: '核对', content }
}

/** The same for all groups, above their list. */
export function DeadWordsNote() {
  const { slug } = useParams()
  const dead = useDeadWords(slug === synonym)
  if (slug !== synonym || !Array.isArray(dead) || dead.length === 0) return null
  return (
    <Box tag="details" style={{ flexBasis: '100%', minWidth: 0 }}>
      <Typography tag="summary" variant="pi" textColor="warning700" style={{ cursor: 'pointer' }}>
        {`有 ${dead.length} 个词，网站上一处也没有`}
      </Typography>
      <Typography tag="p" variant="pi" paddingTop={2} textColor="neutral700">
        {`${dead.join('、')}。${advice}`}
      </Typography>
    </Box>
  )
}
