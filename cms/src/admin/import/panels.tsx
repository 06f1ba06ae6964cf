import { useParams } from 'react-router-dom'
import { LawImport } from './LawImport'
import { WordImport } from './WordImport'
import { contentType } from '../../contracts/content-types.ts'

type Props = { model: string; activeTab?: string | null }

const writtenTypes: string[] = [contentType.essay, contentType.guide, contentType.notice]

/** The side panel of the edit pages by which a document comes in. */
export function ImportPanel({ model, activeTab }: Props) {
  if (activeTab === 'published') return null
  if (writtenTypes.includes(model)) return { title: '写作', content: <WordImport /> }
  if (model === contentType.regulation)
    return { title: '法规原文', content: <LawImport fullWidth /> }
  return null
}

/** The same for the list of regulations, where a new one begins. */
export function ListImport() {
  const { slug } = useParams()
  return slug === contentType.regulation ? <LawImport /> : null
}
