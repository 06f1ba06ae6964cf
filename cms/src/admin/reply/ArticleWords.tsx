import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system'
import { citationText } from '../../contracts/papers/citation.ts'
import type { Citation } from '../../contracts/papers/opinion.ts'
import type { LawArticle } from '../../contracts/papers/reply-page.ts'

type Props = { article: LawArticle; onCite: (citation: Citation, text: string) => void }

/** An article with its paragraphs and items, each to be cited. */
export function ArticleWords({ article, onCite }: Props) {
  const { law, label, paragraphs, guide, asked, inForce, validity, published } = article
  const hasSeveral = paragraphs.length > 1
  const button = (paragraph: number | null, item: number | null) => {
    const citation = { law, article: label, paragraph, item }
    const text = citationText(citation)
    const isAsked = asked.paragraph === paragraph && asked.item === item
    return (
      <Button
        size="S"
        variant={isAsked ? 'secondary' : 'tertiary'}
        onClick={() => onCite(citation, text)}
      >
        {`引用 ${text.slice(text.indexOf('》') + 1)}`}
      </Button>
    )
  }
  return (
    <Box padding={4} background="neutral100" hasRadius>
      <Flex gap={2} wrap="wrap" paddingBottom={2}>
        <Typography tag="h3" variant="delta">{`《${law}》${label}`}</Typography>
        {!inForce && (
          <Badge backgroundColor="danger100" textColor="danger700">{`▲ ${validity}，慎用`}</Badge>
        )}
        {!published && <Badge>还没有在网站上公布</Badge>}
      </Flex>
      {button(null, null)}
      {paragraphs.map(({ text, items }, index) => {
        const paragraph = hasSeveral ? index + 1 : null
        return (
          <Box key={text} paddingTop={3}>
            <Typography tag="p" style={{ fontSize: '1.6rem', lineHeight: 1.8 }}>
              {text}
            </Typography>
            {hasSeveral && button(paragraph, null)}
            {items.map((item, place) => (
              <Flex key={item} alignItems="baseline" gap={2} paddingLeft={6} wrap="wrap">
                <Typography tag="p" style={{ fontSize: '1.6rem', lineHeight: 1.8 }}>
                  {item}
                </Typography>
                {button(paragraph, place + 1)}
              </Flex>
            ))}
          </Box>
        )
      })}
      {guide && (
        <Box paddingTop={3}>
          <Typography tag="p" variant="pi" textColor="neutral600">
            本站还没有这一条的原文，下面是解读，不能当作条文引用。
          </Typography>
          <Typography tag="p" style={{ whiteSpace: 'pre-wrap' }}>
            {guide}
          </Typography>
        </Box>
      )}
    </Box>
  )
}
