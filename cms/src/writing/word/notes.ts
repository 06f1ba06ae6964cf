import type { Kind, Left } from '@portal/content/word/left-out'

const longest = 30

/** Words of a document as they are shown to staff, each once. */
function quoted(words: string[], most = 3): string {
  const different = [...new Set(words.map((one) => one.replace(/\s+/g, ' ').trim()))].filter(
    Boolean,
  )
  const short = different
    .slice(0, most)
    .map((one) => `“${one.length > longest ? `${one.slice(0, longest)}…` : one}”`)
  return short.join('、') + (different.length > most ? `等 ${different.length} 处` : '')
}

function places(left: Left[]): string {
  const numbers = [...new Set(left.map(({ paragraph }) => paragraph))]
  return `第 ${numbers.slice(0, 5).join('、')} 段${numbers.length > 5 ? '等处' : ''}`
}

const programs: [RegExp, string][] = [
  [/equation|mathtype/i, '公式'],
  [/excel/i, 'Excel 表格'],
  [/powerpoint/i, '幻灯片'],
  [/word/i, 'Word 文档'],
  [/acro|pdf/i, 'PDF'],
  [/visio/i, 'Visio 图'],
  [/墨迹/, '手写墨迹'],
]

function objectName(program: string): string {
  return programs.find(([known]) => known.test(program))?.[1] ?? '嵌入的文件'
}

type Sayings = Partial<Record<Kind, (found: Left[], words: string[]) => string>>

const sayings: Sayings = {
  hidden: (_, words) =>
    `隐藏的文字或图片没有带入${words.some(Boolean) ? `：${quoted(words)}` : ''}。`,
  faint: (_, words) =>
    `${quoted(words)}在原文里是白色或极小的字，看不见，到网站上会显示出来：不该公开的请删去。`,
  revision: () => '文档里有修订记录：增加的文字已带入，删去的没有带入。',
  ruby: (_, words) => `注音没有带入：${quoted(words)}。汉字都在。`,
  formula: (_, words) => `公式写成了一行文字：${quoted(words)}。请对照原文核对。`,
  field: (found, words) =>
    `${places(found)}有 Word 自动生成的内容（${[...new Set(words)].join('、')}）没有带入：请对照原文补上。`,
  symbol: (found) => `${places(found)}有认不出的特殊符号：请对照原文核对。`,
  box: (_, words) => `文本框里的文字放在了它所在段落的下面：${quoted(words)}。请核对位置。`,
  'picture-linked': (found) =>
    `有 ${found.length} 张图片不在文档里（只是一个链接），没有带入：请用“插入图片”按钮放进来。`,
  object: (found, words) =>
    `${places(found)}嵌入的${[...new Set(words.map(objectName))].join('、')}没有带入：请改写成文字、表格，或截图后插入。`,
  chart: (found, words) =>
    `${places(found)}的图表没有带入${words.some(Boolean) ? `（其中有${quoted(words)}）` : ''}：请截图后插入。`,
  diagram: (found, words) =>
    `${places(found)}的图示（SmartArt）没有带入${words.some(Boolean) ? `，里面的文字是${quoted(words, 10)}` : ''}：请另写成文字。`,
  header: (_, words) => `页眉页脚没有带入：${quoted(words)}。`,
  comment: (found) => `${found.length} 条批注没有带入。`,
}

/** What staff are told of the things in a document that did not come in as they are. */
export function notesOfWord(left: Left[]): string[] {
  const inexact = left.filter(({ kind, exact }) => kind !== 'formula' || !exact)
  const notes = Object.entries(sayings).flatMap(([kind, say]) => {
    const found = inexact.filter((one) => one.kind === kind)
    return found.length > 0
      ? [
          say(
            found,
            found.map(({ words }) => words),
          ),
        ]
      : []
  })
  const numbers = left.filter(({ kind }) => kind === 'number')
  if (numbers.length === 0) return notes
  return [
    ...notes,
    numbers.every(({ exact }) => exact)
      ? '文档的自动编号已写成文字：请对照原文核对。'
      : '有的自动编号写法认不出，写成了 1、2、3：请对照原文改正。',
  ]
}

/** The note of words that are in the document and not in what came of it. */
export function noteOfMissing(missing: string[]): string[] {
  return missing.length > 0 ? [`有文字没有带入：${quoted(missing, 10)}。请对照原文补上。`] : []
}
