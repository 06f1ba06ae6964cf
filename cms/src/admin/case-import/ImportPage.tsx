import { Button, Flex, Typography } from '@strapi/design-system'
import { shanghaiMinute } from '@portal/content/calendar/wording'
import { useRef } from 'react'
import {
  mostImported,
  type CaseImport,
  type CaseImports,
  type CheckedImport,
} from '../../contracts/cases/case-import.ts'
import { queueAddress } from '../desk/addresses'
import { backWords, DeskPage } from '../desk/DeskPage'
import { Sheet } from '../desk/Sheet'
import { useAnswer } from '../desk/use-answer'
import { DeskLink } from '../links/DeskLink'
import { Progress } from './Progress'
import { Review } from './Review'
import { useImport } from './use-import'

const states = { checked: '还没有导入', running: '正在导入', stopped: '停下了', done: '导入完了' }

const isChecked = (one: CaseImport | CheckedImport | null): one is CheckedImport =>
  one !== null && 'check' in one

/** The imports of before, each of which can be opened again. */
function Earlier({ again }: { again: string }) {
  const answer = useAnswer<CaseImports>('/desk/cases/imports', again)
  if (answer === null || answer === 'lost' || answer.imports.length === 0) return null
  return (
    <Sheet aria-label="以前的导入">
      <Typography tag="h2" variant="delta">
        以前的导入
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={3}>
        {answer.imports.map(({ id, file, startedAt, by, state, added }) => (
          <li key={id}>
            <Typography tag="div">
              <DeskLink to={`?import=${id}`}>{file}</DeskLink>
            </Typography>
            <Typography variant="pi" textColor="neutral700">
              {`${shanghaiMinute(startedAt)}，${by}，${states[state]}，导入 ${added} 件`}
            </Typography>
          </li>
        ))}
      </Flex>
    </Sheet>
  )
}

/** 导入办件: cases of other systems come in by a file, which is looked at before anything is written. */
export default function ImportPage() {
  const input = useRef<HTMLInputElement>(null)
  const { id, current, fault, busy, take, check, start, discard, close } = useImport()
  return (
    <DeskPage help="hand-over" title="导入办件" back={{ to: queueAddress, words: backWords.queue }}>
      <Sheet aria-label="导入">
        {id === null && (
          <Flex direction="column" alignItems="flex-start" gap={4} style={{ maxWidth: 680 }}>
            <Typography>
              {`选择别的系统存出的表格（CSV），或者本系统“移交办件”存出的文件（JSON），一次最多 ${mostImported} 件。先检查，您确认以后才写入；同一件不会导入两次。附件和内部备注不随文件导入。`}
            </Typography>
            <input
              ref={input}
              type="file"
              accept=".csv,.txt,.json"
              hidden
              aria-label="文件"
              onChange={({ target }) => {
                const file = target.files?.[0]
                target.value = ''
                if (file) void take(file)
              }}
            />
            <Button loading={busy} onClick={() => input.current?.click()}>
              选择文件
            </Button>
          </Flex>
        )}
        {isChecked(current) && current.state === 'checked' && (
          <Review
            key={`${current.id} ${current.source} ${current.mapping.join()}`}
            current={current}
            busy={busy}
            onCheck={(source, mapping) => void check(source, mapping)}
            onStart={(source, mapping) => void start(source, mapping)}
            onDiscard={() => void discard()}
          />
        )}
        {current && !isChecked(current) && current.state === 'checked' && (
          <Flex direction="column" alignItems="flex-start" gap={3}>
            <Typography>{`${current.file}，还没有导入。`}</Typography>
            <Button loading={busy} onClick={() => void check(current.source, current.mapping)}>
              检查这个文件
            </Button>
          </Flex>
        )}
        {current && current.state !== 'checked' && (
          <Progress
            current={current}
            busy={busy}
            onResume={() => void start(current.source, current.mapping)}
            onClose={close}
          />
        )}
        {fault !== '' && (
          <Typography role="alert" textColor="danger600">
            {fault}
          </Typography>
        )}
      </Sheet>
      <Earlier again={`${id ?? ''} ${current?.state ?? ''}`} />
    </DeskPage>
  )
}
