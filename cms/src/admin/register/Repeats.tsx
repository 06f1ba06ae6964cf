import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { Button, Flex } from '@strapi/design-system'
import type { LikelyRepeat as Repeat } from '../../contracts/cases/registration.ts'
import { useHeldState } from '../saving/use-held-state'
import { Sheet, SheetTitle } from './layout'
import { Small } from '../desk/Small'
import { LikelyRepeat } from '../desk/LikelyRepeat'
import { TextField } from './TextField'

type Props = {
  repeats: Repeat[]
  chosen: string
  reason: string
  fault: string | undefined
  onChoose: (number: string) => void
  onReason: (reason: string) => void
}

/** Earlier cases that may be the same matter. The clerk says which is, or that none is; nothing follows by itself. */
export function Repeats({ repeats, chosen, reason, fault, onChoose, onReason }: Props) {
  const [others, setOthers] = useHeldState<string[]>('register others', [])
  const shown = repeats.filter(({ number }) => !others.includes(number) || number === chosen)
  const isKnown = shown.some(({ number }) => number === chosen)
  return (
    <Sheet as="aside" aria-label="可能重复的办件">
      <SheetTitle>可能重复的办件</SheetTitle>
      {shown.length === 0 && !chosen && (
        <Small>填了电话或者写满 15 个字，这里会列出相像的办件。</Small>
      )}
      {chosen && !isKnown && <p>{`已选为 ${formatReceiptNumber(chosen)} 的重复信访。`}</p>}
      <Flex direction="column" alignItems="stretch" gap={6}>
        {shown.map((one) => (
          <LikelyRepeat key={one.number} repeat={one} isNamed>
            {one.number === chosen && (
              <p>
                <strong>已选为这一件的重复信访</strong>
              </p>
            )}
            {one.number !== chosen && (
              <Flex gap={2} paddingTop={2}>
                <Button size="L" variant="secondary" onClick={() => onChoose(one.number)}>
                  是重复
                </Button>
                <Button
                  size="L"
                  variant="tertiary"
                  onClick={() => setOthers((now) => [...now, one.number])}
                >
                  不是
                </Button>
              </Flex>
            )}
          </LikelyRepeat>
        ))}
      </Flex>
      {chosen && (
        <Flex direction="column" alignItems="stretch" gap={2} paddingTop={4}>
          <TextField
            name="repeatReason"
            label="为什么是同一事项"
            hint="记入办理过程，信访人看不到。照常登记，期限照常计算。"
            lines={2}
            value={reason}
            fault={fault}
            onChange={onReason}
          />
          <div>
            <Button size="L" variant="tertiary" onClick={() => onChoose('')}>
              不作为重复
            </Button>
          </div>
        </Flex>
      )}
    </Sheet>
  )
}
