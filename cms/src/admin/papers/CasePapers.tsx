import { longMoment } from '@portal/content/calendar/wording'
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useState } from 'react'
import type { CasePapers as Told, PaperIssued, PaperLine } from '../../contracts/papers/papers.ts'
import { save } from '../desk/save-file'
import { useManages } from '../desk/use-manages'
import { paperTemplatesAddress } from '../desk/addresses'
import { messageOf } from '../error-message'
import { DeskLink } from '../links/DeskLink'
import { printPage } from './print-page'

type Props = {
  documentId: string
  /** A paper got its number, which is an event of the case. */
  onChanged?: () => void
}

/** 文书: the papers of a case, made with a number, saved as Word or printed. */
export function CasePapers({ documentId, onChanged }: Props) {
  const { get, post } = useFetchClient()
  const manages = useManages()
  const [papers, setPapers] = useState<PaperLine[] | null>(null)
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState('')
  const address = `/desk/cases/${documentId}/papers`

  const load = useCallback(
    () =>
      get<Told>(address).then(
        ({ data }) => setPapers(data.papers),
        (error: unknown) => setFault(messageOf(error)),
      ),
    [address, get],
  )
  useEffect(() => void load(), [load])

  async function run(what: string, work: () => Promise<unknown>) {
    setBusy(what)
    setFault('')
    try {
      await work()
    } catch (error) {
      setFault(messageOf(error))
    }
    setBusy('')
  }

  async function download({ id, name }: { id: number; name: string }) {
    const { data } = await get<Blob>(`${address}/${id}`, { responseType: 'blob' })
    save(data, `${name}.docx`)
  }

  async function issue({ paper, of, about, name }: PaperLine) {
    const { data } = await post<PaperIssued>(address, { paper, of, about })
    await download({ id: data.id, name: `${name} ${data.number}` })
    await load()
    onChanged?.()
  }

  async function print(id: number) {
    const { data } = await get<{ name: string; html: string }>(`${address}/${id}/page`)
    await printPage(data.html, data.name)
  }

  if (!papers) return <Typography textColor="neutral600">{fault || '正在读取…'}</Typography>
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {fault && (
        <Typography textColor="danger600" role="alert">
          {fault}
        </Typography>
      )}
      {papers.length === 0 && (
        <Typography>登记、转送、受理、答复以后，这里可以制发文书。</Typography>
      )}
      <Box tag="ul">
        {papers.map((line) => {
          const key = `${line.paper} ${line.of} ${line.about}`
          return (
            <Box tag="li" key={key} paddingTop={2} paddingBottom={3}>
              <Typography tag="h3" variant="omega" fontWeight="semiBold">
                {line.name}
              </Typography>
              {line.about && (
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {line.about}
                </Typography>
              )}
              {line.issued.map(({ id, number, at, by }) => (
                <Box key={id} paddingTop={1}>
                  <Typography tag="p" variant="pi">
                    {`${number}　${longMoment(at)}　${by}`}
                  </Typography>
                  <Flex gap={2} paddingTop={1}>
                    <Button
                      size="S"
                      variant="secondary"
                      loading={busy === `word ${id}`}
                      aria-label={`下载 Word ${number}`}
                      onClick={() =>
                        void run(`word ${id}`, () =>
                          download({ id, name: `${line.name} ${number}` }),
                        )
                      }
                    >
                      下载 Word
                    </Button>
                    <Button
                      size="S"
                      variant="tertiary"
                      loading={busy === `print ${id}`}
                      aria-label={`打印 ${number}`}
                      onClick={() => void run(`print ${id}`, () => print(id))}
                    >
                      打印
                    </Button>
                  </Flex>
                </Box>
              ))}
              {line.open && (
                <Box paddingTop={2}>
                  <Button
                    size="S"
                    variant="secondary"
                    loading={busy === key}
                    aria-label={`编号并制发 ${line.name} ${line.about}`}
                    onClick={() => void run(key, () => issue(line))}
                  >
                    编号并制发
                  </Button>
                </Box>
              )}
            </Box>
          )
        })}
      </Box>
      {manages && (
        <Typography tag="p">
          <DeskLink to={paperTemplatesAddress}>修改文书的模板</DeskLink>
        </Typography>
      )}
    </Flex>
  )
}
