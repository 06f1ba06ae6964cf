import type { Faults, FieldName, TypedFields } from '../petition/fields.ts'
import { Answers } from './Answers.tsx'
import { answersOf } from './answer-rows.ts'
import { MatterFields } from './MatterFields.tsx'
import { NotifyFields } from './NotifyFields.tsx'
import { namesOf } from './offered.ts'
import type { Offer } from './offered.ts'
import { Part } from './Part.tsx'
import { PetitionerFields } from './PetitionerFields.tsx'
import { SelectField } from './SelectField.tsx'
import { steps } from './steps.ts'
import type { StepKey } from './steps.ts'
import { StoryField } from './StoryField.tsx'
import { Undertaking } from './Undertaking.tsx'

type Props = {
  offer: Offer
  /** What the page came with. */
  typed: TypedFields
  /** What stands in the form now. */
  now: TypedFields
  faults: Faults
  /** The step that is shown; `null` without a script. */
  step: number | null
  onChange: (field: FieldName) => void
}

/** The steps of the form, each with its fields. */
export function Parts(props: Props) {
  return steps.map(({ key }, place) => (
    <Part key={key} place={place} shown={props.step}>
      <Fields part={key} {...props} />
    </Part>
  ))
}

function Fields({ part, offer, typed, now, faults, step, onChange }: Props & { part: StepKey }) {
  const fields = { typed, faults }
  const chosen = step === null ? null : now
  switch (part) {
    case 'matter':
      return <MatterFields {...fields} categories={offer.categories} topics={offer.topics} />
    case 'place':
      return (
        <SelectField
          name="region"
          hint="不一定是您住的地方。不清楚属于哪里的，选“不确定”。"
          options={offer.unsure ? [offer.unsure] : []}
          groups={offer.regionGroups}
          {...fields}
        />
      )
    case 'facts':
    case 'request':
      return <StoryField name={part} {...fields} />
    case 'petitioner':
      return <PetitionerFields {...fields} chosen={chosen} />
    case 'notify':
      return <NotifyFields {...fields} chosen={chosen} />
    case 'check':
      return (
        <>
          {chosen && <Answers rows={answersOf(chosen, namesOf(offer))} onChange={onChange} />}
          <Undertaking />
        </>
      )
  }
}
