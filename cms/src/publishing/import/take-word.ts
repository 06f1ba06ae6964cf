import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Core } from '@strapi/strapi'
import { environment } from '../../environment.ts'
import { runChild } from '../../writing/run-child.ts'
import type { Converted } from '../../writing/word/convert.ts'
import type { SavedPicture } from '../../writing/word/picture.ts'
import { stage } from './staged-pictures.ts'
import type { ImportedWord } from '../../contracts/publications/imports.ts'

/** What the form is filled with. */
type TakenWord = ({ ok: true } & ImportedWord) | { ok: false; error: string }

const tooMuch = '读这个文件花的时间太长，没有导入：请把文档拆小，或删去复杂的图形再导入。'
const script = join(environment.root, 'cms', 'src', 'writing', 'word', 'convert-worker.ts')

async function keep(strapi: Core.Strapi, picture: SavedPicture, user: object): Promise<string> {
  const { size } = await stat(picture.path)
  const name = basename(picture.path)
  const [file] = await strapi
    .plugin('upload')
    .service('upload')
    .upload(
      {
        data: { fileInfo: { name, alternativeText: '' } },
        files: { filepath: picture.path, originalFilename: name, mimetype: picture.mime, size },
      },
      { user },
    )
  return stage(strapi, file)
}

/**
 * Takes in a Word document: its text as Markdown, its pictures ready for the media library, which
 * they enter with the text that shows them.
 * @param file the uploaded document on this disk
 */
export async function takeWord(
  strapi: Core.Strapi,
  file: string,
  user: object,
): Promise<TakenWord> {
  const folder = await mkdtemp(join(tmpdir(), 'word-'))
  try {
    const line = await runChild(script, [file, folder])
    if (line === undefined) return { ok: false, error: tooMuch }
    const converted = JSON.parse(line) as Converted
    if (!converted.ok) return converted
    const { title, summary, notes, pictures } = converted
    let { markdown } = converted
    for (const picture of pictures) {
      markdown = markdown.replaceAll(picture.address, await keep(strapi, picture, user))
    }
    return { ok: true, title, summary, markdown, notes }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
