import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useRef } from 'react'
import type { CasePage, NoteRequest } from '../../contracts/cases/page.ts'
import { messageOf } from '../error-message'
import { useCloseWarning } from '../saving/use-close-warning'
import { useHeldState } from '../saving/use-held-state'
import { isWritten, useKeptFields } from '../saving/use-kept-fields'
import { formOf } from './actions/action-forms'
import { Part } from '../desk/Prose'

const empty = { text: '' }

/** The units that a text names with @. */
const namedIn = (text: string, readers: string[]) =>
  readers.filter((name) => text.includes(`@${name}`))

/** Whether an @ was just typed, so that the units are offered. */
const isCalling = (text: string) => /@[^\s@]{0,20}$/.test(text)

/** A note between the bureau and the units that have the case; @ says which of them are to read it. */
export function NoteForm({ page, onDone }: { page: CasePage; onDone: () => void }) {
  const { documentId, readers } = page
  const { post } = useFetchClient()
  const name = formOf(documentId, 'note')
  const { fields, change, clear } = useKeptFields(name, empty)
  const [fault, setFault] = useHeldState(`${name} fault`, '')
  const [said, setSaid] = useHeldState(`${name} said`, '')
  const [busy, setBusy] = useHeldState(`${name} busy`, false)
  const box = useRef<HTMLTextAreaElement>(null)
  useCloseWarning(isWritten(fields))
  const { text } = fields
  const mentions = namedIn(text, readers)
  const call = /@([^\s@]{0,20})$/.exec(text)?.[1] ?? ''
  const offered = readers.filter((one) => !mentions.includes(one) && one.includes(call))

  function mention(unit: string) {
    const before = isCalling(text) ? text.replace(/@[^\s@]{0,20}$/, '') : text
    change({ text: `${before}@${unit} ` })
    box.current?.focus()
  }

  async function send() {
    setFault('')
    setSaid('')
    if (!text.trim()) {
      setFault('请写下备注的内容。')
      box.current?.focus()
      return
    }
    setBusy(true)
    try {
      const body: NoteRequest = { text, mentions }
      await post(`/desk/cases/${documentId}/notes`, body)
      clear()
      setSaid('备注已经记下。')
      onDone()
    } catch (error) {
      setFault(messageOf(error))
    }
    setBusy(false)
  }

  return (
    <Part name="内部备注">
      <Field.Root
        name="note"
        hint="信访人看不到。信访部门都能看到；写 @ 选单位，请它看。"
        {...(fault ? { error: fault } : {})}
      >
        <Field.Label>写一条备注</Field.Label>
        <Textarea
          ref={box}
          rows={3}
          style={{ fontSize: 16, lineHeight: 1.7 }}
          value={text}
          onChange={(event) => {
            change({ text: event.target.value })
            setFault('')
          }}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      {offered.length > 0 && (
        <Flex gap={2} wrap="wrap" role="group" aria-label="请哪个单位看">
          {offered.map((unit) => (
            <Button key={unit} variant="tertiary" size="S" onClick={() => mention(unit)}>
              {`@${unit}`}
            </Button>
          ))}
        </Flex>
      )}
      <Flex gap={3}>
        <Button variant="secondary" loading={busy} onClick={() => void send()}>
          记下备注
        </Button>
      </Flex>
      <div role="status">{said && <Typography textColor="success700">{said}</Typography>}</div>
    </Part>
  )
}
