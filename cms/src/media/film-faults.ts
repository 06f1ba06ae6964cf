import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Fault } from '@portal/content/entry/document'
import { faultOfCaptions } from '@portal/content/entry/webvtt'
import type { StoredFields, Upload } from '../strapi/stored-fields.ts'

/**
 * What keeps a video from those who cannot hear it: no words to read, captions that do not fit.
 * @param row the entry, with its files
 * @param uploads the folder where its files lie
 */
export async function faultsOfFilm(row: StoredFields, uploads: string): Promise<Fault[]> {
  const faults: Fault[] = []
  if (!String(row.body ?? '').trim()) {
    const problem = '还没有文字稿：请把视频里说的话写成文字，听不到声音的人靠它了解内容'
    faults.push({ field: 'body', problem })
  }
  const captions = row.captions as Upload | null | undefined
  const seconds = Number(row.durationSeconds ?? 0)
  if (captions && seconds > 0) {
    const text = await readFile(join(uploads, basename(captions.url)), 'utf8').catch(() => '')
    const problem = faultOfCaptions(text, seconds)
    if (problem) faults.push({ field: 'captions', problem })
  }
  return faults
}
