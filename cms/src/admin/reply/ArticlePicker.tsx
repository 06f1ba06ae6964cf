import { Box, Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import type { Citation } from '../../contracts/papers/opinion.ts'
import type { FoundArticles } from '../../contracts/papers/reply-page.ts'
import { messageOf } from '../error-message'
import { ArticleWords } from './ArticleWords'

/** A pause after which what was typed is looked for. */
const pauseMs = 300

type Props = { onCite: (citation: Citation) => void }

/** Finds an article by its law, its number or its words, shows it, and cites it. */
export function ArticlePicker({ onCite }: Props) {
  const { post } = useFetchClient()
  const [isOpen, setOpen] = useState(false)
  const [question, setQuestion] = useState('')
  const [found, setFound] = useState<FoundArticles | null>(null)
  const [fault, setFault] = useState('')
  const [cited, setCited] = useState('')

  useEffect(() => {
    if (!isOpen || question.trim() === '') return setFound(null)
    let isLate = false
    const timer = setTimeout(() => {
      post<FoundArticles>('/desk/cases/articles', { question }).then(
        ({ data }) => {
          if (isLate) return
          setFound(data)
          setFault('')
        },
        (error: unknown) => isLate || setFault(messageOf(error)),
      )
    }, pauseMs)
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [isOpen, post, question])

  const said = !found
    ? ''
    : found.articles.length === 0
      ? '没有找到。可以只写法规名称和条号，例如：信访工作条例 32。'
      : `找到 ${found.more ? '很多，先列出' : ''}${found.articles.length} 条`
  return (
    <>
      <Button variant="tertiary" size="S" onClick={() => setOpen(true)}>
        引用法条
      </Button>
      <Modal.Root open={isOpen} onOpenChange={setOpen}>
        <Modal.Content>
          <Modal.Header>
            <Modal.Title>引用法条</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Field.Root hint="例如：信访工作条例 32；条例 三十一条 六项；答复意见">
              <Field.Label>法规名称、条号，或者条文里的词</Field.Label>
              <TextInput
                autoFocus
                value={question}
                onChange={(event) => setQuestion(event.target.value)}
              />
              <Field.Hint />
            </Field.Root>
            <Box paddingTop={3} paddingBottom={3}>
              <Typography role="status" variant="pi" textColor={fault ? 'danger600' : 'neutral600'}>
                {fault || (cited ? `已经写入：${cited}。${said}` : said)}
              </Typography>
            </Box>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {found?.articles.map((article) => (
                <ArticleWords
                  key={`${article.law} ${article.label}`}
                  article={article}
                  onCite={(citation, text) => {
                    onCite(citation)
                    setCited(text)
                  }}
                />
              ))}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button onClick={() => setOpen(false)}>引用完了</Button>
          </Modal.Footer>
        </Modal.Content>
      </Modal.Root>
    </>
  )
}
