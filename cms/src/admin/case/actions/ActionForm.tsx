import { longMoment } from '@portal/content/calendar/wording'
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useRef } from 'react'
import type { Happening } from '../../../contracts/cases/desk-state.ts'
import type { CasePage } from '../../../contracts/cases/page.ts'
import { messageOf } from '../../error-message'
import { useCloseWarning } from '../../saving/use-close-warning'
import { useHeldState } from '../../saving/use-held-state'
import { isWritten, useKeptFields } from '../../saving/use-kept-fields'
import { formOf, forms, type FormKind } from './action-forms'
import { CaseEvents } from '../../desk/CaseEvents'
import { happenedIn } from '../../desk/changed-case'
import { ActionField } from './ActionField'
import { faultName, faultsOf, refusedField, requestOf, type Fields } from './action-fields'

type Props = {
  page: CasePage
  kind: FormKind
  /** The case is being read anew: a step taken now would be about an older one. */
  isReading: boolean
  /** The case is not what was read: it is to be read anew. */
  onChanged: () => void
  onDone: () => void
}

const empty: Fields = {}

/** What one step asks for, and the button that takes it. What is filled in stays until it is sent. */
export function ActionForm({ page, kind, isReading, onChanged, onDone }: Props) {
  const { post } = useFetchClient()
  const { documentId, desk } = page
  const name = formOf(documentId, kind)
  const { fields, change, keptAt, clear } = useKeptFields(name, empty)
  const [happened, setHappened] = useHeldState<Happening[]>(`${name} happened`, [])
  const [faults, setFaults] = useHeldState<Record<string, string>>(`${name} faults`, {})
  const [refusal, setRefusal] = useHeldState(`${name} refusal`, '')
  const [busy, setBusy] = useHeldState(`${name} busy`, false)
  const box = useRef<HTMLDivElement>(null)
  useCloseWarning(isWritten(fields))
  const form = forms[kind]
  const allowed = desk.actions.includes(kind)
  const specs = form.fields.filter((spec) => {
    if (spec.type === 'unit') return desk.units.length > 0
    // A unit speaks for itself, and where one alone has the case there is nothing to choose.
    if (spec.type === 'holder') return desk.units.length > 0 && desk.referrals.length > 1
    return !(spec.type === 'days' && spec.inReReviewOnly && page.state !== 're-reviewing')
  })
  const filled: Fields = {
    ...fields,
    unit: fields.unit ?? desk.unit ?? undefined,
    holder: fields.holder ?? desk.unit ?? undefined,
  }

  function showFaults(found: Record<string, string>) {
    setFaults(found)
    // Once they are on the page.
    setTimeout(() => box.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
  }

  async function take() {
    const found = faultsOf(specs, filled)
    setRefusal('')
    showFaults(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    try {
      await post(`/desk/cases/${documentId}/actions`, {
        ...requestOf(kind, specs, filled),
        seen: desk.seen,
      })
      clear()
      setHappened([])
      onDone()
    } catch (error) {
      const events = happenedIn(error)
      const said = messageOf(error)
      const field = refusedField(specs, said)
      setHappened(events ?? happened)
      if (!events && field) showFaults({ [field]: said })
      else setRefusal(events ? '' : said)
      if (events) onChanged()
    }
    setBusy(false)
  }

  return (
    <Box
      ref={box}
      background="neutral0"
      borderColor="neutral200"
      padding={{ initial: 4, medium: 6 }}
      hasRadius
      role="group"
      aria-label={form.button}
    >
      <Flex direction="column" alignItems="stretch" gap={5} maxWidth="720px">
        <Typography textColor="neutral700" lineHeight={1.7}>
          {form.hint}
        </Typography>
        {happened.length > 0 && <CaseEvents events={happened} />}
        {keptAt && isWritten(fields) && (
          <Flex gap={3} wrap="wrap">
            <Typography variant="pi">{`${longMoment(keptAt)}写的，还没有提交。`}</Typography>
            <Button variant="tertiary" size="S" onClick={clear}>
              清空
            </Button>
          </Flex>
        )}
        {specs.map((spec) => (
          <ActionField
            key={faultName(spec)}
            spec={spec}
            page={page}
            fields={filled}
            error={faults[faultName(spec)]}
            onChange={(changes) => {
              change(changes)
              setFaults({})
            }}
          />
        ))}
        {!allowed && (
          <Flex gap={3} wrap="wrap">
            <Typography textColor="warning700" role="alert">
              {`现在不能再“${form.button}”：这一件已经到了下一步。您写的还在，需要的可以复制到别处，不要了就清空。`}
            </Typography>
            <Button variant="tertiary" size="S" onClick={clear}>
              清空
            </Button>
          </Flex>
        )}
        {refusal && (
          <Typography textColor="danger600" role="alert">
            {refusal}
          </Typography>
        )}
        {allowed && (
          <Flex gap={3}>
            <Button size="L" loading={busy || isReading} onClick={() => void take()}>
              {happened.length > 0 ? `看过变化，确认${form.button}` : `确认${form.button}`}
            </Button>
          </Flex>
        )}
      </Flex>
    </Box>
  )
}
