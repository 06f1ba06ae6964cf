import { shortMoment } from '@portal/content/calendar/wording'
import { Button, Flex, Typography } from '@strapi/design-system'
import type { Saving } from './use-reply-draft'

const clock = (at: string) => shortMoment(at).slice(-5)

function wordsOf(saving: Saving): string {
  switch (saving.kind) {
    case 'nothing':
      return '写的内容会自动保存。'
    case 'saving':
      return '正在保存…'
    case 'saved':
      return `已保存 ${clock(saving.at)}`
    case 'here':
      return '没有保存到服务器，先留在这台电脑上。'
    case 'refused':
      return saving.why
    case 'twice':
      return `这份答复 ${clock(saving.other.savedAt)} 在另一个页面上也写过。`
  }
}

type Props = { saving: Saving; onSettle: (keepOther: boolean) => void }

/** Whether what is written is kept, and where. */
export function SavedLine({ saving, onSettle }: Props) {
  const isFault = !['nothing', 'saving', 'saved'].includes(saving.kind)
  return (
    <Flex gap={2} wrap="wrap">
      <Typography role="status" variant="pi" textColor={isFault ? 'danger700' : 'neutral600'}>
        {wordsOf(saving)}
      </Typography>
      {saving.kind === 'twice' && (
        <>
          <Button size="S" variant="secondary" onClick={() => onSettle(true)}>
            换成那一份
          </Button>
          <Button size="S" variant="tertiary" onClick={() => onSettle(false)}>
            用这一页的
          </Button>
        </>
      )}
    </Flex>
  )
}
