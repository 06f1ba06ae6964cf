import { longMoment } from '@portal/content/calendar/wording'
import {
  Button,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system'
import { useHeldState } from '../saving/use-held-state'
import { Comparison } from './Comparison'
import { RestoreForm } from './RestoreForm'
import type { EditionPanelState, EditionSummary } from '../../contracts/publications/editions.ts'

const fates: { [F in EditionSummary['fate']]: string } = {
  live: '现在网站上的',
  superseded: '已被新版代替',
  withdrawn: '已撤下',
}

type Props = {
  address: string
  view: EditionPanelState
  seen: string | undefined
  locked: boolean
  onClose: () => void
  onRestored: () => void
}

/** The earlier versions of an entry: who published them and when, what changed, and a way back. */
export function HistoryDialog({ address, view, seen, locked, onClose, onRestored }: Props) {
  const { editions, may } = view
  const numbers = editions.map(({ number }) => String(number))
  // What was published last is compared with what it replaced, a draft with what it would replace.
  const settled = view.state === 'published' && numbers.length > 1
  const [from, setFrom] = useHeldState(`from ${address}`, numbers[settled ? 1 : 0] ?? '')
  const [to, setTo] = useHeldState(`to ${address}`, settled ? (numbers[0] ?? '') : 'draft')
  const [chosen, setChosen] = useHeldState<number | null>(`restoring ${address}`, null)

  function close(then: () => void) {
    setChosen(null)
    then()
  }

  const select = (label: string, value: string, choices: string[], change: (v: string) => void) => (
    <SingleSelect
      size="S"
      aria-label={label}
      value={value}
      onChange={(next: string | number) => change(String(next))}
    >
      {choices.map((choice) => (
        <SingleSelectOption key={choice} value={choice}>
          {choice === 'draft' ? '现在的草稿' : `第 ${choice} 版`}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  )
  return (
    <Modal.Root open onOpenChange={(open: boolean) => open || close(onClose)}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>历史版本</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={3} paddingBottom={6}>
            {editions.map((edition) => (
              <Flex key={edition.number} justifyContent="space-between" gap={4}>
                <Typography>
                  <b>{`第 ${edition.number} 版`}</b>
                  {`　${longMoment(edition.at)}　${edition.by}发布　${fates[edition.fate]}`}
                </Typography>
                {may.includes('restore') && !locked && (
                  <Button
                    variant="tertiary"
                    size="S"
                    onClick={() => setChosen(edition.number)}
                    aria-label={`恢复第 ${edition.number} 版`}
                  >
                    恢复此版
                  </Button>
                )}
              </Flex>
            ))}
            {chosen !== null && (
              <RestoreForm
                key={chosen}
                address={address}
                edition={chosen}
                seen={seen}
                onDone={() => close(onRestored)}
              />
            )}
          </Flex>
          <Flex gap={2} paddingBottom={4} wrap="wrap">
            <Typography fontWeight="bold">比较</Typography>
            {select('从哪一版', from, numbers, setFrom)}
            <Typography>与</Typography>
            {select('到哪一版', to, ['draft', ...numbers], setTo)}
          </Flex>
          <Comparison address={address} from={from} to={to} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
