import type { Faults, TypedFields } from '../petition/fields.ts'
import { ArticleLink } from './ArticleLink.tsx'
import { Field } from './Field.tsx'

/** 姓名, 手机号码, 联系地址, 身份证号, and why they are asked for. */
export function PersonFields({ typed, faults }: { typed: TypedFields; faults: Faults }) {
  return (
    <>
      <p className="part-why">
        信访要写明姓名和住址，这样才能书面答复您（
        <ArticleLink article={19} />
        ）。这些只有办理这件事的人能看到，每次查看都有记录，不会公开。
      </p>
      <Field name="name" hint="单位提出的，写单位全称。" fault={faults.name}>
        {(attributes) => (
          <input
            className="input"
            type="text"
            autoComplete="name"
            {...attributes}
            defaultValue={typed.name}
          />
        )}
      </Field>
      <Field
        name="phone"
        hint="方便工作人员联系您。没有手机的，写带区号的固定电话。"
        fault={faults.phone}
      >
        {(attributes) => (
          <input
            className="input is-short"
            type="tel"
            autoComplete="tel"
            {...attributes}
            defaultValue={typed.phone}
          />
        )}
      </Field>
      <Field name="address" hint="书面答复寄到这里，写到门牌号。" fault={faults.address}>
        {(attributes) => (
          <input
            className="input"
            type="text"
            autoComplete="street-address"
            {...attributes}
            defaultValue={typed.address}
          />
        )}
      </Field>
      <Field name="idNumber" hint="不填也可以提交。" optional fault={faults.idNumber}>
        {(attributes) => (
          <input
            className="input is-short"
            type="text"
            autoComplete="off"
            spellCheck={false}
            {...attributes}
            defaultValue={typed.idNumber}
          />
        )}
      </Field>
    </>
  )
}
