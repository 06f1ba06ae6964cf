import { Flex, Link, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { NavLink, useLocation } from 'react-router-dom'
import { HowTo } from '../handbook/HowTo'
import { useHeldState } from '../saving/use-held-state'
import { FileButton } from './FileButton'
import { messageOf, notImported } from '../error-message'
import type { ImportedLaw } from '../../contracts/publications/imports.ts'
import { contentType } from '../../contracts/content-types.ts'

const place = `/content-manager/collection-types/${contentType.regulation}`

/** Reads an official text into a draft and says what was read, or why not and where. */
export function LawImport({ fullWidth = false }: { fullWidth?: boolean }) {
  const { post } = useFetchClient()
  const { pathname } = useLocation()
  const [busy, setBusy] = useHeldState(`law ${pathname} busy`, false)
  const [taken, setTaken] = useHeldState<ImportedLaw | null>(`law ${pathname} taken`, null)
  const [refusal, setRefusal] = useHeldState(`law ${pathname} refusal`, '')

  async function read(file: File) {
    setBusy(true)
    setTaken(null)
    setRefusal('')
    const form = new FormData()
    form.append('file', file)
    try {
      setTaken((await post<ImportedLaw>('/desk/writing/regulations', form)).data)
    } catch (error) {
      setRefusal(messageOf(error, notImported))
    }
    setBusy(false)
  }

  return (
    <Flex
      direction={fullWidth ? 'column' : 'row'}
      alignItems={fullWidth ? 'stretch' : 'center'}
      gap={3}
      width={fullWidth ? '100%' : 'auto'}
    >
      <FileButton
        label="导入法规原文"
        accept=".md,.txt,.html,.htm,.docx"
        busy={busy}
        fullWidth={fullWidth}
        onFile={(file) => void read(file)}
      />
      <HowTo chapter="regulations" about="导入法规原文" />
      <div role="status">
        {refusal && (
          <Typography variant="pi" textColor="danger600">
            {refusal}
          </Typography>
        )}
        {taken && (
          <Typography variant="pi" textColor="neutral700">
            已存为草稿：《{taken.title}》{taken.chapters > 0 ? `${taken.chapters} 章，` : ''}
            {taken.articles > 0 ? `${taken.articles} 条。` : '没有分条。'}
            {taken.notes.map((note) => `${note}。`).join('')}
            <Link tag={NavLink} to={`${place}/${taken.documentId}`} reloadDocument>
              打开核对
            </Link>
          </Typography>
        )}
      </div>
      {fullWidth && !refusal && !taken && (
        <Typography variant="pi" textColor="neutral600">
          选 .docx、.txt、.md 或 .html：按章、条读成草稿，原有的解读留在各条下面。
        </Typography>
      )}
    </Flex>
  )
}
