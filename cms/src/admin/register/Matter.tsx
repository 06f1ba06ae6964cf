import { categories } from '@portal/content/schema/petition/category'
import type { CasePlaces } from '../../contracts/cases/page.ts'
import { registerLimits, type RegisterFaults } from '../../contracts/cases/registration.ts'
import { Choices } from './Choices'
import { findRegion } from './find-region'
import { Control, Fault, Fields, Label, Sheet, SheetTitle } from './layout'
import { Small } from '../desk/Small'
import { TextField } from './TextField'
import type { Kept } from './use-registration'

type Props = {
  fields: Kept
  faults: RegisterFaults
  places: CasePlaces
  onChange: (changes: Partial<Kept>) => void
}

const kinds = Object.entries(categories).map(([code, { name }]): [string, string] => [code, name])

/** What it is about, in the words of whoever says it, and where it belongs. */
export function Matter({ fields, faults, places, onChange }: Props) {
  const region = findRegion(places.regions, fields.region)
  return (
    <Sheet>
      <SheetTitle>反映什么</SheetTitle>
      <Fields>
        <TextField
          name="request"
          label="诉求"
          hint="希望怎样解决。"
          lines={2}
          most={registerLimits.request.max}
          value={fields.request}
          fault={faults.request}
          onChange={(request) => onChange({ request })}
        />
        <TextField
          name="facts"
          label="事实与理由"
          hint="口头说的如实记录；来信照录，写不下的写要点。"
          lines={6}
          most={registerLimits.facts.max}
          value={fields.facts}
          fault={faults.facts}
          onChange={(facts) => onChange({ facts })}
        />
        <TextField
          name="title"
          label="标题"
          hint="一句话，例如“柳岸社区路灯长期不亮”。不写人名、电话。"
          most={registerLimits.title.max}
          value={fields.title}
          fault={faults.title}
          onChange={(title) => onChange({ title })}
        />
        <Choices
          name="category"
          label="信访类别"
          least="15rem"
          options={kinds}
          value={fields.category}
          fault={faults.category}
          onChange={(category) => onChange({ category })}
        />
        <Fields $pairs>
          <div>
            <Label htmlFor="register-topic">问题领域</Label>
            <Control
              as="select"
              id="register-topic"
              value={fields.topic}
              aria-invalid={faults.topic !== undefined}
              aria-describedby="register-topic-says"
              onChange={(event) => onChange({ topic: event.target.value })}
            >
              <option value="">请选择</option>
              {places.topics.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Control>
            <div id="register-topic-says">{faults.topic && <Fault>{faults.topic}</Fault>}</div>
          </div>
          <div>
            <TextField
              name="region"
              label="问题属地"
              hint="写村（社区）的名字或者首字母，例如“柳岸社区”或者“lasq”。"
              list="register-regions"
              value={fields.region}
              fault={faults.region}
              onChange={(region) => onChange({ region })}
            />
            {region && region.name !== fields.region.trim() && <Small>{region.name}</Small>}
            <datalist id="register-regions">
              {places.regions.map(({ slug, name }) => (
                <option key={slug} value={name} />
              ))}
            </datalist>
          </div>
        </Fields>
      </Fields>
    </Sheet>
  )
}
