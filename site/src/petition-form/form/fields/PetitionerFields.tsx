import { petitioners } from '../../../petition/fields/fields.ts'
import type { Faults, TypedFields } from '../../../petition/fields/fields.ts'
import { petitionerOf } from '../../../petition/fields/parse-petitioner.ts'
import { ArticleLink } from '../../../components/regulation/ArticleLink.tsx'
import { JointFields } from './JointFields.tsx'
import { RadioChoice } from './RadioChoice.tsx'
import { TextField } from './TextField.tsx'

type Props = {
  typed: TypedFields
  faults: Faults
  /** What is chosen now; `null` without a script, where everything is shown. */
  chosen: TypedFields | null
}

const options = [
  { value: 'person', name: petitioners.person },
  { value: 'joint', name: petitioners.joint, hint: '为同一件事，两人以上' },
  { value: 'organisation', name: petitioners.organisation, hint: '公司、村委会、合作社等' },
]

/** Who files, how to reach them, and why that is asked. */
export function PetitionerFields({ typed, faults, chosen }: Props) {
  const kind = chosen && petitionerOf(chosen)
  const away = (...kinds: string[]) => kind !== null && !kinds.includes(kind)
  const fields = { typed, faults }
  return (
    <>
      <p className="part-why">
        信访要写明姓名和住址，这样才能书面答复您（
        <ArticleLink article={19} />
        ）。这些只有办理这件事的人能看到，每次查看都有记录，不会公开。
      </p>
      <RadioChoice
        field="petitioner"
        options={options}
        chosen={petitionerOf(typed) ?? undefined}
        fault={faults.petitioner}
      />
      <div hidden={away('person', 'joint')}>
        {!chosen && <p className="group-name">个人提出的，写姓名：</p>}
        <TextField name="name" autoComplete="name" {...fields} />
        <TextField
          name="idNumber"
          hint="不填也可以提交。"
          optional
          short
          autoComplete="off"
          spellCheck={false}
          {...fields}
        />
      </div>
      <div hidden={away('organisation')}>
        {!chosen && <p className="group-name">单位提出的，写单位和联系人：</p>}
        <TextField
          name="organisation"
          hint="写证照上的全称。"
          autoComplete="organization"
          {...fields}
        />
        <TextField
          name="creditCode"
          hint="18 位，在营业执照或者登记证上。不填也可以提交。"
          optional
          short
          autoComplete="off"
          spellCheck={false}
          {...fields}
        />
        <TextField name="contact" hint="我们找谁说这件事。" short autoComplete="name" {...fields} />
      </div>
      <TextField
        name="phone"
        hint="方便工作人员联系您。没有手机的，写带区号的固定电话，有分机的写上分机。"
        type="tel"
        autoComplete="tel"
        short
        {...fields}
      />
      <TextField
        name="address"
        hint="书面答复寄到这里，写到门牌号。"
        autoComplete="street-address"
        {...fields}
      />
      <div hidden={away('joint')}>
        {!chosen && <p className="group-name">几个人一起提出的，再写：</p>}
        <JointFields chosen={chosen} {...fields} />
      </div>
    </>
  )
}
