import { Button, Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useState, type ChangeEvent } from 'react'
import { FormPanel, RefusalWords } from './FormPanel'
import { useAttempt } from './use-attempt'
import type { MissedState } from '../../contracts/publications/missed-queries.ts'

type Props = {
  query: string
  groups: MissedState['groups']
  may: MissedState['may']
  onDone: (sentence: string) => void
}

const another = 'another'

/** Adds a query to a group of synonyms, or begins one with the word that the portal has for it. */
export function SynonymForm({ query, groups, may, onDone }: Props) {
  const { post } = useFetchClient()
  const [word, setWord] = useState(query)
  const [chosen, setChosen] = useState(may.begin ? another : '')
  const [other, setOther] = useState('')
  const { busy, refusal, attempt } = useAttempt()

  const add = () =>
    attempt(async () => {
      const group = chosen === another ? { other } : { documentId: chosen }
      const { data } = await post<{ words: string[] }>('/desk/missed/synonyms', {
        ...{ query, word, group },
      })
      onDone(`已加入同义词：${data.words.join('、')}。几分钟后在网站上生效。`)
      return 'gone'
    })

  const incomplete = !word.trim() || !chosen || (chosen === another && !other.trim())
  return (
    <FormPanel label="加同义词">
      <Field.Root required hint="可以改短，只留最要紧的词，中间不要空格">
        <Field.Label>大家搜的词</Field.Label>
        <TextInput
          size="S"
          value={word}
          onChange={(event: ChangeEvent<HTMLInputElement>) => setWord(event.target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Field.Root required>
        <Field.Label>和哪一组意思相同</Field.Label>
        <SingleSelect size="S" value={chosen} onChange={(value) => setChosen(String(value))}>
          {may.begin && (
            <SingleSelectOption value={another}>另起一组，写下网站上的说法</SingleSelectOption>
          )}
          {(may.choose ? groups : []).map(({ documentId, words }) => (
            <SingleSelectOption key={documentId} value={documentId}>
              {words.join('、')}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {chosen === another && (
        <Field.Root required>
          <Field.Label>网站上的说法</Field.Label>
          <TextInput
            size="S"
            value={other}
            onChange={(event: ChangeEvent<HTMLInputElement>) => setOther(event.target.value)}
          />
        </Field.Root>
      )}
      <RefusalWords refusal={refusal} />
      <Button size="S" loading={busy} disabled={incomplete} onClick={() => void add()}>
        加入同义词
      </Button>
    </FormPanel>
  )
}
