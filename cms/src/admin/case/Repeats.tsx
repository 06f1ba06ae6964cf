import { formatReceiptNumber } from '@portal/content/characters/receipt-number'
import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import type { CasePage } from '../../contracts/cases/page.ts'
import type { LikelyRepeat as Repeat, LikelyRepeats } from '../../contracts/cases/registration.ts'
import { messageOf } from '../error-message'
import { LikelyRepeat } from '../desk/LikelyRepeat'
import { useHeldState } from '../saving/use-held-state'
import { useKeptFields } from '../saving/use-kept-fields'
import { formOf } from './actions/action-forms'
import { Part } from '../desk/Prose'

const empty = { of: '', reason: '' }

/** Earlier cases like this one. The clerk says which is the same matter, and why; nothing is refused by it. */
export function Repeats({ page, onDone }: { page: CasePage; onDone: () => void }) {
  const { documentId, desk, repeatOf } = page
  const { get, post } = useFetchClient()
  const name = formOf(documentId, 'repeat')
  const { fields, change, clear } = useKeptFields(name, empty)
  const [fault, setFault] = useHeldState(`${name} fault`, '')
  const [busy, setBusy] = useHeldState(`${name} busy`, false)
  const [found, setFound] = useState<Repeat[]>([])
  const address = `/desk/cases/${documentId}`
  useEffect(() => {
    get<LikelyRepeats>(`${address}/repeats`).then(
      ({ data }) => setFound(data.repeats),
      (error: unknown) => setFault(messageOf(error)),
    )
  }, [get, address, setFault])
  const open = found.filter(({ number }) => number !== repeatOf?.number)
  if (!repeatOf && open.length === 0 && !fault) return null

  async function send() {
    setFault('')
    setBusy(true)
    try {
      await post(`${address}/repeat-of`, { ...fields, seen: desk.seen })
      clear()
      onDone()
    } catch (error) {
      setFault(messageOf(error))
    }
    setBusy(false)
  }

  return (
    <Part name="可能重复的办件">
      {repeatOf && (
        <Typography tag="p" lineHeight={1.7}>
          {`已登记为 ${formatReceiptNumber(repeatOf.number)} 的重复信访。理由：${repeatOf.reason}`}
        </Typography>
      )}
      {open.map((one) => (
        <LikelyRepeat key={one.number} repeat={one}>
          {fields.of === one.number ? (
            <Flex direction="column" alignItems="stretch" gap={3} paddingTop={2}>
              <Field.Root
                name="repeat"
                hint="记入办理过程，信访人看不到。照常办理，期限照常计算。"
                {...(fault ? { error: fault } : {})}
              >
                <Field.Label>为什么是同一事项</Field.Label>
                <Textarea
                  rows={2}
                  style={{ fontSize: 16, lineHeight: 1.7 }}
                  value={fields.reason}
                  onChange={(event) => {
                    change({ reason: event.target.value })
                    setFault('')
                  }}
                />
                <Field.Error />
                <Field.Hint />
              </Field.Root>
              <Flex gap={3}>
                <Button variant="secondary" loading={busy} onClick={() => void send()}>
                  登记为重复信访
                </Button>
                <Button variant="tertiary" onClick={clear}>
                  不作为重复
                </Button>
              </Flex>
            </Flex>
          ) : (
            <Flex paddingTop={2}>
              <Button variant="secondary" onClick={() => change({ of: one.number })}>
                是重复
              </Button>
            </Flex>
          )}
        </LikelyRepeat>
      ))}
      {fault && !fields.of && (
        <Typography textColor="danger600" role="alert">
          {fault}
        </Typography>
      )}
    </Part>
  )
}
