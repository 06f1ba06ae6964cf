import { shortDay } from '@portal/content/calendar/wording'
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { RefusalWords } from './FormPanel'
import { PhrasingForm } from './PhrasingForm'
import { SynonymForm } from './SynonymForm'
import { useAttempt } from './use-attempt'
import type { MissedState, MissedQuery } from '../../contracts/publications/missed-queries.ts'
import { contentType } from '../../contracts/content-types.ts'

type Props = {
  missed: MissedQuery
  groups: MissedState['groups']
  may: MissedState['may']
  /** The query is dealt with; the sentence says what was done. */
  onDone: (sentence: string) => void
}

/** One query: how often and when it was sought, and what can be done about it. */
export function Query({ missed: { query, count, lastDay }, groups, may, onDone }: Props) {
  const { post } = useFetchClient()
  const navigate = useNavigate()
  const [open, setOpen] = useState<'synonym' | 'phrasing' | null>(null)
  const { busy, refusal, attempt } = useAttempt()

  const ignore = () =>
    attempt(async () => {
      await post('/desk/missed/settled', { query })
      onDone(`“${query}”不再显示。`)
      return 'gone'
    })
  const begin = () =>
    attempt(async () => {
      const { data } = await post<{ documentId: string }>('/desk/missed/guides', { query })
      navigate(`/content-manager/collection-types/${contentType.guide}/${data.documentId}`)
      return 'gone'
    })
  const toggle = (which: 'synonym' | 'phrasing') => setOpen(open === which ? null : which)

  return (
    <Box tag="li" paddingTop={3} paddingBottom={3} aria-label={query}>
      <Flex gap={2} wrap="wrap" alignItems="baseline">
        <Typography fontWeight="semiBold">{query}</Typography>
        <Typography variant="pi" textColor="neutral600">
          搜过 {count} 次，最近是 {shortDay(lastDay)}
        </Typography>
      </Flex>
      <Flex gap={2} wrap="wrap" paddingTop={2}>
        {(may.choose || may.begin) && (
          <Button
            size="S"
            variant="secondary"
            aria-expanded={open === 'synonym'}
            onClick={() => toggle('synonym')}
          >
            加同义词
          </Button>
        )}
        {may.phrase && (
          <Button
            size="S"
            variant="secondary"
            aria-expanded={open === 'phrasing'}
            onClick={() => toggle('phrasing')}
          >
            加到一页的问法
          </Button>
        )}
        {may.guide && (
          <Button size="S" variant="secondary" disabled={busy} onClick={() => void begin()}>
            写一篇指南
          </Button>
        )}
        <Button size="S" variant="tertiary" disabled={busy} onClick={() => void ignore()}>
          不用管
        </Button>
      </Flex>
      <RefusalWords refusal={refusal} />
      {open === 'synonym' && (
        <SynonymForm query={query} groups={groups} may={may} onDone={onDone} />
      )}
      {open === 'phrasing' && <PhrasingForm query={query} onDone={onDone} />}
    </Box>
  )
}
