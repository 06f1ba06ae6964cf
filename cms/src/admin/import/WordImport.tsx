import { Button, Dialog, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useForm } from '@strapi/strapi/admin'
import { useLocation } from 'react-router-dom'
import { HowTo } from '../handbook/HowTo'
import { useHeldState } from '../saving/use-held-state'
import { FileButton } from './FileButton'
import { messageOf, notImported } from '../error-message'
import type { ImportedWord } from '../../contracts/publications/imports.ts'

type Values = { title?: string | null; summary?: string | null; body?: string | null }

const silent: { lines: string[]; failed: boolean } = { lines: [], failed: false }

/** Fills the form from a Word document. Nothing is saved until the writer saves. */
export function WordImport() {
  const { post } = useFetchClient()
  const values = useForm('WordImport', (form) => form.values) as Values
  const onChange = useForm('WordImport', (form) => form.onChange)
  const disabled = useForm('WordImport', (form) => form.disabled)
  const { pathname } = useLocation()
  const [busy, setBusy] = useHeldState(`word ${pathname} busy`, false)
  const [asking, setAsking] = useHeldState<ImportedWord | null>(`word ${pathname} asking`, null)
  const [said, setSaid] = useHeldState(`word ${pathname} said`, silent)

  function fill({ title, summary, markdown, notes }: ImportedWord, body: string) {
    setAsking(null)
    onChange('body', body)
    const filled = [
      ...(!values.title && title ? ['标题'] : []),
      ...(!values.summary && summary ? ['摘要'] : []),
      ...(markdown ? ['正文'] : []),
    ]
    if (!values.title && title) onChange('title', title)
    if (!values.summary && summary) onChange('summary', summary)
    const first = `已填入${filled.join('、')}，还没有保存：请从头看一遍再保存。`
    setSaid({ lines: [first, ...notes], failed: false })
  }

  async function read(file: File) {
    setBusy(true)
    setSaid({ lines: [], failed: false })
    const form = new FormData()
    form.append('file', file)
    try {
      const { data } = await post<ImportedWord>('/desk/writing/word', form)
      if (values.body?.trim()) setAsking(data)
      else fill(data, data.markdown)
    } catch (error) {
      setSaid({ lines: [messageOf(error, notImported)], failed: true })
    }
    setBusy(false)
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <FileButton
        label="从 Word 导入"
        accept=".docx"
        busy={busy}
        disabled={disabled}
        fullWidth
        onFile={(file) => void read(file)}
      />
      <Flex direction="column" alignItems="stretch" gap={2} role="status">
        {said.lines.map((line) => (
          <Typography key={line} variant="pi" textColor={said.failed ? 'danger600' : 'neutral700'}>
            {line}
          </Typography>
        ))}
      </Flex>
      {said.lines.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          选一个 .docx：标题、正文、表格和图片填进表单，格式按网站的来。也可以直接从 Word
          复制，粘贴到正文里。
        </Typography>
      )}
      <HowTo chapter="word" about="从 Word 导入" />
      <Dialog.Root
        open={asking !== null}
        onOpenChange={(open: boolean) => !open && setAsking(null)}
      >
        <Dialog.Content>
          <Dialog.Header>正文里已经有文字</Dialog.Header>
          <Dialog.Body>
            导入的内容放在哪里？替换以后想找回原来的正文，不要保存，刷新页面即可。
          </Dialog.Body>
          <Dialog.Footer>
            <Flex gap={2} justifyContent="flex-end" width="100%" wrap="wrap">
              <Dialog.Cancel>
                <Button variant="tertiary">不导入</Button>
              </Dialog.Cancel>
              <Button
                variant="secondary"
                onClick={() => asking && fill(asking, `${values.body}\n\n${asking.markdown}`)}
              >
                接在后面
              </Button>
              <Button
                variant="danger-light"
                onClick={() => asking && fill(asking, asking.markdown)}
              >
                替换
              </Button>
            </Flex>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </Flex>
  )
}
