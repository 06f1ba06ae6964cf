import { shanghaiClock } from '@portal/content/calendar/day'
import { posix } from 'node:path'
import type { ContentTypeId } from '../contracts/content-types.ts'
import type { Focus, Picture } from '@portal/content/schema/entries/media'

/** What Strapi gives for an entry: field by field, not yet checked. */
export type StoredFields = Record<string, unknown>

/** An uploaded file as Strapi populates it. */
export type Upload = {
  url: string
  alternativeText?: string | null
  /** In hundredths of width and height. */
  focalPoint?: { x: number; y: number } | null
}

/** A link to another entry, by the slug that the content files use. */
type Link = {
  uid: ContentTypeId
  slug: string
}

/** A file on its way into the CMS, by its path in the content folder. */
export type DeskFile = { path: string; alt: string; focus?: Focus | undefined }

/** An entry on its way into the CMS: plain fields, files, links by slug. */
export type DeskEntry = {
  fields: StoredFields
  files: Record<string, DeskFile>
  links: Record<string, Link | Link[]>
  /** Repeated parts that have files of their own. */
  parts?: Record<string, { fields: StoredFields; files: Record<string, DeskFile> }[]>
}

/** Splits what staff type as a list: `22，34`, `低保、救助`. */
export function splitList(text: unknown): string[] {
  return typeof text === 'string' ? text.split(/[，,、；;\s]+/).filter(Boolean) : []
}

/** Splits a text of one entry a line. */
export function splitLines(text: unknown): string[] {
  if (typeof text !== 'string') return []
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

/** The path of an uploaded file inside a content folder; undefined where there is none. */
export function mediaPath(upload: unknown): string | undefined {
  return upload ? `media/${posix.basename((upload as Upload).url)}` : undefined
}

/** What staff marked as never to be cropped away; undefined where they marked nothing. */
export function focusOf(upload: unknown): Focus | undefined {
  const point = (upload as Upload | null | undefined)?.focalPoint
  return point ? { x: point.x / 100, y: point.y / 100 } : undefined
}

/** A picture of an entry; null where there is none. */
export function pictureOf(upload: unknown) {
  if (!upload) return null
  const { alternativeText } = upload as Upload
  const focus = focusOf(upload)
  return { src: mediaPath(upload), alt: alternativeText ?? '', ...(focus && { focus }) }
}

/** The cover of a bundled entry, for the CMS. */
export function deskPicture(cover: Picture | null): Record<string, DeskFile> {
  return cover ? { cover: { path: cover.src, alt: cover.alt, focus: cover.focus } } : {}
}

/** The slug of a populated relation. */
export function linkedSlug(relation: unknown): unknown {
  return relation ? (relation as { slug: unknown }).slug : undefined
}

/** Strapi keeps an empty field as null; the content schemas say ''. */
export function textOf(value: unknown): unknown {
  return value ?? ''
}

/** An instant on the office's wall clock, `2026-11-22T09:30:00+08:00`. */
export function officeTime(value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (Number.isNaN(Date.parse(value))) return value
  return `${shanghaiClock(value).slice(0, 19)}+08:00`
}
