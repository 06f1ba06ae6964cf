import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useState } from 'react'
import { handOverReason } from '../../contracts/cases/hand-over.ts'
import { save } from '../desk/save-file'
import { useManages } from '../desk/use-manages'
import { messageOf } from '../error-message'
import { useHeldState } from '../saving/use-held-state'
import type { Asked } from './question-address'

type Props = { asked: Asked; found: number }

/** 移交: the cases that the queue shows, whole, as a file for another system; a reason is asked. */
export function HandOver({ asked, found }: Props) {
  const { post } = useFetchClient()
  const manages = useManages()
  const [isOpen, setOpen] = useHeldState('queue hand-over', false)
  const [reason, setReason] = useHeldState('queue hand-over reason', '')
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState({ text: '', isFault: false })
  if (!manages) return null

  async function take() {
    setBusy(true)
    try {
      const question = Object.fromEntries(
        Object.entries(asked).filter(([name, value]) => name !== 'page' && Boolean(value)),
      )
      type File = { cases: unknown[]; unread: string[] }
      const { data } = await post<File>('/desk/cases/hand-over', { question, reason })
      save(new Blob([JSON.stringify(data)], { type: 'application/json' }), '办件移交.json')
      const { length: unread } = data.unread
      setSaid({
        text: `已保存 ${data.cases.length} 件。${unread > 0 ? `${unread} 件打不开，没有移交，编号写在文件末尾。` : ''}`,
        isFault: unread > 0,
      })
    } catch (error) {
      setSaid({ text: messageOf(error), isFault: true })
    }
    setBusy(false)
  }

  return (
    <Flex direction="column" alignItems="flex-start" gap={3}>
      <Button
        variant="tertiary"
        size="S"
        aria-expanded={isOpen}
        onClick={() => setOpen((now) => !now)}
      >
        移交办件
      </Button>
      {isOpen && (
        <Box background="neutral0" padding={5} hasRadius width="100%" style={{ maxWidth: 640 }}>
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Typography>
              {`把现在列出的 ${found} 件整件存成文件（JSON），包括信访人、全部经过和附件清单。文件没有加密，请妥善保管；谁、为什么移交会记下来。`}
            </Typography>
            <Field.Root
              hint={`${handOverReason.min} 到 ${handOverReason.max} 个字；不要写信访人的名字`}
            >
              <Field.Label>移交的原因</Field.Label>
              <Textarea
                value={reason}
                onChange={({ target }: { target: { value: string } }) => setReason(target.value)}
              />
              <Field.Hint />
            </Field.Root>
            <Box>
              <Button loading={busy} onClick={() => void take()}>
                存成文件
              </Button>
            </Box>
            {said.text && (
              <Typography
                role={said.isFault ? 'alert' : 'status'}
                textColor={said.isFault ? 'danger600' : 'success700'}
              >
                {said.text}
              </Typography>
            )}
          </Flex>
        </Box>
      )}
    </Flex>
  )
}
