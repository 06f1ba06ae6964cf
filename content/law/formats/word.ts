import mammoth from 'mammoth'
import type { Kind, Left } from '../../word/left-out.ts'
import { openWord, type WordFile } from '../../word/package.ts'
import { prepareWord } from '../../word/prepare.ts'
import { wordsOf } from '../../word/words.ts'
import { wordLines } from './blocks.ts'
import { provesRead } from './completeness.ts'
import { refuse, type Refusal, type Source } from '../source.ts'

const titles = ['Title', '标题', '文件标题'].map((name) => `p[style-name='${name}'] => h1:fresh`)
const damaged = '不是 Word 文件，或者文件已损坏：请在 Word 里打开，另存为 .docx 再导入'

type Saying = (left: Left) => string
const move = '请把里面的文字移到正文里，删去原来的，再导入'

/** What a text of law cannot be read past: its words would be lost, or be others than they are. */
const stops: Partial<Record<Kind, Saying>> = {
  number: () =>
    '用了 Word 的自动编号，编号不在文字里：请在 Word 里全选，把自动编号转换成文字再导入',
  box: () => `有文本框：${move}`,
  picture: () => '有图片，里面的内容读不出来：请录成文字；只作装饰的请删去，再导入',
  'picture-linked': () => '有链接来的图片，文件里没有它：请把内容录成文字，或删去，再导入',
  chart: () => '有图表，读不出来：请改成表格或文字再导入',
  diagram: () => `有图示（SmartArt）：${move}`,
  object: () => '有嵌入的表格、公式或文件，读不出来：请改成正文里的表格或文字再导入',
  chunk: () => '嵌着别处的整段内容，读不出来：请在 Word 里打开，另存为 .docx 再导入',
  formula: ({ words }) => `的公式没法照原样写成一行文字（像是 ${words}）：请改写成文字再导入`,
  field: ({ words }) => `有 Word 自动生成的内容（${words}）没有存下来：请改成文字再导入`,
  symbol: () => '有认不出的特殊符号：请换成普通字符再导入',
  struck: ({ words }) =>
    `有划了删除线的文字“${words.slice(0, 16)}”：该删的请删去，该留的请去掉删除线，再导入`,
}

/** What is no part of the text, or is read as its reader sees it. */
const notes: Partial<Record<Kind, string>> = {
  hidden: '隐藏的文字没有读入',
  faint: '有白色或极小的字，读入后会显示出来：请核对',
  revision: '文件里有修订记录：增加的文字已读入，删去的没有读入',
  ruby: '字上的注音没有读入，汉字都在',
  header: '页眉页脚没有读入',
  comment: '批注没有读入',
}

function stopAt(left: Left[]): Refusal | null {
  const [first] = left
    .filter(({ kind, exact }) => stops[kind] && !(kind === 'formula' && exact))
    .sort((one, other) => one.paragraph - other.paragraph)
  if (!first) return null
  return refuse(`第 ${first.paragraph} 段${stops[first.kind]?.(first)}`, first.paragraph)
}

function notesOf(left: Left[]): string[] {
  const kinds = new Set(left.map(({ kind }) => kind))
  return Object.entries(notes).flatMap(([kind, note]) => (kinds.has(kind as Kind) ? [note] : []))
}

async function read(word: WordFile): Promise<{ ok: true; source: Source } | Refusal> {
  const { bytes, left, pictures } = await prepareWord(word, { marked: false })
  const shown = pictures.map((paragraph): Left => ({
    kind: 'picture',
    words: '',
    paragraph,
    exact: false,
  }))
  const stopped = stopAt([...left, ...shown])
  if (stopped) return stopped
  const noPicture = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
  const options = { styleMap: titles, externalFileAccess: false, convertImage: noPicture }
  const { value: html } = await mammoth.convertToHtml({ buffer: bytes }, options)
  if (/<li id="(?:foot|end)note-/u.test(html)) {
    return refuse('文件里有脚注或尾注：请把注释写进正文或删去再导入')
  }
  const lines = wordLines(html)
  const seen = wordsOf(word).map((text, index) => ({ text, line: index + 1 }))
  const lost = provesRead(seen, lines)
  return lost ?? { ok: true, source: { lines, factsEnd: null, page: false, notes: notesOf(left) } }
}

/**
 * Reads a Word file (.docx). What Word shows and does not keep as text (numbers of lists, pictures,
 * boxes, drawn formulas) is refused with its paragraph: the text would silently be less than it is.
 */
export async function wordSource(
  bytes: Uint8Array,
): Promise<{ ok: true; source: Source } | Refusal> {
  const opened = await openWord(bytes)
  if (!opened.ok) return refuse(opened.error)
  try {
    return await read(opened.word)
  } catch {
    return refuse(damaged)
  }
}
