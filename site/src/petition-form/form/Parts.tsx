import type { Faults, FieldName, TypedFields } from '../../petition/fields/fields.ts'
import { Answers } from './review/ReviewAnswers.tsx'
import { answersOf } from './review/answer-rows.ts'
import { AttachmentAnswer } from '../attachments/AttachmentReview.tsx'
import { AttachmentFields } from '../attachments/AttachmentFields.tsx'
import { MatterFields } from './fields/MatterFields.tsx'
import { NotifyFields } from './fields/NotifyFields.tsx'
import { namesOf } from './form-options.ts'
import type { FormOptions } from './form-options.ts'
import { Part } from './Part.tsx'
import { PetitionerFields } from './fields/PetitionerFields.tsx'
import { SelectField } from './fields/SelectField.tsx'
import { placeOf, stepOf, steps } from './steps.ts'
import type { StepKey } from './steps.ts'
import { StoryField } from './fields/StoryField.tsx'
import { Undertaking } from './Undertaking.tsx'
import type { AttachmentsInForm } from '../attachments/use-attachments.ts'

type Props = {
  options: FormOptions
  /** What the page came with. */
  typed: TypedFields
  /** What stands in the form now. */
  now: TypedFields
  faults: Faults
  /** The steps that are asked. */
  asked: readonly number[]
  /** The step that is shown; `null` without a script. */
  step: number | null
  attachments: AttachmentsInForm
  /** What is to be said of files that could not be kept. */
  unkept: string | null
  /** Where a form without a script is posted to take a file out. */
  removesAt: string
  onChange: (field: FieldName) => void
  onShow: (step: number) => void
}

/** The steps of the form, each with its fields. */
export function Parts(props: Props) {
  return steps.map(({ key }, place) => (
    <Part key={key} place={place} asked={props.asked} shown={props.step}>
      <Fields part={key} {...props} />
    </Part>
  ))
}

function Fields({ part, ...props }: Props & { part: StepKey }) {
  const { options, typed, now, faults, step, attachments, removesAt, unkept } = props
  const { onChange, onShow } = props
  const fields = { typed, faults }
  const chosen = step === null ? null : now
  switch (part) {
    case 'matter':
      return <MatterFields {...fields} categories={options.categories} topics={options.topics} />
    case 'place':
      return (
        <SelectField
          name="region"
          hint="不一定是您住的地方。不清楚属于哪里的，选“不确定”。"
          options={options.unsure ? [options.unsure] : []}
          groups={options.regionGroups}
          {...fields}
        />
      )
    case 'facts':
    case 'request':
      return <StoryField name={part} {...fields} />
    case 'attachments':
      return <AttachmentFields {...{ attachments, removesAt, unkept }} scripted={step !== null} />
    case 'petitioner':
      return <PetitionerFields {...fields} chosen={chosen} />
    case 'notify':
      return <NotifyFields {...fields} ways={options.ways} chosen={chosen} />
    case 'check':
      return (
        <>
          {chosen && (
            <Answers
              rows={answersOf(chosen, namesOf(options)).filter(({ field }) =>
                props.asked.includes(stepOf(field)),
              )}
              onChange={onChange}
            >
              <AttachmentAnswer
                items={attachments.items}
                onChange={() => onShow(placeOf('attachments'))}
              />
            </Answers>
          )}
          <Undertaking />
        </>
      )
  }
}
