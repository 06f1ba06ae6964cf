import type { NotifyWay } from '@portal/content/schema/petition/petition'
import { notifyChoices } from '../../../petition/fields/fields.ts'
import type { Faults, TypedFields } from '../../../petition/fields/fields.ts'
import { notifyChoiceOf } from '../../../petition/fields/parse-notify.ts'
import { RadioChoice } from './RadioChoice.tsx'
import { TextField } from './TextField.tsx'

type Props = {
  typed: TypedFields
  faults: Faults
  /** The ways that are open. */
  ways: readonly NotifyWay[]
  chosen: TypedFields | null
}

const options = [
  { value: 'none', name: notifyChoices.none, hint: '凭查询编号和查询码，随时可以查' },
  { value: 'sms', name: notifyChoices.sms, hint: '发到前面写的手机号码，固定电话收不到' },
  { value: 'email', name: notifyChoices.email },
] as const

/** How the petitioner wishes to be told of progress, if at all. */
export function NotifyFields({ typed, faults, ways, chosen }: Props) {
  const open = options.filter(({ value }) => value === 'none' || ways.includes(value))
  return (
    <>
      <p className="part-why">
        只告诉您“有了进展”，不写是什么事，免得别人看见。选哪一种都不影响办理，书面答复照样寄给您。
      </p>
      <RadioChoice
        field="notifyBy"
        options={open}
        chosen={notifyChoiceOf(typed) ?? undefined}
        fault={faults.notifyBy}
      />
      {ways.includes('email') ? (
        <div hidden={chosen !== null && notifyChoiceOf(chosen) !== 'email'}>
          <TextField
            name="email"
            hint="选发电子邮件的才填，例如 name@example.com。"
            type="email"
            autoComplete="email"
            {...{ typed, faults }}
          />
        </div>
      ) : (
        // An address that was typed while e-mail could be sent is not lost.
        <input type="hidden" name="email" defaultValue={typed.email} />
      )}
    </>
  )
}
