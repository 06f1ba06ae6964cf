import type { Document } from '@portal/content/schema/entries/collections'
import type { Library } from '@portal/content/entry/library'
import { mediaIn, parseMarkdown } from './markdown/parse.ts'

/** A file under `media/` that an entry needs, and the field that names it. */
export type MediaUse = {
  /** The entry's file, such as `essays/x.md`. */
  file: string
  field: string
  path: string
  /** Pictures are made anew in several sizes; other files are copied as they are. */
  role: 'picture' | 'file'
}

function inText(file: string, field: string, text: string): MediaUse[] {
  // Most texts name none, and are not parsed. A character may be written as an entity.
  if (!/media|&/.test(text)) return []
  const { pictures, files } = mediaIn(parseMarkdown(text).tree)
  return [
    ...pictures.map((path) => ({ file, field, path, role: 'picture' as const })),
    ...files.map((path) => ({ file, field, path, role: 'file' as const })),
  ]
}

/**
 * Every media file that something published needs. Nothing else of the folder may be copied: it
 * can hold files of entries that are not published.
 */
export function mediaUses(library: Library): MediaUse[] {
  const { essays, videos, notices, guides, campaigns, regulations } = library
  const bodies = (kind: string, entries: Document[]) =>
    entries.flatMap(({ slug, body }) => inText(`${kind}/${slug}.md`, 'body', body))
  return [
    ...bodies('essays', essays),
    ...bodies('videos', videos),
    ...bodies('notices', notices),
    ...bodies('guides', guides),
    ...bodies('campaigns', campaigns),
    ...regulations.flatMap(({ slug, divisions }) =>
      divisions
        .flatMap(({ articles }) => articles)
        .flatMap(({ label, guide }) => inText(`regulations/${slug}.json`, label, guide)),
    ),
    ...essays.flatMap(({ slug, data }): MediaUse[] => {
      if (!data.cover) return []
      const { src } = data.cover
      return [{ file: `essays/${slug}.md`, field: 'cover.src', path: src, role: 'picture' }]
    }),
    ...campaigns.flatMap(({ slug, data }): MediaUse[] => {
      const file = `campaigns/${slug}.md`
      const leaflets = data.leaflets.map((leaflet, place) => ({
        file,
        field: `leaflets.${place}.file`,
        path: leaflet.file,
        role: 'file' as const,
      }))
      if (!data.cover) return leaflets
      return [...leaflets, { file, field: 'cover.src', path: data.cover.src, role: 'picture' }]
    }),
    ...videos.flatMap(({ slug, data }): MediaUse[] => {
      const file = `videos/${slug}.md`
      return [
        { file, field: 'file', path: data.file, role: 'file' },
        { file, field: 'captions', path: data.captions, role: 'file' },
        { file, field: 'poster', path: data.poster, role: 'picture' },
      ]
    }),
  ]
}
