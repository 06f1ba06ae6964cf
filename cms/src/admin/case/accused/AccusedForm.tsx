import {
  Box,
  Button,
  Field,
  Flex,
  MultiSelect,
  MultiSelectOption,
  Typography,
} from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useHeldState } from '../../saving/use-held-state'
import type { CaseDeskState, Happening } from '../../../contracts/cases/desk-state.ts'
import { CaseEvents } from '../../desk/CaseEvents'
import { messageOf } from '../../error-message'
import { happenedIn } from '../../desk/changed-case'
import { NamedUnits, type Answer } from './NamedUnits'

type Props = {
  address: string
  seen: CaseDeskState['seen']
  accused: NonNullable<CaseDeskState['accused']>
  /** The case is being read anew: what would be sent now is about an older one. */
  isReading: boolean
  /** The case is not what was read: it is to be read anew. */
  onChanged: () => void
  onDone: () => void
  /** Null where an answer is due. */
  onGivenUp: (() => void) | null
}

/** Asks which units a case accuses. What is chosen stays until it is saved. */
export function AccusedForm(props: Props) {
  const { address, seen, accused, isReading, onChanged, onDone, onGivenUp } = props
  const { put } = useFetchClient()
  const { all, chosen, named } = accused
  const name = `accused ${address}`
  const [picked, setPicked] = useHeldState<string[] | null>(`${name} units`, null)
  const [answers, setAnswers] = useHeldState<Record<string, Answer>>(`${name} answers`, {})
  const [happened, setHappened] = useHeldState<Happening[] | null>(`${name} happened`, null)
  const [refusal, setRefusal] = useHeldState(`${name} refusal`, '')
  const [busy, setBusy] = useHeldState(`${name} busy`, false)
  const units = picked ?? chosen
  const open = named.filter(({ name }) => !answers[name] && !units.includes(name)).length
  const some = units.length > 0 || named.some(({ name }) => answers[name] === 'accused')
  const button = some ? '确认这些单位' : '确认没有指明单位'

  function close(then: () => void) {
    setPicked(null)
    setAnswers({})
    setHappened(null)
    setRefusal('')
    then()
  }

  async function save() {
    setBusy(true)
    setRefusal('')
    try {
      const answered = (wanted: Answer) =>
        named.map(({ name }) => name).filter((name) => answers[name] === wanted)
      await put(`${address}/accused-units`, {
        units: [...new Set([...units, ...answered('accused')])],
        cleared: answered('cleared'),
        seen,
      })
      close(onDone)
    } catch (error) {
      const events = happenedIn(error)
      setHappened(events ?? happened)
      setRefusal(events ? '' : messageOf(error))
      if (events) onChanged()
    }
    setBusy(false)
  }

  return (
    <Flex
      direction="column"
      alignItems="stretch"
      gap={3}
      role="group"
      aria-label="填写被检举控告的单位"
    >
      {happened && (
        <>
          {happened.length > 0 && <CaseEvents events={happened} />}
          <Box background="warning100" padding={3} hasRadius role="alert">
            <Typography variant="pi">
              {`办件在您打开以后有了变化，您选的还没有保存。现在记下的是：${chosen.join('、') || '没有指明单位'}。请看过再确认。`}
            </Typography>
          </Box>
        </>
      )}
      <NamedUnits
        named={named.filter(({ name }) => !units.includes(name))}
        answers={answers}
        onAnswer={(name, answer) => setAnswers((before) => ({ ...before, [name]: answer }))}
      />
      <Field.Root
        name="accused"
        hint="保存后，这些单位的账号立即看不到本件；正由其办理的，收回另行转送。"
      >
        <Field.Label>被检举控告的单位</Field.Label>
        <MultiSelect
          value={units}
          placeholder="没有指明单位"
          withTags
          onChange={(names: string[]) => setPicked(names)}
        >
          {all.map((name) => (
            <MultiSelectOption key={name} value={name}>
              {name}
            </MultiSelectOption>
          ))}
        </MultiSelect>
        <Field.Hint />
      </Field.Root>
      {refusal && (
        <Typography variant="pi" textColor="danger600" role="alert">
          {refusal}
        </Typography>
      )}
      <Button
        variant="secondary"
        loading={busy || isReading}
        disabled={open > 0}
        onClick={() => void save()}
      >
        {happened ? `看过变化，${button}` : button}
      </Button>
      {onGivenUp && (
        <Button variant="tertiary" onClick={() => close(onGivenUp)}>
          不改了
        </Button>
      )}
    </Flex>
  )
}
