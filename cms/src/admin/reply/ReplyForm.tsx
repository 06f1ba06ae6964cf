import { inWords } from '@portal/content/attachments/limits'
import { mostReplyBytes } from '@portal/content/schema/petition/reply-files'
import {
  Box,
  Button,
  Combobox,
  ComboboxOption,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system'
import { useRef, useState } from 'react'
import { citationText } from '../../contracts/papers/citation.ts'
import {
  partName,
  partOrder,
  type Citation,
  type OpinionPart,
  type OpinionParts,
  type OpinionStep,
} from '../../contracts/papers/opinion.ts'
import type { ReplyFields, ReplyPage } from '../../contracts/papers/reply-page.ts'
import { deskFileWords } from '../../contracts/cases/desk-files.ts'
import { AddFiles } from '../files/AddFiles'
import type { Files } from '../files/use-files'
import { ArticlePicker } from './ArticlePicker'
import { PartField } from './PartField'
import { TemplatePicker } from './TemplatePicker'

const stepNames: Record<OpinionStep, string> = {
  reply: '答复',
  'correct-reply': '更正答复',
  review: '复查意见',
  're-review': '复核意见',
}
const hints: Record<OpinionPart, string> = {
  request: '信访人要求什么，一事一条。',
  facts: '查明了什么，依据哪些材料，为什么支持或者不支持。',
  opinion: '怎样处理，谁来做，什么时候做完。',
  basis: '法律、法规、规章和政策，写到条、款、项。',
}
const lines: Record<OpinionPart, number> = { request: 2, facts: 6, opinion: 5, basis: 2 }

const filesHint = `信访人查进度时可以打开、下载。${deskFileWords.replace(/。$/, `，一共不超过 ${inWords(mostReplyBytes)}。`)}`

type Props = {
  page: ReplyPage
  fields: ReplyFields
  files: Files
  onChange: (fields: ReplyFields) => void
}

/** The four parts of art. 32, and whose opinion it is. */
export function ReplyForm({ page, fields, files, onChange }: Props) {
  const { step, unit, body, reason, parts } = fields
  const [caret, setCaret] = useState<number | null>(null)
  const basis = useRef<HTMLTextAreaElement>(null)
  const change = (changes: Partial<ReplyFields>) => onChange({ ...fields, ...changes })
  const write = (changes: Partial<OpinionParts>) => change({ parts: { ...parts, ...changes } })

  function cite(citation: Citation) {
    const text = citationText(citation)
    const before = parts.basis
    const at = basis.current?.selectionStart ?? caret ?? before.length
    // At the very beginning of what is written nobody means to cite.
    const place = at === 0 ? before.length : at
    const joint =
      place === 0 || /[\s、，。；：依据按照和]$/u.test(before.slice(0, place)) ? '' : '、'
    const added = `${joint}${text}`
    setCaret(place + added.length)
    basis.current?.setSelectionRange(place + added.length, place + added.length)
    write({
      basis: before.slice(0, place) + added + before.slice(place),
      citations: [...parts.citations, citation],
    })
  }

  const tools: Partial<Record<OpinionPart, React.ReactNode>> = {
    request: (
      <Flex gap={2}>
        {parts.request.trim() === '' && (
          <Button
            variant="tertiary"
            size="S"
            onClick={() => write({ request: page.petition.request })}
          >
            照抄信访人的诉求
          </Button>
        )}
        <TemplatePicker
          templates={page.templates}
          words={{ ...page.placeholders, 承办单位: unit || page.unit }}
          parts={parts}
          onUse={write}
        />
      </Flex>
    ),
    basis: <ArticlePicker onCite={cite} />,
  }
  const choices = page.steps.includes(step) ? page.steps : [step, ...page.steps]
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {choices.length > 1 && (
        <Field.Root>
          <Field.Label>写什么</Field.Label>
          <SingleSelect value={step} onChange={(next) => change({ step: next as OpinionStep })}>
            {choices.map((one) => (
              <SingleSelectOption key={one} value={one}>
                {stepNames[one]}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
      )}
      {step === 'reply' && page.units.length > 0 && (
        <Field.Root required>
          <Field.Label>答复的单位</Field.Label>
          <Combobox
            value={unit}
            placeholder="输入单位名称的任何几个字"
            autocomplete={{ type: 'list', filter: 'contains' }}
            clearLabel="清除"
            onChange={(next?: string) => change({ unit: next ?? '' })}
            onClear={() => change({ unit: '' })}
          >
            {page.units.map((name) => (
              <ComboboxOption key={name} value={name}>
                {name}
              </ComboboxOption>
            ))}
          </Combobox>
        </Field.Root>
      )}
      {(step === 'review' || step === 're-review') && (
        <Field.Root required>
          <Field.Label>{step === 'review' ? '复查机关、单位' : '复核机关、单位'}</Field.Label>
          <TextInput value={body} onChange={(event) => change({ body: event.target.value })} />
        </Field.Root>
      )}
      {partOrder.map((part) => (
        <PartField
          key={part}
          id={`part-${part}`}
          name={partName(step, part)}
          hint={hints[part]}
          lines={lines[part]}
          text={parts[part]}
          tools={tools[part]}
          {...(part === 'basis' ? { box: basis } : {})}
          onChange={(text) => write({ [part]: text })}
        />
      ))}
      <div>
        <Typography tag="h2" variant="beta" style={{ paddingBottom: 4 }}>
          附件（可以不加）
        </Typography>
        <AddFiles label="附件" files={files} hint={filesHint} />
      </div>
      {step === 'correct-reply' && (
        <Field.Root required hint="信访人会看到更正后的全文和原因，复查的期限不变。">
          <Field.Label>更正的原因</Field.Label>
          <TextInput value={reason} onChange={(event) => change({ reason: event.target.value })} />
          <Field.Hint />
        </Field.Root>
      )}
      <Box>
        <Typography variant="pi" textColor="neutral600">
          {`信访人会看到全文，按“一、${partName(step, 'request')}；二、事实和理由；三、${partName(step, 'opinion')}；四、法律依据”排列。`}
        </Typography>
      </Box>
    </Flex>
  )
}
