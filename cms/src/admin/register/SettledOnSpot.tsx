import { registerLimits, type RegisterFaults } from '../../contracts/cases/registration.ts'
import { Choice, Fields, Sheet } from './layout'
import { TextField } from './TextField'
import type { Kept } from './use-registration'

type Props = { fields: Kept; faults: RegisterFaults; onChange: (changes: Partial<Kept>) => void }

/** Whether a grid round has settled the matter where it was found, and how. */
export function Settled({ fields, faults, onChange }: Props) {
  return (
    <Sheet>
      <Fields>
        <Choice>
          <input
            type="checkbox"
            checked={fields.isSettled ?? false}
            onChange={(event) => onChange({ isSettled: event.target.checked || undefined })}
          />
          已经当场解决
        </Choice>
        {fields.isSettled && (
          <TextField
            name="settled"
            label="当场怎样解决的"
            hint="信访人会看到。登记以后这一件就办结，不再转送。"
            lines={3}
            most={registerLimits.settled.max}
            value={fields.settled}
            fault={faults.settled}
            onChange={(settled) => onChange({ settled })}
          />
        )}
      </Fields>
    </Sheet>
  )
}
