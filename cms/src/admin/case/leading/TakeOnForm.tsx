import { Flex, Typography } from '@strapi/design-system'
import type { LeadingRequest, OfficialChoice } from '../../../contracts/cases/leading.ts'
import { ChoiceField, SendRow, WordsField } from '../../desk/FormParts'
import { useSend } from '../../desk/use-send'
import { useKeptFields } from '../../saving/use-kept-fields'
import { DayText } from '../../inputs/DayText'

type Props = {
  name: string
  officials: OfficialChoice[]
  onSend: (asked: LeadingRequest) => Promise<void>
}

/** The form by which a case is taken on by an official; who is accused by it cannot be chosen. */
export function TakeOnForm({ name, officials, onSend }: Props) {
  const { fields, change, clear } = useKeptFields(name, { official: '', dueOn: '', note: '' })
  const { fault, busy, send } = useSend(name)
  const walled = officials.filter(({ wall }) => wall !== null)

  const takeOn = () =>
    void send(async () => {
      await onSend({ kind: 'take-on', ...fields, dueOn: fields.dueOn || null })
      clear()
    })

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <ChoiceField
        name={`${name}-official`}
        label="哪位领导"
        placeholder="请选择职务"
        choices={officials.map(({ id, office, wall }) => ({
          value: id,
          word: office,
          isClosed: wall !== null,
        }))}
        value={fields.official}
        onChange={(official) => change({ official })}
      />
      {walled.map(({ id, office, wall }) => (
        <Typography key={id} variant="pi" tag="p" textColor="neutral700">
          {`${office}不能选：${wall}。`}
        </Typography>
      ))}
      <DayText
        name={`${name}-due`}
        label="哪天以前办好"
        hint="本局自己定的日子，可以不填。"
        value={fields.dueOn}
        onChange={(dueOn) => change({ dueOn })}
      />
      <WordsField
        name={`${name}-note`}
        label="要求"
        rows={2}
        value={fields.note}
        onChange={(note) => change({ note })}
      />
      <SendRow button="交给这位领导包案" fault={fault} busy={busy} onSend={takeOn} />
    </Flex>
  )
}
