import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useState, type ChangeEvent, type FormEvent } from 'react'
import { FormPanel, RefusalWords } from './FormPanel'
import { useAttempt } from './use-attempt'
import type { PhrasingTarget, AddedPhrasing } from '../../contracts/publications/missed-queries.ts'

type Props = { query: string; onDone: (sentence: string) => void }

const keyOf = ({ uid, documentId, article }: PhrasingTarget) =>
  `${uid} ${documentId} ${article?.number ?? ''} ${article?.insertion ?? ''}`

/** Looks for a page by its title, and adds a query to the words in which people ask for it. */
export function PhrasingForm({ query, onDone }: Props) {
  const { get, post } = useFetchClient()
  const [phrasing, setPhrasing] = useState(query)
  const [words, setWords] = useState('')
  const [pages, setPages] = useState<PhrasingTarget[] | null>(null)
  const { busy, refusal, attempt } = useAttempt()

  function look(event: FormEvent) {
    event.preventDefault()
    void attempt(async () => {
      const asked = `/desk/missed/pages?q=${encodeURIComponent(words.trim())}`
      setPages((await get<{ pages: PhrasingTarget[] }>(asked)).data.pages)
    })
  }

  const add = ({ uid, documentId, article }: PhrasingTarget) =>
    attempt(async () => {
      const { data } = await post<AddedPhrasing>('/desk/missed/phrasings', {
        ...{ query, phrasing, uid, documentId, article },
      })
      onDone(
        data.live
          ? `已加到“${data.title}”的问法，几分钟后在网站上生效。`
          : `已写进“${data.title}”草稿的问法。打开它提交审核，发布后生效。`,
      )
    })

  return (
    <FormPanel label="加到一页的问法">
      <Field.Root required hint="最多 30 个字">
        <Field.Label>问法</Field.Label>
        <TextInput
          size="S"
          value={phrasing}
          onChange={(event: ChangeEvent<HTMLInputElement>) => setPhrasing(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <form onSubmit={look}>
        <Flex gap={2} alignItems="flex-end">
          <Box flex="1">
            <Field.Root hint="写标题里的字；条文写“34条”">
              <Field.Label>加到哪一页</Field.Label>
              <TextInput
                size="S"
                value={words}
                onChange={(event: ChangeEvent<HTMLInputElement>) => setWords(event.target.value)}
              />
              <Field.Hint />
            </Field.Root>
          </Box>
          <Button size="S" type="submit" variant="secondary" disabled={busy || !words.trim()}>
            找一找
          </Button>
        </Flex>
      </form>
      {pages?.length === 0 && (
        <Typography variant="pi" role="status">
          没有标题含有这些字的页面，请换几个字再找。
        </Typography>
      )}
      {pages && pages.length > 0 && (
        <Box tag="ul">
          {pages.map((page) => (
            <Flex key={keyOf(page)} tag="li" gap={2} paddingTop={1} justifyContent="space-between">
              <Typography variant="pi">
                {page.title}（{page.type}）
              </Typography>
              <Button
                size="S"
                flex="none"
                disabled={busy || !phrasing.trim()}
                aria-label={`加到“${page.title}”`}
                onClick={() => void add(page)}
              >
                加上
              </Button>
            </Flex>
          ))}
        </Box>
      )}
      <RefusalWords refusal={refusal} />
    </FormPanel>
  )
}
