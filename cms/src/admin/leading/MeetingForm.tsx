import { shanghaiDay } from '@portal/content/calendar/day'
import { Box, Flex } from '@strapi/design-system'
import { useState } from 'react'
import { meetingWays, type MeetingWay } from '../../contracts/cases/leading.ts'
import { ChoiceField, SendRow, WordsField } from '../desk/FormParts'
import { useSend } from '../desk/use-send'
import { useKeptFields } from '../saving/use-kept-fields'
import { DayText } from '../inputs/DayText'

type Meeting = { way: MeetingWay; on: string; record: string; result: string }
type Props = { name: string; onSend: (met: Meeting) => Promise<void> }

const ways = Object.entries(meetingWays).map(([value, word]) => ({ value, word }))

/** The form in which a visit or a talk of a leading official is written down. */
export function MeetingForm({ name, onSend }: Props) {
  const [empty] = useState({ way: '', on: shanghaiDay(new Date()), record: '', result: '' })
  const { fields, change, clear } = useKeptFields(name, empty)
  const { fault, setFault, busy, send } = useSend(name)

  function write() {
    if (!fields.way) return setFault('请选择走访、约谈还是接访。')
    void send(async () => {
      await onSend({ ...fields, way: fields.way as MeetingWay })
      clear()
    })
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} wrap="wrap" alignItems="flex-start">
        <Box style={{ flex: '1 1 160px' }}>
          <ChoiceField
            name={`${name}-way`}
            label="怎样见的"
            choices={ways}
            value={fields.way}
            onChange={(way) => change({ way })}
          />
        </Box>
        <Box style={{ flex: '1 1 160px' }}>
          <DayText
            name={`${name}-on`}
            label="哪一天"
            value={fields.on}
            onChange={(on) => change({ on })}
          />
        </Box>
      </Flex>
      <WordsField
        name={`${name}-record`}
        label="说了什么"
        rows={4}
        value={fields.record}
        onChange={(record) => change({ record })}
      />
      <WordsField
        name={`${name}-result`}
        label="结果"
        hint="没有结果的不用写。记入办理过程，信访人看不到。"
        rows={2}
        value={fields.result}
        onChange={(result) => change({ result })}
      />
      <SendRow button="记下走访约谈" fault={fault} busy={busy} onSend={write} />
    </Flex>
  )
}
