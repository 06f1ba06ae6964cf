import { deepest, headingStyle, itemStyle, markerStyle } from '@portal/content/word/list-items'
import { prepareWord } from '@portal/content/word/prepare'
import { wordsOf } from '@portal/content/word/words'
import mammoth from 'mammoth'
import { clipTree, settleHeadings } from '../clip/clip.ts'
import { notesOf } from '../clip/notes.ts'
import { pictureAddress } from '../markdown/link.ts'
import { readMarkdown } from '../markdown/read.ts'
import { tidyMarkdown } from '../markdown/tidy.ts'
import { linesOf } from '../markdown/tree.ts'
import { writeMarkdown } from '../markdown/write.ts'
import { openDocument } from './open-document.ts'
import { summaryOf, takeTitle } from './title-and-summary.ts'
import { missingWords } from './missing-words.ts'
import { noteOfMissing, notesOfWord } from './notes.ts'
import { savePicture, type SavedPicture } from './picture.ts'

/** A Word document as the desk takes it in. `notes` tell staff what to look at. */
export type Converted =
  | {
      ok: true
      title: string
      summary: string
      markdown: string
      pictures: SavedPicture[]
      notes: string[]
    }
  | { ok: false; error: string }

const levels = Array.from({ length: deepest }, (_, index) => index + 1)
const styles = [
  ...['Title', '标题', '文件标题'].map((name) => `p[style-name='${name}'] => h1:fresh`),
  ...levels.map((n) => `p.${headingStyle(n)} => h${Math.min(n, 6)}:fresh`),
  ...levels.map((n) => `p.${itemStyle(n)} => p[style='mso-list: l0 level${n} lfo1']:fresh`),
  `r.${markerStyle} => span[style='mso-list:Ignore']`,
]
const mostPictures = 40

const chunked =
  '文档里嵌着别处的整段内容，读不出来：请在 Word 里打开，另存为 .docx（会把它并进正文）再导入。'

/**
 * Reads a .docx: headings, lists, tables, footnotes as text, pictures made anew in `folder`. What
 * the document shows and the Markdown does not hold is named in the notes.
 * Runs in a process of its own, since a hostile file may take all the time and memory there is.
 */
export async function convertWord(bytes: Uint8Array, folder: string): Promise<Converted> {
  const opened = await openDocument(bytes)
  if (!opened.ok) return opened
  const prepared = await prepareWord(opened.word, { marked: true })
  if (prepared.left.some(({ kind }) => kind === 'chunk')) return { ok: false, error: chunked }
  const pictures: SavedPicture[] = []
  let left = 0
  const html = await mammoth.convertToHtml(
    { buffer: prepared.bytes },
    {
      styleMap: styles,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async (image) => {
        const number = pictures.length + 1
        const saved =
          number <= mostPictures
            ? await savePicture(await image.readAsBuffer(), folder, number)
            : undefined
        if (saved) pictures.push(saved)
        else left += 1
        return { src: saved?.address ?? '' }
      }),
    },
  )
  const { tree, clipping } = clipTree(html.value, (src) =>
    pictureAddress.test(src) ? src : undefined,
  )
  const title = takeTitle(tree)
  settleHeadings(tree)
  const markdown = tidyMarkdown(writeMarkdown(tree))
  const kept = [title, ...linesOf(readMarkdown(markdown))]
  return {
    ok: true,
    title,
    summary: summaryOf(tree),
    markdown,
    pictures,
    notes: [
      ...noteOfMissing(missingWords(wordsOf(opened.word), kept)),
      ...(pictures.length > 0
        ? [`带入 ${pictures.length} 张图片，保存以后进媒体库：请逐张填写替代文字。`]
        : []),
      ...(left > 0
        ? [`有 ${left} 张图片没有带入（格式不支持或已损坏）：请另存为 JPG 或 PNG 后插入。`]
        : []),
      ...notesOfWord(prepared.left),
      ...notesOf({ ...clipping, dropped: 0 }),
    ],
  }
}
