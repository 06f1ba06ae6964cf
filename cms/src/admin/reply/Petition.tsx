import { longMoment } from '@portal/content/calendar/wording'
import { Box, Typography } from '@strapi/design-system'
import { useEffect, useState } from 'react'
import type { ReplyPage } from '../../contracts/papers/reply-page.ts'
import { Sheet } from '../desk/Sheet'
import { Prose } from '../desk/Prose'

const wide = '(min-width: 1080px)'

function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => matchMedia(wide).matches)
  useEffect(() => {
    const media = matchMedia(wide)
    const change = () => setWide(media.matches)
    media.addEventListener('change', change)
    return () => media.removeEventListener('change', change)
  }, [])
  return isWide
}

/** Words under a small heading. */
function Passage({ title, text }: { title: string; text: string }) {
  return (
    <Box paddingTop={5}>
      <Typography tag="h2" variant="sigma" textColor="neutral600">
        {title}
      </Typography>
      <Prose>{text}</Prose>
    </Box>
  )
}

/** The petition as prose, beside which it is answered; folded where there is one column. */
export function Petition({ page }: { page: ReplyPage }) {
  const isWide = useIsWide()
  const [isOpen, setOpen] = useState(false)
  const { petition } = page
  const words = (
    <>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {`${longMoment(page.receivedAt)}收到　${petition.petitionerName}　${page.category}・${page.topic}　${page.region}`}
      </Typography>
      <Passage title="诉求" text={petition.request} />
      <Passage title="事实和理由" text={petition.facts} />
      {petition.later.map(({ at, what, text }) => (
        <Passage key={at} title={`${longMoment(at)} ${what}`} text={text || '（没有写内容）'} />
      ))}
      {petition.advice.map(({ unit, text }) => (
        <Passage key={unit} title={`${unit}的会办意见`} text={text} />
      ))}
      {petition.files.length > 0 && (
        <Passage
          title="附件"
          text={petition.files
            .map(({ name, isKept }) => (isKept ? name : `${name}（没有完整收到）`))
            .join('\n')}
        />
      )}
    </>
  )
  return (
    <Sheet aria-label="信访事项" tabIndex={0}>
      {isWide ? (
        words
      ) : (
        <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary
            style={{ fontSize: '1.6rem', fontWeight: 600, minHeight: 28, cursor: 'pointer' }}
          >
            信访人写的
          </summary>
          <Box paddingTop={3}>{words}</Box>
        </details>
      )}
    </Sheet>
  )
}
