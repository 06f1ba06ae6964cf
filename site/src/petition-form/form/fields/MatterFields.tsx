import { useState } from 'react'
import type { Faults, TypedFields } from '../../../petition/fields/fields.ts'
import { RadioChoice } from './RadioChoice.tsx'
import type { RadioOption } from '../form-options.ts'
import type { Option } from './region-groups.ts'
import { SelectField } from './SelectField.tsx'
import { SimilarResults } from './SimilarResults.tsx'
import { TextField } from './TextField.tsx'

type Props = { typed: TypedFields; faults: Faults; categories: RadioOption[]; topics: Option[] }

/** 信访类别, 问题领域, 标题. */
export function MatterFields({ typed, faults, categories, topics }: Props) {
  const [title, setTitle] = useState('')
  return (
    <>
      <RadioChoice
        field="category"
        options={categories}
        chosen={typed.category}
        fault={faults.category}
      />
      <SelectField
        name="topic"
        hint="选最接近的一类，选错了工作人员会改。"
        options={topics}
        {...{ typed, faults }}
      />
      <TextField
        name="title"
        hint="一句话说清是什么事，例如：工地拖欠三个月工资。"
        autoComplete="off"
        onInput={(event) => setTitle(event.currentTarget.value)}
        {...{ typed, faults }}
      />
      <SimilarResults title={title} />
    </>
  )
}
