import { Box, Button, Dialog, Flex, Modal, Typography } from '@strapi/design-system'
import { useState } from 'react'
import type { OpinionParts } from '../../contracts/papers/opinion.ts'
import type { ReplyTemplate } from '../../contracts/papers/reply-page.ts'
import { fillIn, meetsWords, withTemplate, type Way } from './placeholders'

type Props = {
  templates: ReplyTemplate[]
  words: Record<string, string>
  parts: OpinionParts
  onUse: (parts: OpinionParts) => void
}

const ways: { way: Way; button: string }[] = [
  { way: 'empty', button: '只填空着的部分' },
  { way: 'after', button: '接在后面' },
  { way: 'instead', button: '换掉我写的' },
]

/** Chooses a template; what is written is never replaced without being asked. */
export function TemplatePicker({ templates, words, parts, onUse }: Props) {
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<ReplyTemplate | null>(null)

  function use(template: ReplyTemplate, way: Way) {
    onUse(withTemplate(parts, template, words, way))
    setChosen(null)
    setOpen(false)
  }

  return (
    <>
      <Button variant="tertiary" size="S" onClick={() => setOpen(true)}>
        用范文
      </Button>
      <Modal.Root open={isOpen} onOpenChange={setOpen}>
        <Modal.Content>
          <Modal.Header>
            <Modal.Title>选一份范文</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            {templates.length === 0 && (
              <Typography>还没有范文。信访部门可以在“答复范文”里添加。</Typography>
            )}
            <Flex direction="column" alignItems="stretch" gap={3}>
              {templates.map((template) => (
                <Box key={template.id} padding={4} background="neutral100" hasRadius>
                  <Flex justifyContent="space-between" gap={3} wrap="wrap">
                    <Typography tag="h3" variant="delta">
                      {template.name}
                    </Typography>
                    {template.suits && (
                      <Typography variant="pi" textColor="success700">
                        适合这一件
                      </Typography>
                    )}
                  </Flex>
                  <Typography tag="p" variant="omega" style={{ whiteSpace: 'pre-wrap' }}>
                    {fillIn(template.opinion, words)}
                  </Typography>
                  <Box paddingTop={2}>
                    <Button
                      size="S"
                      variant="secondary"
                      onClick={() =>
                        meetsWords(parts, template) ? setChosen(template) : use(template, 'empty')
                      }
                    >
                      {`用“${template.name}”`}
                    </Button>
                  </Box>
                </Box>
              ))}
            </Flex>
          </Modal.Body>
        </Modal.Content>
      </Modal.Root>
      <Dialog.Root open={chosen !== null} onOpenChange={(open: boolean) => open || setChosen(null)}>
        <Dialog.Content>
          <Dialog.Header>您已经写了一些</Dialog.Header>
          <Dialog.Body>范文放到哪里？</Dialog.Body>
          <Dialog.Footer>
            <Flex direction="column" alignItems="stretch" gap={2} width="100%">
              {ways.map(({ way, button }) => (
                <Button
                  key={way}
                  variant={way === 'instead' ? 'danger-light' : 'secondary'}
                  onClick={() => chosen && use(chosen, way)}
                >
                  {button}
                </Button>
              ))}
              <Button variant="tertiary" onClick={() => setChosen(null)}>
                不用了
              </Button>
            </Flex>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </>
  )
}
