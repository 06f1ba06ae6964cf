import { longMoment } from '@portal/content/calendar/wording'
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { Page, useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router-dom'
import { paperWords } from '../../contracts/papers/papers.ts'
import {
  reportColumns,
  reportKinds,
  reportTables,
  reportWords,
  wordsNeeded,
  type PaperTemplates,
  type TemplateKind,
} from '../../contracts/figures/report-papers.ts'
import { save } from '../desk/save-file'
import { queueAddress } from '../desk/addresses'
import { backWords, DeskPage } from '../desk/DeskPage'
import { messageOf } from '../error-message'

const address = '/desk/cases/paper-templates'
const marked = (names: readonly string[]) => names.map((name) => `〔${name}〕`).join('')

const word = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Where the bureau puts Word files of its own in the place of our templates. */
export default function PaperTemplatesPage() {
  const { get, post } = useFetchClient()
  const [told, setTold] = useState<PaperTemplates | null>(null)
  const [said, setSaid] = useState<{ paper: TemplateKind | null; text: string; isFault: boolean }>()
  const input = useRef<HTMLInputElement>(null)
  const chosen = useRef<TemplateKind>('receipt')

  const load = useCallback(
    () =>
      get<PaperTemplates>(address).then(
        ({ data }) => setTold(data),
        (error: unknown) => setSaid({ paper: null, text: messageOf(error), isFault: true }),
      ),
    [get],
  )
  useEffect(() => void load(), [load])
  // Who comes for one template begins at it.
  const { hash } = useLocation()
  const isThere = told !== null
  useEffect(() => {
    if (isThere && hash) document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [isThere, hash])

  async function run(paper: TemplateKind, work: () => Promise<void>, text: string) {
    try {
      await work()
      setSaid({ paper, text, isFault: false })
    } catch (error) {
      setSaid({ paper, text: messageOf(error), isFault: true })
    }
  }

  async function put(paper: TemplateKind, file?: File) {
    const form = new FormData()
    if (file) form.append('file', file)
    const { data } = await post<PaperTemplates>(`${address}/${paper}`, file ? form : {})
    setTold(data)
  }

  async function download(paper: TemplateKind, name: string) {
    const { data } = await get<Blob>(`${address}/${paper}`, { responseType: 'blob' })
    save(data, `${name} 模板.docx`)
  }

  if (!told) return said ? <Said {...said} /> : <Page.Loading>正在打开…</Page.Loading>
  return (
    <DeskPage help="papers" title="文书模板" back={{ to: queueAddress, words: backWords.queue }}>
      <Box style={{ maxWidth: 860 }}>
        <Typography tag="p" style={{ lineHeight: 1.8 }}>
          下载现在用的模板，在 Word
          里改版式和文字，再上传。〔〕里的词制发时自动换成这一件的内容，可以用：
          {marked(paperWords)}。
        </Typography>
        <Typography tag="p" paddingTop={3} style={{ lineHeight: 1.8 }}>
          {`${Object.values(reportKinds)
            .map(({ name }) => name)
            .join('、')}可以用：${marked(reportWords)}，以及表格${marked(reportTables)}。`}
          {`表格的一行写在〔#问题领域〕和〔/问题领域〕之间，行里可以用${marked(reportColumns)}。`}
        </Typography>
        <input
          ref={input}
          type="file"
          accept={word}
          hidden
          aria-label="文书模板文件"
          onChange={(event) => {
            const [file] = event.target.files ?? []
            event.target.value = ''
            if (file)
              void run(chosen.current, () => put(chosen.current, file), '已换成您上传的模板。')
          }}
        />
        <Box paddingTop={4}>
          {told.templates.map(({ paper, name, own }) => (
            <Box
              key={paper}
              id={paper}
              background="neutral0"
              padding={5}
              marginBottom={3}
              hasRadius
              role="group"
              aria-label={name}
            >
              <Typography tag="h2" variant="beta">
                {name}
              </Typography>
              <Typography
                tag="p"
                variant="pi"
                paddingTop={1}
                lineHeight={1.7}
                textColor="neutral700"
              >
                {own
                  ? `用的是“${own.file}”，${own.by} ${longMoment(own.at)}上传`
                  : '用的是系统自带的模板'}
              </Typography>
              <Typography tag="p" variant="pi" lineHeight={1.7} textColor="neutral700">
                {`必须有：${marked(wordsNeeded(paper))}`}
              </Typography>
              <Flex gap={2} paddingTop={3} wrap="wrap">
                <Button
                  variant="secondary"
                  onClick={() => void run(paper, () => download(paper, name), '')}
                >
                  下载模板
                </Button>
                <Button
                  variant="secondary"
                  onClick={() => {
                    chosen.current = paper
                    input.current?.click()
                  }}
                >
                  上传自己的模板
                </Button>
                {own && (
                  <Button
                    variant="tertiary"
                    onClick={() => void run(paper, () => put(paper), '已换回系统自带的模板。')}
                  >
                    换回自带的
                  </Button>
                )}
              </Flex>
              {said?.paper === paper && <Said {...said} />}
            </Box>
          ))}
        </Box>
      </Box>
    </DeskPage>
  )
}

function Said({ text, isFault }: { text: string; isFault: boolean }) {
  return (
    <Typography
      tag="p"
      role={isFault ? 'alert' : 'status'}
      textColor={isFault ? 'danger600' : 'success700'}
    >
      {text}
    </Typography>
  )
}
