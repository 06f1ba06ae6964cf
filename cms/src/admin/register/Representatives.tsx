import { Button } from '@strapi/design-system'
import type { RegisterFaults, TypedRepresentative } from '../../contracts/cases/registration.ts'
import { Fault, Fields, Plain } from './layout'
import { TextField } from './TextField'

type Props = {
  representatives: TypedRepresentative[]
  faults: RegisterFaults
  onChange: (representatives: TypedRepresentative[]) => void
}

const most = 5

/** Whom several people have chosen to speak for them, five at most. */
export function Representatives({ representatives, faults, onChange }: Props) {
  const rows = representatives.length > 0 ? representatives : [{ name: '', phone: '' }]
  const write = (place: number, changes: Partial<TypedRepresentative>) =>
    onChange(rows.map((row, at) => (at === place ? { ...row, ...changes } : row)))
  return (
    <Plain aria-describedby="register-representatives-says">
      <legend>推选的代表（最多 5 位，条例第二十条）</legend>
      <div id="register-representatives-says">
        {faults.representatives && <Fault role="alert">{faults.representatives}</Fault>}
      </div>
      {rows.map(({ name, phone }, place) => (
        <Fields $pairs key={place} style={{ marginBottom: 12 }}>
          <TextField
            name={`representative${place}`}
            label={`第 ${place + 1} 位代表的名字`}
            value={name}
            fault={
              faults[`representative${place}`] ??
              (place === 0 ? faults.representatives && '' : undefined)
            }
            onChange={(next) => write(place, { name: next })}
          />
          <TextField
            name={`representativePhone${place}`}
            label={`第 ${place + 1} 位代表的电话`}
            isOptional
            value={phone}
            fault={undefined}
            onChange={(next) => write(place, { phone: next })}
          />
        </Fields>
      ))}
      {rows.length < most && (
        <Button
          size="L"
          variant="tertiary"
          onClick={() => onChange([...rows, { name: '', phone: '' }])}
        >
          再加一位代表
        </Button>
      )}
    </Plain>
  )
}
