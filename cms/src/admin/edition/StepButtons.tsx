import { Button, Flex, TextButton } from '@strapi/design-system'
import { useHeldState } from '../saving/use-held-state'
import { StepForm } from './StepForm'
import { forms } from './forms'
import type { EditionPanelState, StepKind } from '../../contracts/publications/editions.ts'

/** What is seldom needed stays folded, so that the next step is plain to see. */
const seldom: StepKind[] = ['discard', 'expire', 'keep', 'withdraw']

type Props = {
  address: string
  view: EditionPanelState
  seen: string | undefined
  /** The step whose form is open; it stays so while the entry is read anew. */
  chosen: StepKind | null
  onChoose: (kind: StepKind | null) => void
  onDone: (kind: StepKind) => void
}

/** The steps that this person may take now; choosing one opens its form. */
export function StepButtons({ address, view, seen, chosen, onChoose, onDone }: Props) {
  const [more, setMore] = useHeldState(`more ${address}`, false)
  // What the checks hold back has no button until it is mended.
  const held: StepKind[] = view.hits.length > 0 ? ['submit', 'publish', 'schedule'] : []
  const order = (Object.keys(forms) as StepKind[]).filter(
    (kind) => view.may.includes(kind) && !held.includes(kind),
  )
  const usual = order.filter((kind) => !seldom.includes(kind))
  const rest = order.filter((kind) => seldom.includes(kind))
  const button = (kind: StepKind, first: boolean) => (
    <Button
      key={kind}
      fullWidth
      variant={forms[kind]?.danger ? 'danger-light' : first ? 'default' : 'secondary'}
      aria-pressed={chosen === kind}
      onClick={() => onChoose(kind === chosen ? null : kind)}
    >
      {forms[kind]?.button}
    </Button>
  )
  function finish(kind: StepKind) {
    onChoose(null)
    onDone(kind)
  }
  if (order.length === 0) return null
  const folded = rest.length > 0 && !more
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {usual.map((kind, index) => button(kind, index === 0))}
      {folded && <TextButton onClick={() => setMore(true)}>其他操作</TextButton>}
      {!folded && rest.map((kind) => button(kind, false))}
      {chosen && order.includes(chosen) && (
        <StepForm
          key={chosen}
          address={address}
          kind={chosen}
          hits={view.hits}
          doubts={view.doubts}
          unread={view.unread}
          seen={seen}
          onDone={finish}
        />
      )}
    </Flex>
  )
}
