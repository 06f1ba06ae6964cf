import mammoth from 'mammoth'
import { clipTree, settleHeadings } from '../clip/clip.ts'
import { pictureAddress } from '../markdown/link.ts'
import { tidyMarkdown } from '../markdown/tidy.ts'
import { writeMarkdown } from '../markdown/write.ts'
import { refuseArchive } from './archive.ts'
import { summaryOf, takeTitle } from './head.ts'
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

type Node = { type?: string; numbering?: { isOrdered?: boolean } | null; children?: Node[] }

const styles = [
  ...['Title', '标题', '文件标题'].map((name) => `p[style-name='${name}'] => h1:fresh`),
  ...[1, 2, 3, 4].map((n) => `p[style-name='标题 ${n}'] => h${n}:fresh`),
]
const mostPictures = 40

function isNumbered(node: Node): boolean {
  return Boolean(node.numbering?.isOrdered) || (node.children ?? []).some(isNumbered)
}

/**
 * Reads a .docx: headings, lists, tables, footnotes as text, pictures made anew in `folder`.
 * Runs in a process of its own, since a hostile file may take all the time and memory there is.
 */
export async function convertWord(bytes: Uint8Array, folder: string): Promise<Converted> {
  const refused = refuseArchive(bytes)
  if (refused) return { ok: false, error: refused }
  const pictures: SavedPicture[] = []
  let tree: Node = {}
  let left = 0
  const html = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: styles,
      externalFileAccess: false,
      transformDocument: (document: Node) => (tree = document),
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
  const clipped = clipTree(html.value, (src) => (pictureAddress.test(src) ? src : undefined))
  const title = takeTitle(clipped.tree)
  settleHeadings(clipped.tree)
  const notes = [
    ...(pictures.length > 0
      ? [`带入 ${pictures.length} 张图片，已存入媒体库：请逐张填写替代文字。`]
      : []),
    ...(left > 0
      ? [`有 ${left} 张图片没有带入（格式不支持或已损坏）：请另存为 JPG 或 PNG 后插入。`]
      : []),
    ...(clipped.merged ? ['表格里合并的单元格已拆开：请核对表格。'] : []),
    ...(isNumbered(tree) ? ['文档用了 Word 的自动编号，统一成了 1. 2. 3.：请对照原文核对。'] : []),
  ]
  return {
    ok: true,
    title,
    summary: summaryOf(clipped.tree),
    markdown: tidyMarkdown(writeMarkdown(clipped.tree)),
    pictures,
    notes,
  }
}
