import { notifyWays, type NotifyWay } from '@portal/content/schema/petition/petition'
import type { RegisterFaults } from '../../contracts/cases/registration.ts'
import { Choices } from './Choices'
import { Choice, Fields, Sheet, SheetTitle } from './layout'
import { Representatives } from './Representatives'
import { TextField } from './TextField'
import type { Kept } from './use-registration'

type Props = {
  fields: Kept
  faults: RegisterFaults
  /** How the desk can tell petitioners of progress. */
  ways: readonly NotifyWay[]
  onChange: (changes: Partial<Kept>) => void
}

const noWay: [string, string] = ['', '自己凭查询码查']
const manyOf = (people: string) => Number(people.normalize('NFKC').replace(/\D/g, '')) > 1

/** Who it is, how to reach them, and how many they are. */
export function Petitioner({ fields, faults, ways, onChange }: Props) {
  const isVisit = fields.channel === 'visit' || fields.channel === ''
  return (
    <Sheet>
      <SheetTitle>谁反映的</SheetTitle>
      <Fields>
        {!fields.withheld && (
          <TextField
            name="name"
            label="姓名（单位名称）"
            value={fields.name}
            fault={faults.name}
            onChange={(name) => onChange({ name })}
          />
        )}
        {(!isVisit || fields.withheld) && (
          <Choice>
            <input
              type="checkbox"
              checked={fields.withheld ?? false}
              onChange={(event) => onChange({ withheld: event.target.checked || undefined })}
            />
            没有留姓名
          </Choice>
        )}
        <Fields $pairs>
          <TextField
            name="phone"
            label="电话"
            type="tel"
            isOptional
            value={fields.phone}
            fault={faults.phone}
            onChange={(phone) => onChange({ phone })}
          />
          <TextField
            name="people"
            label="一共多少人"
            hint="一个人的不用填。"
            isOptional
            value={fields.people}
            fault={faults.people}
            onChange={(people) => onChange({ people })}
          />
        </Fields>
        <TextField
          name="address"
          label="住址"
          isOptional={!isVisit}
          value={fields.address}
          fault={faults.address}
          onChange={(address) => onChange({ address })}
        />
        {(manyOf(fields.people) || fields.representatives.length > 0) && (
          <Representatives
            representatives={fields.representatives}
            faults={faults}
            onChange={(representatives) => onChange({ representatives })}
          />
        )}
        {ways.length > 0 && (
          <Choices
            name="notifyBy"
            label="怎样告诉信访人进展"
            least="15rem"
            options={[noWay, ...ways.map((way): [string, string] => [way, notifyWays[way]])]}
            value={fields.notifyBy}
            fault={faults.notifyBy}
            onChange={(notifyBy) => onChange({ notifyBy })}
          />
        )}
        {fields.notifyBy === 'email' && (
          <TextField
            name="email"
            label="电子邮箱"
            value={fields.email}
            fault={faults.email}
            onChange={(email) => onChange({ email })}
          />
        )}
      </Fields>
    </Sheet>
  )
}
