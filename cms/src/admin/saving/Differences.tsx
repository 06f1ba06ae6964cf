import { Box, Button, Flex, Modal, Radio, Typography } from '@strapi/design-system'
import { joined, type Values } from './merge'
import { textOfValue } from './value-text'
import { useHeldState } from './use-held-state'
import type { Met } from './use-kept-edit'

type Choice = 'mine' | 'theirs' | 'both'
type Props = {
  met: Met
  label: (field: string) => string
  /** Names what is chosen here, as no other on the page. */
  entry: string
  /** The fields of which both texts can be kept. */
  joinable: ReadonlySet<string>
  onSettle: (chosen: Values) => void
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function Words({ title, value }: { title: string; value: unknown }) {
  return (
    <Box flex="1 1 24rem" minWidth="0">
      <Typography variant="sigma" tag="h4" textColor="neutral700">
        {title}
      </Typography>
      <Box
        background="neutral100"
        padding={3}
        hasRadius
        maxHeight="32rem"
        overflow="auto"
        tabIndex={0}
        role="group"
        aria-label={title}
      >
        <Typography tag="p" style={{ whiteSpace: 'pre-wrap', lineHeight: 1.7 }}>
          {textOfValue(value) || '（空）'}
        </Typography>
      </Box>
    </Box>
  )
}

/**
 * Shows, field by field, what a colleague saved and what was being written, and lets the writer choose.
 * Nothing is saved by choosing: the form goes on from there.
 */
export function Differences({ met, label, entry, joinable, onSettle }: Props) {
  const { conflicts, taken, theirs, values: mine } = met
  const [choices, setChoices] = useHeldState<Record<string, Choice>>(`choices ${entry}`, {})
  const isJoinable = (field: string) =>
    joinable.has(field) && isText(theirs[field]) && isText(mine[field])

  function settle() {
    const chosen: Values = {}
    for (const field of conflicts) {
      const choice = choices[field] ?? 'mine'
      const [other, own] = [theirs[field], mine[field]]
      if (choice === 'theirs') chosen[field] = other
      if (choice === 'both' && isText(other) && isText(own)) chosen[field] = joined(other, own)
    }
    onSettle(chosen)
  }

  return (
    <Modal.Root open onOpenChange={(open: boolean) => open || settle()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>同事也改了这一条</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={6}>
            <Typography>
              下面是两个人都改过的地方。选好以后回到表单，还可以接着改，再保存。
              {taken.length > 0 &&
                `只有同事改过的${taken.map((field) => `“${label(field)}”`).join('、')}已经带进来。`}
            </Typography>
            {conflicts.map((field) => (
              <Box key={field} tag="section" aria-label={label(field)}>
                <Typography variant="delta" tag="h3">
                  {label(field)}
                </Typography>
                <Flex gap={4} alignItems="stretch" wrap="wrap" paddingTop={2} paddingBottom={2}>
                  <Words title="同事保存的" value={theirs[field]} />
                  <Words title="我写的" value={mine[field]} />
                </Flex>
                <Radio.Group
                  aria-label={`${label(field)}用哪一个`}
                  value={choices[field] ?? 'mine'}
                  onValueChange={(choice: string) =>
                    setChoices({ ...choices, [field]: choice as Choice })
                  }
                >
                  <Flex gap={5} wrap="wrap">
                    <Radio.Item value="mine">用我写的</Radio.Item>
                    <Radio.Item value="theirs">用同事的</Radio.Item>
                    {isJoinable(field) && <Radio.Item value="both">两段都留，我再改</Radio.Item>}
                  </Flex>
                </Radio.Group>
              </Box>
            ))}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <span />
          <Button onClick={settle}>回到表单</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  )
}
