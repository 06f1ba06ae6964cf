import { newKey } from '@portal/content/characters/random-key'
import { longMoment } from '@portal/content/calendar/wording'
import { Button, Flex } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useRef } from 'react'
import type { CasePlaces } from '../../contracts/cases/page.ts'
import {
  registerChannels,
  type RegisteredCase,
  type RegisterFaults,
  type RegisterRefusal,
  type RegisterRequest,
} from '../../contracts/cases/registration.ts'
import { caseAddress } from '../desk/addresses'
import { messageOf } from '../error-message'
import { AddFiles } from '../files/AddFiles'
import { useFiles } from '../files/use-files'
import { DeskLink } from '../links/DeskLink'
import { LeaveWarning } from '../saving/LeaveWarning'
import { useHeldState } from '../saving/use-held-state'
import { Choices } from './Choices'
import { findRegion } from './find-region'
import { Columns, Fault, Fields, Sheet, SheetTitle } from './layout'
import { Small } from '../desk/Small'
import { Matter } from './Matter'
import { Petitioner } from './Petitioner'
import { Repeats } from './Repeats'
import { Settled } from './SettledOnSpot'
import { SlotField } from './SlotField'
import { TextField } from './TextField'
import { useRegistration } from './use-registration'
import { useRepeats } from './use-repeats'

type Refused = { response?: { data?: { error?: { details?: RegisterRefusal } } } }

const lost = '没有登记上：请检查网络，再按一次。再按不会登记成两件。'

type Props = { places: CasePlaces; onDone: (made: RegisteredCase) => void }

/** The form in the order in which a clerk asks at the counter. What is typed stays in this tab until it is registered. */
export function RegisterForm({ places, onDone }: Props) {
  const { post } = useFetchClient()
  const { fields, isWritten, keptAt, clear, change, keyOf } = useRegistration()
  const scans = useFiles({
    name: 'register',
    files: fields.scans,
    target: () => ({ address: '/desk/cases/scans', more: { key: keyOf() } }),
    onChange: (files) => change({ scans: files }),
  })
  const [faults, setFaults] = useHeldState<RegisterFaults>('register faults', {})
  const [refusal, setRefusal] = useHeldState('register refusal', '')
  const [known, setKnown] = useHeldState<RegisterRefusal['registered']>('register known', undefined)
  const [busy, setBusy] = useHeldState('register busy', false)
  const form = useRef<HTMLFormElement>(null)
  const region = findRegion(places.regions, fields.region)?.slug ?? ''
  // What was chosen before may have been switched off since.
  const notifyBy = places.notifyWays.find((way) => way === fields.notifyBy) ?? ''
  const { name, phone, topic, title, request, facts, withheld } = fields
  const repeats = useRepeats({
    ...{ phone, topic, region, title, request, facts },
    name: withheld ? '' : name,
  })

  useEffect(() => {
    if (Object.keys(faults).length === 0) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    const input = first?.tagName === 'FIELDSET' ? first.querySelector('input') : first
    input?.focus()
  }, [faults])

  function start() {
    clear()
    scans.reset()
    setFaults({})
    setRefusal('')
    setKnown(undefined)
  }

  async function register() {
    if (scans.sending.length > 0) {
      setRefusal('材料还在上传，请等传完再登记。')
      return
    }
    setBusy(true)
    setRefusal('')
    try {
      const sent: RegisterRequest = {
        ...fields,
        // Nothing is typed yet: it is told what is missing.
        key: fields.key || newKey(),
        region,
        notifyBy,
        slot: fields.channel === 'visit' ? fields.slot : '',
        withheld: withheld ?? false,
        isSettled: fields.isSettled ?? false,
      }
      const { data } = await post<RegisteredCase>('/desk/cases', sent)
      start()
      onDone(data)
    } catch (error) {
      const details = (error as Refused).response?.data?.error?.details
      setFaults(details?.faults ?? {})
      setKnown(details?.registered)
      setRefusal(messageOf(error, lost))
    }
    setBusy(false)
  }

  return (
    <form
      ref={form}
      noValidate
      aria-label="登记"
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) void register()
      }}
    >
      {isWritten && (
        <LeaveWarning
          title="这一件还没有登记"
          text="写的内容暂存在这个窗口：回到这一页还在，关掉窗口就没有了。"
        />
      )}
      <Columns>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {keptAt && (
            <Flex gap={3} wrap="wrap">
              <Small>{`${longMoment(keptAt)}写的，还没有登记。`}</Small>
              <Button variant="tertiary" onClick={start}>
                清空，重新写
              </Button>
            </Flex>
          )}
          <Sheet>
            <Fields>
              <Choices
                name="channel"
                label="怎样来的"
                least="16rem"
                options={Object.entries(registerChannels)}
                value={fields.channel}
                fault={faults.channel}
                onChange={(channel) => change({ channel })}
              />
              <TextField
                name="receivedAt"
                label="什么时候收到的"
                hint="写成 2026-11-03 09:30 的样子。办理期限从这一天算起。"
                value={fields.receivedAt}
                fault={faults.receivedAt}
                onChange={(receivedAt) => change({ receivedAt })}
              />
              {fields.channel === 'visit' && (
                <SlotField
                  value={fields.slot}
                  fault={faults.slot}
                  onChange={(slot) => change({ slot })}
                />
              )}
            </Fields>
          </Sheet>
          <Petitioner
            fields={{ ...fields, notifyBy }}
            faults={faults}
            ways={places.notifyWays}
            onChange={change}
          />
          <Matter fields={fields} faults={faults} places={places} onChange={change} />
          {(fields.channel !== 'call' || fields.scans.length > 0) && (
            <Sheet>
              <SheetTitle>材料（可以不加）</SheetTitle>
              <AddFiles label="材料" files={scans} fault={faults.scans} />
            </Sheet>
          )}
          {fields.channel === 'grid' && (
            <Settled fields={fields} faults={faults} onChange={change} />
          )}
          <Sheet>
            {refusal && (
              <div role="alert">
                <Fault>{refusal}</Fault>
                {faults.repeatOf && <Fault>{faults.repeatOf}</Fault>}
                {known && (
                  <DeskLink to={caseAddress(known.documentId)} target="_blank">
                    打开已经登记的那一件
                  </DeskLink>
                )}
              </div>
            )}
            <Flex gap={3} wrap="wrap" paddingTop={refusal ? 3 : 0}>
              <Button type="submit" size="L" loading={busy} style={{ minHeight: 52 }}>
                {fields.channel === 'grid' && fields.isSettled ? '登记并办结' : '登记'}
              </Button>
              <Small>登记以后给出查询编号和查询码，可以打印给信访人。纸质原件请另行存档。</Small>
            </Flex>
          </Sheet>
        </Flex>
        <Repeats
          repeats={repeats}
          chosen={fields.repeatOf}
          reason={fields.repeatReason}
          fault={faults.repeatReason}
          onChoose={(repeatOf) => change({ repeatOf })}
          onReason={(repeatReason) => change({ repeatReason })}
        />
      </Columns>
    </form>
  )
}
