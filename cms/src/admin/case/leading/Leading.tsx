import { longDay, longMoment } from '@portal/content/calendar/wording'
import { Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect } from 'react'
import type { CaseLeading, LeadingRequest } from '../../../contracts/cases/leading.ts'
import { Part } from '../../desk/Prose'
import { messageOf } from '../../error-message'
import { MeetingForm } from '../../leading/MeetingForm'
import { useHeldState } from '../../saving/use-held-state'
import { EndForm } from './EndForm'
import { TakeOnForm } from './TakeOnForm'

type Open = '' | 'take-on' | 'met' | 'end'
type Props = { documentId: string; onDone: () => void }

/** 领导包案: who has taken the case on, and what the bureau writes down of it. Nothing where nobody has and nobody can. */
export function Leading({ documentId, onDone }: Props) {
  const { get, post } = useFetchClient()
  const [told, setTold] = useHeldState<CaseLeading | null>(`leading ${documentId}`, null)
  const [fault, setFault] = useHeldState(`leading fault ${documentId}`, '')
  const [open, setOpen] = useHeldState<Open>(`leading open ${documentId}`, '')
  const address = `/desk/cases/${documentId}/leading`
  const load = useCallback(() => {
    get<CaseLeading>(address).then(
      ({ data }) => setTold(data),
      (error: unknown) => setFault(messageOf(error)),
    )
  }, [get, address, setTold, setFault])
  useEffect(load, [load])

  async function send(asked: LeadingRequest) {
    await post(address, { ...asked, seen: told?.seen })
    setOpen('')
    load()
    onDone()
  }

  if (!told) {
    return fault ? (
      <Typography textColor="danger600" role="alert">
        {fault}
      </Typography>
    ) : null
  }
  const { led, officials, slot } = told
  if (!led && officials.length === 0 && slot === null) return null
  const names: Record<Exclude<Open, ''>, string> = {
    'take-on': '请领导包案',
    met: '记走访约谈',
    end: '结束包案',
  }
  const offered: Exclude<Open, ''>[] = led
    ? ['met', 'end']
    : officials.length > 0
      ? ['take-on']
      : []
  return (
    <Part name="领导包案和接访">
      {slot && <Typography tag="p" lineHeight={1.7}>{`登记到接访：${slot}`}</Typography>}
      {led && (
        <Typography tag="p" lineHeight={1.7}>
          {`${led.official.office}包案，${longMoment(led.since)}起${
            led.dueOn ? `，${longDay(led.dueOn)}以前办好` : ''
          }。${
            led.lastMetOn
              ? `见过 ${led.meetings} 次，上次${longDay(led.lastMetOn)}。`
              : '还没有走访约谈。'
          }`}
        </Typography>
      )}
      {open === '' ? (
        <Flex gap={3} wrap="wrap">
          {offered.map((kind) => (
            <Button key={kind} variant="secondary" onClick={() => setOpen(kind)}>
              {names[kind]}
            </Button>
          ))}
        </Flex>
      ) : (
        <>
          {open === 'take-on' && (
            <TakeOnForm name={`take on ${documentId}`} officials={officials} onSend={send} />
          )}
          {open === 'met' && (
            <MeetingForm
              name={`met ${documentId}`}
              onSend={(met) => send({ kind: 'met', ...met })}
            />
          )}
          {open === 'end' && <EndForm name={`end ${documentId}`} onSend={send} />}
          <Flex>
            <Button variant="tertiary" onClick={() => setOpen('')}>
              先不办
            </Button>
          </Flex>
        </>
      )}
    </Part>
  )
}
