import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system'
import type { CheckedImport } from '../../contracts/cases/case-import.ts'
import { useHeldState } from '../saving/use-held-state'
import { CheckResult } from './CheckResult'
import { Columns } from './Columns'

type Props = {
  current: CheckedImport
  busy: boolean
  onCheck: (source: string, mapping: string[]) => void
  onStart: (source: string, mapping: string[]) => void
  onDiscard: () => void
}

/** What a file comes to before anything is written; columns and source are corrected here. */
export function Review({ current, busy, onCheck, onStart, onDiscard }: Props) {
  const { id, source: first, mapping: guessed, header, check, file, written, total } = current
  const [source, setSource] = useHeldState(`case import ${id} source`, first)
  const [mapping, setMapping] = useHeldState(`case import ${id} mapping`, guessed)
  const isChanged = source !== first || mapping.some((name, index) => name !== guessed[index])
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Typography textColor="neutral700">
        {`${file}，${total} 件${written && `，${written}`}。还没有写入任何办件。`}
      </Typography>
      <CheckResult check={check} />
      <Field.Root hint="同一个系统每次写法要一样，重复的才认得出来">
        <Field.Label>来自哪个系统</Field.Label>
        <TextInput
          value={source}
          onChange={({ target }: { target: { value: string } }) => setSource(target.value)}
        />
        <Field.Hint />
      </Field.Root>
      {header.length > 0 && <Columns header={header} mapping={mapping} onChange={setMapping} />}
      <Flex gap={3} wrap="wrap">
        {isChanged ? (
          <Button loading={busy} onClick={() => onCheck(source, mapping)}>
            按这样再检查
          </Button>
        ) : (
          <Button
            loading={busy}
            disabled={check.fresh === 0}
            onClick={() => onStart(source, mapping)}
          >
            {`导入 ${check.fresh} 件`}
          </Button>
        )}
        <Button variant="tertiary" onClick={onDiscard}>
          不导入，删去文件
        </Button>
      </Flex>
    </Flex>
  )
}
